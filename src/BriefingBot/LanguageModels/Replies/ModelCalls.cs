using System.Collections.Immutable;

namespace BriefingBot.LanguageModels;

/// <summary>The calls made for one answer, counted where they are sent. It follows the flow of control from <see cref="Begin"/> on, and one answer's calls go one after the other.</summary>
internal sealed class ModelCalls
{
    private static readonly AsyncLocal<ModelCalls?> Flow = new();

    private readonly List<(string Key, RecordedReply Reply)> _new = [];

    /// <summary>Those of the answer at hand; null outside of one.</summary>
    public static ModelCalls? Current => Flow.Value;

    /// <summary>How many replies were read, kept ones among them.</summary>
    public int Made { get; private set; }

    /// <summary>Tokens sent; those of kept replies cost nothing and are not counted.</summary>
    public long Sent { get; private set; }

    /// <summary>Tokens received.</summary>
    public long Received { get; private set; }

    /// <summary>The replies that a model gave for this answer.</summary>
    public ImmutableArray<(string Key, RecordedReply Reply)> New => [.. _new];

    public static ModelCalls Begin() => Flow.Value = new();

    public void AddKept() => Made++;

    public void Add(string key, RecordedReply reply, long sent, long received)
    {
        (Made, Sent, Received) = (Made + 1, Sent + sent, Received + received);
        _new.Add((key, reply));
    }
}
