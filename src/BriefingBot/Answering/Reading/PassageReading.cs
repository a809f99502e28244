using System.Collections.Immutable;

namespace BriefingBot.Answering;

/// <summary>What the reader makes of one passage.</summary>
/// <param name="Answers">The logit that the passage answers the question.</param>
/// <param name="Starts">For each sentence the logarithm of the summed weight of an answer that starts in it; comparable between the passages of one question.</param>
/// <param name="Ends">The same of one that ends in it.</param>
internal sealed record PassageReading(double Answers, ImmutableArray<double> Starts, ImmutableArray<double> Ends)
{
    // Of a sentence that the reader had no room for, nothing is known; it comes last.
    private const double Unread = -30;

    /// <param name="scores">Pieces × heads: start, end, and at the first piece whether the passage answers.</param>
    /// <param name="sentences">The pieces of each sentence.</param>
    public static PassageReading Of(ReadOnlySpan<float> scores, ImmutableArray<Range> sentences)
    {
        var (starts, ends) = (ImmutableArray.CreateBuilder<double>(sentences.Length), ImmutableArray.CreateBuilder<double>(sentences.Length));
        foreach (var sentence in sentences)
        {
            starts.Add(LogSum(scores, sentence, head: 0));
            ends.Add(LogSum(scores, sentence, head: 1));
        }

        return new(scores[2], starts.MoveToImmutable(), ends.MoveToImmutable());
    }

    private static double LogSum(ReadOnlySpan<float> scores, Range sentence, int head)
    {
        var (start, end) = (sentence.Start.Value, sentence.End.Value);
        if (start == end)
        {
            return Unread;
        }

        var highest = double.NegativeInfinity;
        for (var piece = start; piece < end; piece++)
        {
            highest = Math.Max(highest, scores[(piece * 3) + head]);
        }

        var sum = 0.0;
        for (var piece = start; piece < end; piece++)
        {
            sum += Math.Exp(scores[(piece * 3) + head] - highest);
        }

        return highest + Math.Log(sum);
    }
}
