using System.Buffers.Binary;
using System.Collections.Immutable;

namespace BriefingBot.Articles;

/// <summary>
/// A text in 260 bytes, by which two texts can be told to be nearly the same without either of them: the least of each of 64 hashes over its runs of words (MinHash; A. Broder,
/// "On the resemblance and containment of documents", 1997).
/// </summary>
public sealed class TextSketch
{
    /// <summary>How many words a run has.</summary>
    public const int RunLength = 5;

    // The error of the resemblance is 0.06 at most.
    private const int Hashes = 64;

    private static readonly ImmutableArray<(ulong Factor, ulong Addend)> Family = [.. Enumerable.Range(1, Hashes).Select(i => (Mixed((ulong)i) | 1, Mixed((ulong)i << 32)))];

    private readonly ImmutableArray<uint> _least;
    private readonly int _runs;

    private TextSketch(ImmutableArray<uint> least, int runs) => (_least, _runs) = (least, runs);

    /// <summary>That of a text. A text of fewer words than a run has is one run.</summary>
    public static TextSketch Of(string text)
    {
        var runs = WordRuns.Of(text, RunLength);
        var least = new uint[Hashes];
        Array.Fill(least, uint.MaxValue);
        foreach (var run in runs)
        {
            for (var i = 0; i < Hashes; i++)
            {
                least[i] = Math.Min(least[i], (uint)(((run * Family[i].Factor) + Family[i].Addend) >> 32));
            }
        }

        return new([.. least], runs.Count);
    }

    /// <summary>The share of the runs of both that both have, 0 to 1, about.</summary>
    public double Resemblance(TextSketch other)
    {
        var same = 0;
        for (var i = 0; i < Hashes; i++)
        {
            same += _least[i] == other._least[i] ? 1 : 0;
        }

        return _runs == 0 || other._runs == 0 ? 0 : same / (double)Hashes;
    }

    /// <summary>The share of the shorter one's runs that the longer one has too, 0 to 1, about: also a copy that was cut or added to has most of them.</summary>
    public double Containment(TextSketch other)
    {
        var resemblance = Resemblance(other);
        return resemblance == 0 ? 0 : Math.Min(1, resemblance / (1 + resemblance) * ((double)_runs + other._runs) / Math.Min(_runs, other._runs));
    }

    /// <summary>Base64.</summary>
    public override string ToString()
    {
        var bytes = new byte[(Hashes + 1) * sizeof(uint)];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, _runs);
        for (var i = 0; i < Hashes; i++)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan((i + 1) * sizeof(uint)), _least[i]);
        }

        return Convert.ToBase64String(bytes);
    }

    /// <summary>What <see cref="ToString"/> wrote; null for any other text.</summary>
    public static TextSketch? Parse(string text)
    {
        var bytes = new byte[(Hashes + 1) * sizeof(uint)];
        return Convert.TryFromBase64String(text, bytes, out var written) && written == bytes.Length
            ? new([.. Enumerable.Range(1, Hashes).Select(i => BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(i * sizeof(uint))))], BinaryPrimitives.ReadInt32LittleEndian(bytes))
            : null;
    }

    // The finaliser of SplitMix64 (prng.di.unimi.it).
    private static ulong Mixed(ulong seed)
    {
        seed += 0x9E3779B97F4A7C15;
        seed = (seed ^ (seed >> 30)) * 0xBF58476D1CE4E5B9;
        seed = (seed ^ (seed >> 27)) * 0x94D049BB133111EB;
        return seed ^ (seed >> 31);
    }
}
