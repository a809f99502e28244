using System.Collections.Immutable;
using BriefingBot.Answering;
using Microsoft.Bot.Schema;

namespace BriefingBot.Web.Bot;

/// <summary>
/// Remembers what each person last asked in each conversation, for a time, so that their next question may lean on it. In a group everybody has turns
/// of their own. Holds the turns of at most <paramref name="capacity"/>; whoever was silent longest is forgotten first.
/// </summary>
internal sealed class Conversations(TimeProvider time, TimeSpan lifetime, int capacity)
{
    // With four turns and their quotes, 5,000 people are 130 MB at the very most. A longer text is a pasted one: what follows it leans on it, or on nothing.
    private const int LongestQuestion = 2_000;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, LinkedListNode<Remembered>> _known = [];
    private readonly LinkedList<Remembered> _byAge = [];

    /// <summary>Whose turns they are; null where the channel does not say who speaks, and nothing is to be remembered.</summary>
    public static string? Key(IActivity activity) => activity is { From.Id.Length: > 0, Conversation.Id.Length: > 0 }
        ? RecentKeys.Key(activity.ChannelId, activity.Conversation.Id, activity.From.Id)
        : null;

    /// <summary>The last turns, the last one at the end.</summary>
    public ImmutableArray<Turn> Recall(string? key)
    {
        lock (_gate)
        {
            ForgetOld();
            return key is not null && _known.TryGetValue(key, out var known) ? known.Value.Turns : [];
        }
    }

    /// <summary>Remembers a turn behind the others of the same key.</summary>
    public void Add(string? key, Turn turn)
    {
        if (key is null || turn.Question.Length > LongestQuestion)
        {
            Forget(key);
            return;
        }

        lock (_gate)
        {
            ForgetOld();
            ImmutableArray<Turn> turns = [.. Take(key), turn];
            _known[key] = _byAge.AddLast(new Remembered(key, turns[Math.Max(0, turns.Length - Turn.MostRemembered)..], time.GetTimestamp()));
            if (_known.Count > capacity)
            {
                Take(_byAge.First!.Value.Key);
            }
        }
    }

    /// <summary>Forgets the turns of the key.</summary>
    public void Forget(string? key)
    {
        lock (_gate)
        {
            Take(key ?? "");
        }
    }

    private void ForgetOld()
    {
        while (_byAge.First is { } oldest && time.GetElapsedTime(oldest.Value.Last) >= lifetime)
        {
            Take(oldest.Value.Key);
        }
    }

    private ImmutableArray<Turn> Take(string key)
    {
        if (!_known.Remove(key, out var known))
        {
            return [];
        }

        _byAge.Remove(known);
        return known.Value.Turns;
    }

    private sealed record Remembered(string Key, ImmutableArray<Turn> Turns, long Last);
}
