using System.Collections.Immutable;
using System.Text.RegularExpressions;
using BriefingBot.Articles;
using BriefingBot.Indexing;

namespace BriefingBot.Answering;

/// <summary>Corrections among some articles, and what they take back: a correction outranks what it corrects.</summary>
internal sealed partial class Corrections(IEnumerable<Article> articles)
{
    // The sentence that takes back, and what it stands in.
    private const int Around = 200;

    // "The mayor is Bo Lund, not Ann Reed" takes back no word of Ann Reed's about a school.
    private const int FewestSharedTerms = 2;
    private const double LeastSharedTerms = 0.3;

    private readonly ImmutableArray<TakenBack> _takenBack = [.. articles.Where(IsCorrection).SelectMany(TakenBackBy)];

    /// <summary>Whether an article says of itself, in its title or first words, that it corrects another.</summary>
    public static bool IsCorrection(Article article) => Heading().IsMatch(article.Title) || Heading().IsMatch(article.Text[..Math.Min(article.Text.Length, 40)]);

    /// <summary>Whether a sentence of a correction says what was wrong.</summary>
    public static bool TakesBack(SentenceCandidate candidate) => IsCorrection(candidate.Passage.Article) && Wrong().IsMatch(candidate.Passage.Article.Cut(candidate.Span));

    /// <summary>Whether a later article of the same source has taken a number or a name in these words back, and speaks of the same thing.</summary>
    public bool TakeBack(Article article, TextSpan words)
    {
        var known = _takenBack.Where(taken => taken.By.Source == article.Source && taken.By.Id != article.Id && taken.By.Published?.Moment > article.Published?.Moment).ToArray();
        if (known.Length == 0)
        {
            return false;
        }

        var text = article.Cut(words);
        var values = NumberOrName().Matches(text).Select(match => match.Value.TrimEnd('.', ',')).ToHashSet(StringComparer.Ordinal);
        var terms = EnglishTerms.Of(text).ToHashSet(StringComparer.Ordinal);
        return Array.Exists(known, taken => values.Contains(taken.Value) && taken.IsAbout(terms));
    }

    private static IEnumerable<TakenBack> TakenBackBy(Article correction) => Wrong().Matches(correction.Text).Select(match =>
    {
        var (start, end) = (Math.Max(0, match.Index - Around), Math.Min(correction.Text.Length, match.Index + match.Length + Around));
        var value = match.Groups["wrong"].Value.TrimEnd('.', ',');
        return new TakenBack(correction, value, [.. EnglishTerms.Of($"{Heading().Replace(correction.Title, "")}\n{correction.Text[start..end]}").Except(EnglishTerms.Of(value))]);
    });

    [GeneratedRegex(@"^\W*(?:corrections?|corrected|correcting|erratum|errata|corrigend(?:um|a)|clarifications?|retractions?|retracted)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Heading();

    [GeneratedRegex(@"\b(?:[Nn]ot|[Rr]ather than|[Ii]nstead of)\s+(?:(?:by|in|on|at|of|to|from|for|the|an?)\s+)*(?:\p{Sc}\s?)?(?<wrong>\d[\d.,]*|\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+)*)", RegexOptions.CultureInvariant)]
    private static partial Regex Wrong();

    [GeneratedRegex(@"\d[\d.,]*|\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+)*", RegexOptions.CultureInvariant)]
    private static partial Regex NumberOrName();

    /// <summary>A number or a name that was wrong, and the terms of what is said of it.</summary>
    private sealed record TakenBack(Article By, string Value, HashSet<string> About)
    {
        public bool IsAbout(HashSet<string> terms)
        {
            var shared = terms.Count(About.Contains);
            return shared >= FewestSharedTerms && shared >= LeastSharedTerms * Math.Min(terms.Count, About.Count);
        }
    }
}
