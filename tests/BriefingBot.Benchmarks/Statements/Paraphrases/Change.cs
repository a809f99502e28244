using System.Text.RegularExpressions;

namespace BriefingBot.Benchmarks;

/// <summary>Small operations on sentences that rules share.</summary>
internal static partial class Change
{
    /// <summary>The text with one of the matches replaced, or null where none is.</summary>
    public static string? One(string text, Regex places, Random random, Func<Match, string?> other)
    {
        foreach (var place in random.GetItemsOnce(places.Matches(text)))
        {
            if (other(place) is { } words && words != place.Value)
            {
                return At(text, place.Index, place.Length, words);
            }
        }

        return null;
    }

    /// <summary>The text with other words at a place, and the article in front of them as they need it.</summary>
    public static string At(string text, int start, int length, string words)
    {
        var before = text[..start];
        if (words.Length > 0 && ArticleBefore().Match(before) is { Success: true } article)
        {
            before = $"{before[..(article.Index + 1)]}{(VowelSound().IsMatch(words) ? "n " : " ")}";
        }

        return (before + words + text[(start + length)..]).Replace("  ", " ", StringComparison.Ordinal);
    }

    public static string Capital(string words) => words.Length == 0 ? words : char.ToUpperInvariant(words[0]) + words[1..];

    public static string Sentence(string words) => Capital(words.Trim().TrimEnd('.', ',')) + ".";

    /// <summary>All of them, in an order that chance gives.</summary>
    public static T[] GetItemsOnce<T>(this Random random, IReadOnlyCollection<T> items)
    {
        T[] order = [.. items];
        random.Shuffle(order);
        return order;
    }

    public static T Pick<T>(this Random random, params IReadOnlyList<T> items) => items[random.Next(items.Count)];

    /// <summary>One of the items that is none of those.</summary>
    public static string? Other(this Random random, IEnumerable<string> items, params string[] those)
    {
        var others = items.Except(those).ToArray();
        return others.Length == 0 ? null : others[random.Next(others.Length)];
    }

    /// <summary>A regular expression for any of the words, the longest first.</summary>
    public static string Any(IEnumerable<string> words) => "(?:" + string.Join('|', words.OrderByDescending(word => word.Length).Select(Regex.Escape)) + ")";

    [GeneratedRegex(@"(?<![\w.])[Aa]n? $")]
    private static partial Regex ArticleBefore();

    [GeneratedRegex(@"^(?!(?:[Uu]ni[^nm]|[Uu]s[eu]|[Ee]uro|[Oo]ne\b|U[SK]\b|U\.)|Ukr|Uru|Uga)(?:[AEIOUaeiou]|8|11\b|18\b|hour|honou?r)")]
    private static partial Regex VowelSound();
}
