using System.Text.RegularExpressions;
using BriefingBot.Articles;

namespace BriefingBot.Answering;

/// <summary>Corrections among some articles, and what they take back: a correction outranks what it corrects.</summary>
internal sealed partial class Corrections
{
    private readonly List<(Article Correction, HashSet<string> Wrong)> _corrections;

    public Corrections(IEnumerable<Article> articles) =>
        _corrections = [.. articles.Where(IsCorrection).Select(article => (article, TakenBack().Matches(article.Text).Select(number => number.Groups["number"].Value.TrimEnd('.', ',')).ToHashSet()))];

    /// <summary>Whether an article says of itself that it corrects another.</summary>
    public static bool IsCorrection(Article article) => Heading().IsMatch(article.Title) || Heading().IsMatch(article.Text[..Math.Min(article.Text.Length, 40)]);

    /// <summary>Whether a later article of the same source has taken a number in these words back.</summary>
    public bool TakeBack(Article article, TextSpan words) => _corrections.Exists(known =>
        known.Correction.Source == article.Source && known.Correction.Id != article.Id && known.Correction.Published?.Moment > article.Published?.Moment
        && Number().Matches(article.Cut(words)).Any(number => known.Wrong.Contains(number.Value.TrimEnd('.', ','))));

    [GeneratedRegex(@"^\W*(?:corrections?|corrected|correcting|erratum|errata|corrigend(?:um|a)|clarifications?|retractions?|retracted)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Heading();

    [GeneratedRegex(@"\b(?:not|rather than|instead of)\s+(?:\p{Sc}\s?)?(?<number>\d[\d.,]*)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex TakenBack();

    [GeneratedRegex(@"\d[\d.,]*")]
    private static partial Regex Number();
}
