using System.Text.RegularExpressions;
using BriefingBot.Indexing;
using Microsoft.SemanticKernel;

namespace BriefingBot.Answering;

/// <summary>A time that a question names by what happened then: <c>since the election</c>, <c>before the flood at Vessing</c>.</summary>
/// <param name="IsBefore">Whether what came before it is meant.</param>
/// <param name="Words">What happened.</param>
internal sealed partial record NamedEvent(bool IsBefore, string Words)
{
    private const int PassagesTried = 10;
    private const int DaysReported = 365;

    /// <summary>Null when the question names none.</summary>
    public static NamedEvent? Read(string question) => Named().Match(question) is { Success: true } named
        ? new(named.Groups["how"].Value.Equals("before", StringComparison.OrdinalIgnoreCase), named.Groups["event"].Value)
        : null;

    /// <summary>
    /// When articles were published that are meant. The event's day is that of the earliest article that has all its words, of those that come near, in the
    /// year up to the nearest of them; null when there is none. Only what the asker may read is looked through.
    /// </summary>
    public async Task<Period?> DateAsync(Kernel kernel, Question question, CancellationToken cancellation)
    {
        if (EnglishTerms.Of(Words) is not { Count: > 0 } terms || question.Asked is not { } asked)
        {
            return null;
        }

        var retrieval = await kernel.SearchArticlesAsync(Words, question.Asker, question.Filter, PassagesTried, cancellation);
        var told = retrieval.Passages.Where(passage => TermsOf(passage).IsSupersetOf(terms))
            .Select(passage => passage.Article.Published?.Day).OfType<DateOnly>().Where(day => day <= asked).ToArray();
        if (told.Length == 0)
        {
            return null;
        }

        var day = told.Where(day => day <= told[0] && told[0].DayNumber - day.DayNumber <= DaysReported).Min();
        return IsBefore ? new(DateOnly.MinValue, day.PlusDays(-1)) : new(day, asked);
    }

    private static HashSet<string> TermsOf(RetrievedPassage passage) => [.. EnglishTerms.Of(passage.Article.Title), .. EnglishTerms.Of(passage.Article.Cut(passage.Passage.Span))];

    [GeneratedRegex(@"\b(?<how>since|after|before)\s+(?<event>(?:the|last)\s+[^?!.,;:]{3,80}?)\s*(?:[?!.,;:]|$)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Named();
}
