using System.Collections.Immutable;
using System.Text.RegularExpressions;
using BriefingBot.Articles;

namespace BriefingBot.Answering;

/// <summary>
/// Finds where proposed words stand in an article's canonical text. Time grows with text plus proposal, whatever either repeats.
/// </summary>
internal static partial class QuoteLocator
{
    public const int FewestWords = 3;
    public const int FewestCharacters = 15;

    /// <summary>Where a proposal stands: one span, one a part where it has an ellipsis, or none and the rule that failed.</summary>
    public static Location Locate(string text, string words)
    {
        var proposal = FoldedText.Of(CanonicalText.From(words)).Characters.Trim(' ');
        if (IsTooShort(proposal))
        {
            return new([], QuoteFailure.TooShort);
        }

        var article = FoldedText.Of(text);

        // The article may itself have the ellipsis, so the proposal is first taken as it is.
        var whole = First(text, article, proposal, from: 0);
        if (whole.Failure is null)
        {
            return new([whole.Span], null);
        }

        string[] parts = [.. Ellipsis().Split(proposal).Select(part => part.Trim(' ')).Where(part => part.Length > 0)];
        return parts is [var only] && only == proposal ? new([], whole.Failure) : InOrder(text, article, parts);
    }

    /// <summary>Every place of the words taken as they are, ellipses too, that breaks no rule.</summary>
    public static IEnumerable<TextSpan> Every(string text, string words)
    {
        var proposal = FoldedText.Of(CanonicalText.From(words)).Characters.Trim(' ');
        return IsTooShort(proposal) ? [] : Places(text, FoldedText.Of(text), proposal, from: 0).Where(place => place.Failure is null).Select(place => place.Span);
    }

    /// <summary>Whether the words are too few to mean something, wherever they stand.</summary>
    public static bool AreTooFew(string words) => IsTooShort(FoldedText.Of(CanonicalText.From(words)).Characters.Trim(' '));

    /// <summary>What stands between the ellipses of a proposal, in its own type; the whole where there is none.</summary>
    public static IEnumerable<string> BetweenEllipses(string words) =>
        TypedEllipsis().Split(words).Select(part => part.Trim()).Where(part => part.Any(char.IsLetterOrDigit));

    /// <summary>A proposed span without the white space at its ends, or the rule that failed.</summary>
    public static Location Check(string text, TextSpan span)
    {
        if (span.End > text.Length)
        {
            return new([], QuoteFailure.OutsideArticle);
        }

        var trimmed = span.TrimmedIn(text);
        if (trimmed.Length == 0)
        {
            return new([], QuoteFailure.OnlyBlanks);
        }

        return (QuoteBorder.BrokenRule(text, trimmed.Start) ?? QuoteBorder.BrokenRule(text, trimmed.End)) is { } failure
            ? new([], failure)
            : new([trimmed], null);
    }

    private static Location InOrder(string text, FoldedText article, string[] parts)
    {
        var spans = ImmutableArray.CreateBuilder<TextSpan>(parts.Length);
        var from = 0;
        for (var i = 0; i < parts.Length; i++)
        {
            var (span, end, failure) = IsTooShort(parts[i]) ? new(default, 0, QuoteFailure.TooShort) : First(text, article, parts[i], from);
            if (failure is not null)
            {
                return new([], parts.Length == 1 ? failure : QuoteFailure.InPart(i + 1, failure));
            }

            spans.Add(span);
            from = end;
        }

        return spans.Count == 0 ? new([], QuoteFailure.TooShort) : new(spans.DrainToImmutable(), null);
    }

    /// <summary>The first place that breaks no rule; where every place breaks one, the rule that the first of them breaks.</summary>
    private static Place First(string text, FoldedText article, string part, int from)
    {
        string? failure = null;
        foreach (var place in Places(text, article, part, from))
        {
            if (place.Failure is null)
            {
                return place;
            }

            failure ??= place.Failure;
        }

        return new(default, 0, failure ?? QuoteFailure.NotFound);
    }

    /// <summary>Every place in order, with the rule that it breaks.</summary>
    private static IEnumerable<Place> Places(string text, FoldedText article, string part, int from)
    {
        foreach (var start in new Occurrences(part).In(article.Characters, from))
        {
            var end = start + part.Length;
            var (first, last) = (article.BorderAt(start), article.BorderAt(end));
            var broken = first < 0 || last < 0
                ? QuoteFailure.CutsCharacter
                : QuoteBorder.BrokenRule(text, first)
                    ?? QuoteBorder.BrokenRule(text, last)
                    ?? (Negation.StandsBefore(article.Characters, start) ? QuoteFailure.BehindNegation : null);
            yield return broken is null ? new(new(first, last), end, null) : new(default, end, broken);
        }
    }

    private static bool IsTooShort(string folded) =>
        folded.Length < FewestCharacters || folded.Split(' ').Count(word => word.Any(char.IsLetterOrDigit)) < FewestWords;

    [GeneratedRegex(@"\[ ?\.{3,} ?\]|\( ?\.{3,} ?\)|\.{3,}")]
    private static partial Regex Ellipsis();

    [GeneratedRegex(@"\[\s*(?:…|\.{3,})\s*\]|\(\s*(?:…|\.{3,})\s*\)|…|\.{3,}")]
    private static partial Regex TypedEllipsis();

    /// <summary>Spans in the text, in the order of the proposal's parts, or the failure.</summary>
    internal readonly record struct Location(ImmutableArray<TextSpan> Spans, string? Failure);

    private readonly record struct Place(TextSpan Span, int FoldedEnd, string? Failure);
}
