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

    // "Storm" is the title of many articles.
    private const int FewestWordsOfTitle = 3;

    private readonly ImmutableArray<Article> _corrections = [.. articles.Where(IsCorrection)];
    private ImmutableArray<TakenBack>? _takenBack;

    /// <summary>Whether none of the articles is a correction.</summary>
    public bool IsEmpty => _corrections.IsEmpty;

    /// <summary>Whether an article says of itself, in its title or first words, that it corrects another.</summary>
    public static bool IsCorrection(Article article) => Heading().IsMatch(article.Title) || Heading().IsMatch(article.Text[..Math.Min(article.Text.Length, 40)]);

    /// <summary>Whether a sentence of a correction says what was wrong.</summary>
    public static bool TakesBack(SentenceCandidate candidate) => IsCorrection(candidate.Passage.Article) && Wrong().IsMatch(candidate.Passage.Article.Cut(candidate.Span));

    /// <summary>Whether a correction says in its title that it takes back this article whole.</summary>
    public static bool IsRetractionOf(Article correction, Article article) =>
        Whole().Match(correction.Title) is { Success: true } heading && EnglishTerms.Of(correction.Title[(heading.Index + heading.Length)..]).SequenceEqual(EnglishTerms.Of(article.Title));

    /// <summary>The numbers and names in some words.</summary>
    public static HashSet<string> ValuesIn(string text) => NumberOrName().Matches(text).Select(match => match.Value.TrimEnd('.', ',')).ToHashSet(StringComparer.Ordinal);

    /// <summary>Whether a later article of the same source has taken a number or a name in these words back, and speaks of the same thing.</summary>
    public bool TakeBack(Article article, TextSpan words) => TakenBackIn(article, words).Count > 0;

    /// <summary>The numbers and names in these words that later articles of the same source have taken back.</summary>
    public IReadOnlyList<TakenBack> TakenBackIn(Article article, TextSpan words)
    {
        _takenBack ??= [.. _corrections.SelectMany(TakenBackBy)];
        var known = _takenBack.Value.Where(taken => IsLaterOfItsSource(taken.By, article)).ToArray();
        if (known.Length == 0)
        {
            return [];
        }

        var text = article.Cut(words);
        var values = ValuesIn(text);
        var terms = EnglishTerms.Of(text).ToHashSet(StringComparer.Ordinal);
        return Array.FindAll(known, taken => values.Contains(taken.Value) && taken.IsAbout(terms));
    }

    /// <summary>The later corrections of the same source whose title or text has an article's title.</summary>
    public IEnumerable<Article> Naming(Article article) => article.Title.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length < FewestWordsOfTitle
        ? []
        : _corrections.Where(correction => IsLaterOfItsSource(correction, article) && Has($"{correction.Title}\n{correction.Text}", article.Title));

    private static bool Has(string text, string title) => Regex.IsMatch(text, $@"(?<!\w){Regex.Escape(title)}(?!\w)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static bool IsLaterOfItsSource(Article correction, Article article) =>
        correction.Source == article.Source && correction.Id != article.Id && correction.Published?.Moment > article.Published?.Moment;

    private static IEnumerable<TakenBack> TakenBackBy(Article correction) => Wrong().Matches(correction.Text).Select(match =>
    {
        var (start, end) = (Math.Max(0, match.Index - Around), Math.Min(correction.Text.Length, match.Index + match.Length + Around));
        var value = match.Groups["wrong"].Value.TrimEnd('.', ',');
        return new TakenBack(correction, value, match.Index, [.. EnglishTerms.Of($"{Heading().Replace(correction.Title, "")}\n{correction.Text[start..end]}").Except(EnglishTerms.Of(value))]);
    });

    [GeneratedRegex(@"^\W*(?:corrections?|corrected|correcting|erratum|errata|corrigend(?:um|a)|clarifications?|retractions?|retracted)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Heading();

    [GeneratedRegex(@"\b(?:[Nn]ot|[Rr]ather than|[Ii]nstead of)\s+(?:(?:by|in|on|at|of|to|from|for|the|an?)\s+)*(?:\p{Sc}\s?)?(?<wrong>\d[\d.,]*|\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+)*)", RegexOptions.CultureInvariant)]
    private static partial Regex Wrong();

    [GeneratedRegex(@"\d[\d.,]*|\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+)*", RegexOptions.CultureInvariant)]
    private static partial Regex NumberOrName();

    [GeneratedRegex(@"^\W*retract(?:ions?|ed)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Whole();

    /// <summary>A number or a name that was wrong, where that is said, and the terms of what is said of it.</summary>
    internal sealed record TakenBack(Article By, string Value, int At, HashSet<string> About)
    {
        public bool IsAbout(HashSet<string> terms)
        {
            var shared = terms.Count(About.Contains);
            return shared >= FewestSharedTerms && shared >= LeastSharedTerms * Math.Min(terms.Count, About.Count);
        }
    }
}
