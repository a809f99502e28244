using System.Globalization;

namespace BriefingBot.Ingestion;

/// <summary>
/// What unpacking may cost for one input, shared by all that unpack within it, archives in archives among them. What counts is what was
/// really unpacked: what an archive says about itself may be a lie.
/// </summary>
internal sealed class ReadingBudget
{
    private const long LargestInAll = 1L << 30;
    private const int MostEntries = 10_000;
    private const int DeepestNesting = 2;

    /// <summary>
    /// Text and XML of office programs rarely pack better than 100:1; Deflate itself ends at 1,032:1. Small files that repeat themselves
    /// are let through.
    /// </summary>
    private const int LargestRatio = 200;
    private const int AnyRatioUpTo = 16 << 20;

    private readonly Spent spent;
    private readonly int depth;

    public ReadingBudget()
        : this(new(), 0)
    {
    }

    private ReadingBudget(Spent spent, int depth) => (this.spent, this.depth) = (spent, depth);

    /// <summary>Whether nothing more of the input can be unpacked.</summary>
    public bool IsSpent => spent.Bytes > LargestInAll || spent.Entries > MostEntries;

    /// <summary>The same budget for an archive within this one. Throws <see cref="UnreadableInputException"/> where that is too deep.</summary>
    public ReadingBudget Within() => depth <= DeepestNesting
        ? new(spent, depth + 1)
        : throw new UnreadableInputException("it is an archive within archives, and only two of them may lie in one another below the first. Unpack the outer ones");

    /// <summary>Counts an archive's files. Throws <see cref="UnreadableInputException"/> when there are too many, those of other archives of the input included.</summary>
    public void TakeEntries(int count)
    {
        spent.Entries += count;
        if (spent.Entries > MostEntries)
        {
            throw new UnreadableInputException(Invariant($"there are more than {MostEntries:N0} files in it. Make several archives of it"));
        }
    }

    /// <summary>Counts what was unpacked of an entry. Throws <see cref="UnreadableInputException"/> when it is too much.</summary>
    public void Take(int bytes, long entrySoFar, long entryPacked)
    {
        spent.Bytes += bytes;
        if (spent.Bytes > LargestInAll)
        {
            throw new UnreadableInputException(Invariant($"more than {LargestInAll >> 30} GB come out of it, the most that one input may unpack to. Unpack it, and load its files in parts"));
        }

        if (entrySoFar > InputBytes.Largest)
        {
            throw TooLarge();
        }

        if (entrySoFar > AnyRatioUpTo && entrySoFar / LargestRatio > entryPacked)
        {
            throw new UnreadableInputException(Invariant($"it unpacks to more than {LargestRatio} times its size, as no article does. Check where it comes from; if it is sound, save it anew"));
        }
    }

    public static UnreadableInputException TooLarge() =>
        new(Invariant($"it unpacks to more than {InputBytes.Largest >> 20} MB, the most that one file within another may have. Cut the document into several"));

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private sealed class Spent
    {
        public long Bytes { get; set; }

        public long Entries { get; set; }
    }
}
