using System.Text.RegularExpressions;
using BriefingBot.Articles;

namespace BriefingBot.Answering;

/// <summary>Corrections among some articles, and what they take back: a correction outranks what it corrects.</summary>
internal sealed partial class Corrections
{
    private readonly List<(Article Correction, HashSet<string> Wrong)> _corrections;

    public Corrections(IEnumerable<Article> articles) =>
        _corrections = [.. articles.Where(IsCorrection).Select(article => (article, TakenBack().Matches(article.Text).Select(wrong => wrong.Groups["wrong"].Value.TrimEnd('.', ',')).ToHashSet()))];

    /// <summary>Whether an article says of itself, in its title or first words, that it corrects another.</summary>
    public static bool IsCorrection(Article article) => Heading().IsMatch(article.Title) || Heading().IsMatch(article.Text[..Math.Min(article.Text.Length, 40)]);

    /// <summary>Whether a sentence of a correction says what was wrong.</summary>
    public static bool TakesBack(SentenceCandidate candidate) => IsCorrection(candidate.Passage.Article) && TakenBack().IsMatch(candidate.Passage.Article.Cut(candidate.Span));

    /// <summary>Whether a later article of the same source has taken a number or a name in these words back.</summary>
    public bool TakeBack(Article article, TextSpan words) => _corrections.Exists(known =>
        known.Correction.Source == article.Source && known.Correction.Id != article.Id && known.Correction.Published?.Moment > article.Published?.Moment
        && NumberOrName().Matches(article.Cut(words)).Any(match => known.Wrong.Contains(match.Value.TrimEnd('.', ','))));

    [GeneratedRegex(@"^\W*(?:corrections?|corrected|correcting|erratum|errata|corrigend(?:um|a)|clarifications?|retractions?|retracted)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Heading();

    [GeneratedRegex(@"\b(?:[Nn]ot|[Rr]ather than|[Ii]nstead of)\s+(?:(?:by|in|on|at|of|to|from|for|the|an?)\s+)*(?:\p{Sc}\s?)?(?<wrong>\d[\d.,]*|\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+)*)", RegexOptions.CultureInvariant)]
    private static partial Regex TakenBack();

    [GeneratedRegex(@"\d[\d.,]*|\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+)*", RegexOptions.CultureInvariant)]
    private static partial Regex NumberOrName();
}
