using BriefingBot.Answering;
using BriefingBot.State;
using Microsoft.Bot.Builder;
using Newtonsoft.Json.Linq;

namespace BriefingBot.Web.Bot;

/// <summary>
/// Remembers what each person last asked in each conversation, for a time, so that their next question may lean on it. In a group everybody has turns
/// of their own. Without the storage nothing is remembered, and questions are answered as if they were the first.
/// </summary>
internal sealed class Conversations(IStorage storage, ILogger<Conversations> log)
{
    /// <summary>The kind of its entries.</summary>
    public const string Kind = "turns";

    // A longer text is a pasted one: what follows it leans on it, or on nothing.
    private const int LongestQuestion = 2_000;

    // One person's questions at once, through several instances; each try that fails is another's that was written.
    private const int MostTries = 20;

    /// <summary>What the person asked before.</summary>
    public async Task<RememberedTurns> RecallAsync(Speaker? speaker, CancellationToken cancellation)
    {
        try
        {
            return speaker is null ? RememberedTurns.None() : await ReadAsync(speaker, cancellation);
        }
        catch (StateStoreException outage)
        {
            log.LogWarning("A question is answered without what was asked before: {Reason}", outage.Message);
            return RememberedTurns.None();
        }
    }

    /// <summary>Remembers a turn behind the others, unless a new topic was begun since those of before were recalled.</summary>
    public async Task AddAsync(Speaker? speaker, RememberedTurns before, Turn turn, CancellationToken cancellation)
    {
        if (speaker is null)
        {
            return;
        }

        try
        {
            await ChangeAsync(
                speaker,
                known => known.Topic != before.Topic ? null
                    : turn.Question.Length > LongestQuestion ? NewTopic()
                    : new() { Topic = known.Topic, Turns = [.. known.Turns.TakeLast(Turn.MostRemembered - 1), turn] },
                cancellation);
        }
        catch (Exception fault) when (fault is StateStoreException or EtagConflictException)
        {
            log.LogWarning("A question was answered and is not remembered: {Reason}", fault.Message);
        }
    }

    /// <summary>Erases the person's turns.</summary>
    /// <exception cref="StateStoreException">The storage cannot be used.</exception>
    public Task BeginTopicAsync(Speaker? speaker, CancellationToken cancellation) =>
        speaker is null ? Task.CompletedTask : ChangeAsync(speaker, _ => NewTopic(), cancellation);

    private static RememberedTurns NewTopic() => new() { Topic = Guid.NewGuid().ToString("N") };

    private async Task<RememberedTurns> ReadAsync(Speaker speaker, CancellationToken cancellation) =>
        (await storage.ReadAsync([speaker.Id], cancellation)).TryGetValue(speaker.Id, out var item) && ((JObject)item).ToObject<RememberedTurns>() is { } known ? known : RememberedTurns.None();

    private async Task ChangeAsync(Speaker speaker, Func<RememberedTurns, RememberedTurns?> change, CancellationToken cancellation)
    {
        for (var tries = 1; ; tries++)
        {
            var known = await ReadAsync(speaker, cancellation);
            if (change(known) is not { } changed)
            {
                return;
            }

            changed.ETag = known.ETag;
            try
            {
                await storage.WriteAsync(new Dictionary<string, object> { [speaker.Id] = changed }, cancellation);
                return;
            }
            catch (EtagConflictException) when (tries < MostTries)
            {
            }
        }
    }
}
