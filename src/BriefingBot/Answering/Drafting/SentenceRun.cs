using System.Collections.Immutable;
using BriefingBot.Articles;

namespace BriefingBot.Answering;

/// <summary>Whole sentences of a passage, one after the other in one paragraph: what a quote shows.</summary>
/// <param name="Text">The article's.</param>
/// <param name="Sentences">The passage's.</param>
/// <param name="First">The run's first.</param>
/// <param name="Last">Its last.</param>
internal readonly record struct SentenceRun(string Text, ImmutableArray<TextSpan> Sentences, int First, int Last)
{
    public TextSpan Span => new(Sentences[First].Start, Sentences[Last].End);

    public ReadOnlySpan<char> Words => Text.AsSpan(Span.Start, Span.Length);

    /// <summary>With the sentence before; null where there is none in the paragraph, or the run would be longer than a quote may be.</summary>
    public SentenceRun? WithBefore => Grown(First - 1, Last);

    /// <summary>With the sentence behind, likewise.</summary>
    public SentenceRun? WithBehind => Grown(First, Last + 1);

    /// <summary>Whether it stands in one paragraph and is no longer than a quote may be.</summary>
    public bool IsQuote => Span.Length <= QuoteLength.Max && !Words.Contains("\n\n", StringComparison.Ordinal);

    private SentenceRun? Grown(int first, int last)
    {
        if (first < 0 || last >= Sentences.Length)
        {
            return null;
        }

        var grown = this with { First = first, Last = last };
        return grown.IsQuote ? grown : null;
    }
}
