using System.Collections.Immutable;

namespace BriefingBot.Answering;

/// <summary>
/// A quotation laid word for word along a verified quote. What the article has is cut out of the quote; what the quotation alone has is shown
/// as somebody's words, never as the article's.
/// </summary>
public sealed class ComparedWords
{
    private ComparedWords(ImmutableArray<ComparedRun> runs, bool startsInside, bool endsInside) => (Runs, StartsInside, EndsInside) = (runs, startsInside, endsInside);

    /// <summary>Runs of words in order; of two that stand for each other the quotation's comes first.</summary>
    public ImmutableArray<ComparedRun> Runs { get; }

    /// <summary>The verified quote begins before the first run.</summary>
    public bool StartsInside { get; }

    /// <summary>The verified quote goes on behind the last run.</summary>
    public bool EndsInside { get; }

    /// <summary>Compares by an alignment of the quotation's words with the quote's.</summary>
    internal static ComparedWords Of(VerifiedQuote quote, string given, WordOfText[] givenWords, WordOfText[] quoteWords, IReadOnlyList<(int Given, int Article)> steps)
    {
        var runs = ImmutableArray.CreateBuilder<ComparedRun>();
        var (mine, theirs) = (new List<WordOfText>(), new List<WordOfText>());
        var same = new List<WordOfText>();
        foreach (var (i, j) in steps)
        {
            if (i >= 0 && j >= 0 && WordAlignment.AreSame(givenWords[i], quoteWords[j], isFirst: i == 0))
            {
                FlushDifferent();
                same.Add(quoteWords[j]);
                continue;
            }

            Flush(ComparedBy.Both, quote.Text, same);
            if (i >= 0)
            {
                mine.Add(givenWords[i]);
            }

            if (j >= 0)
            {
                theirs.Add(quoteWords[j]);
            }
        }

        Flush(ComparedBy.Both, quote.Text, same);
        FlushDifferent();
        var covered = steps.Where(step => step.Article >= 0).ToArray();
        return new(runs.DrainToImmutable(), covered.Length == 0 || covered[0].Article > 0, covered.Length == 0 || covered[^1].Article < quoteWords.Length - 1);

        void FlushDifferent()
        {
            Flush(ComparedBy.Given, given, mine);
            Flush(ComparedBy.Article, quote.Text, theirs);
        }

        void Flush(ComparedBy by, string text, List<WordOfText> words)
        {
            if (words.Count > 0)
            {
                var (start, end) = (words[0].Span.Start, words[^1].Span.End);
                runs.Add(new(by, text[start..end], start > 0 && char.IsWhiteSpace(text[start - 1])));
                words.Clear();
            }
        }
    }
}

/// <summary>Words in a row that the same texts have.</summary>
/// <param name="By">Which have them.</param>
/// <param name="Text">The words; the article's wherever it has them.</param>
/// <param name="AfterBlank">Whether a blank stands before them.</param>
public sealed record ComparedRun(ComparedBy By, string Text, bool AfterBlank);

/// <summary>Which of two texts has some words.</summary>
public enum ComparedBy
{
    /// <summary>Both, but for type.</summary>
    Both,

    /// <summary>The quotation that was given, alone.</summary>
    Given,

    /// <summary>The article alone.</summary>
    Article,
}
