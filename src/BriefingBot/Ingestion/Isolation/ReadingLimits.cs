namespace BriefingBot.Ingestion;

/// <summary>What a process that reads may take.</summary>
internal sealed record ReadingLimits
{
    public static ReadingLimits Default { get; } = new();

    /// <summary>Between one part and the next. The largest honest documents take a second or two.</summary>
    public TimeSpan Part { get; init; } = TimeSpan.FromSeconds(8);

    /// <summary>From the start until it is ready: a tenth of a second, far more on a machine that does much else.</summary>
    public TimeSpan Start { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Of managed memory, in megabytes; the runtime itself takes about a hundred more.</summary>
    public int Megabytes { get; init; } = 640;

    /// <summary>More than this, still held once an input is read, has the process end and another begin for the next.</summary>
    public int MegabytesToKeep { get; init; } = 400;

    /// <summary>A file of 64 MB unpacks to no more articles than this, unless it is made to.</summary>
    public int MostParts { get; init; } = 200_000;
}
