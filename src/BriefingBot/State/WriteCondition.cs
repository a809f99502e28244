namespace BriefingBot.State;

/// <summary>What must be so for an entry to be written. The store compares and writes in one step.</summary>
public readonly record struct WriteCondition
{
    private WriteCondition(string? tag, bool isAbsent) => (Tag, IsAbsent) = (tag, isAbsent);

    /// <summary>Nothing: what was there is replaced.</summary>
    public static WriteCondition Any => default;

    /// <summary>There is no such entry, or it has expired.</summary>
    public static WriteCondition Absent { get; } = new(tag: null, isAbsent: true);

    internal string? Tag { get; }

    internal bool IsAbsent { get; }

    /// <summary>The entry is there and nobody has written it since it was read with this tag.</summary>
    public static WriteCondition Unchanged(string tag) => new(tag, isAbsent: false);

    internal bool Admits(string? currentTag) => IsAbsent ? currentTag is null : Tag is null || Tag == currentTag;
}
