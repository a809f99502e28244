using System.Collections.Immutable;

namespace BriefingBot.Answering;

/// <summary>The names in quotes that a question does not have.</summary>
internal static class QuotedNames
{
    private const int FewestCharacters = 3;
    private const int MostCharacters = 50;

    // "British" or "Icelandic" by itself is said of something.
    private static readonly string[] OfPeoples = ["ian", "ese", "ish", "ic"];

    /// <summary>As they stand there, those of several words first: a word by itself is a name less often.</summary>
    public static IEnumerable<string> In(string question, IEnumerable<VerifiedQuote> quotes)
    {
        var asked = Keys(question);
        string[] names = [.. quotes.SelectMany(Named).Distinct(StringComparer.Ordinal).Where(name => IsFit(name) && !Keys(name).Overlaps(asked))];
        return names.Where(name => !names.Any(other => other.Length > name.Length && Keys(other).IsSupersetOf(Keys(name)))).OrderByDescending(name => name.Contains(' ', StringComparison.Ordinal));
    }

    private static IEnumerable<string> Named(VerifiedQuote quote)
    {
        // A capital at the start of a sentence says nothing; within one it makes a name.
        var (before, after) = QuoteContext.Line(quote);
        var around = ClaimWord.Of($"{before?.Text}\n{quote.Text}\n{after?.Text}");
        ImmutableHashSet<string> small = [.. around.Where(word => !word.IsMark && !word.IsCapitalised).Select(word => word.Lower)];
        var names = NameMention.In(around, small).Where(mention => !mention.Left.IsEmpty).Select(mention => mention.Words).ToHashSet(StringComparer.Ordinal);
        return NameMention.In(ClaimWord.Of(quote.Text), small).Select(mention => mention.Words).Where(names.Contains);
    }

    private static bool IsFit(string name) =>
        name.Length is >= FewestCharacters and <= MostCharacters
        && (name.Contains(' ', StringComparison.Ordinal) || !OfPeoples.Any(ending => name.EndsWith(ending, StringComparison.Ordinal)));

    private static ImmutableHashSet<string> Keys(string words) => [.. ClaimWord.Of(words).Where(word => word.Stem is not null).Select(word => word.Key)];
}
