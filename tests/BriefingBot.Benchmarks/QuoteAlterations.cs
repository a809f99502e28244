using System.Text.RegularExpressions;

namespace BriefingBot.Benchmarks;

/// <summary>A quotation taken from an article, as it stands or altered.</summary>
/// <param name="ArticleId">Where it is from.</param>
/// <param name="Original">The words as they stand there.</param>
/// <param name="Quote">The words as somebody would give them.</param>
/// <param name="Kind"><c>true</c>, <c>typography</c>, <c>word</c>, <c>number</c>, <c>name</c> or <c>negation</c>.</param>
internal sealed record TakenQuote(string ArticleId, string Original, string Quote, string Kind)
{
    public bool IsAltered => Kind is not ("true" or "typography");
}

/// <summary>
/// Takes quotations from articles, half of them true and half altered in one word, number, name or negation. The same articles and the same
/// seed give the same quotations.
/// </summary>
internal sealed partial class QuoteAlterations(IReadOnlyList<(string Id, string Text)> articles, int seed)
{
    private static readonly string[] Negatable = ["is", "are", "was", "were", "has", "have", "had", "will", "would", "could", "did", "does"];
    private static readonly string[] TurnsAround = ["not", "never", "no", "cannot", "without", "nor", "neither", "minus"];

    private readonly Random _random = new(seed);
    private readonly string[] _words = [.. articles.SelectMany(article => Lower().Matches(article.Text)).Select(word => word.Value).Distinct().Order(StringComparer.Ordinal)];
    private readonly string[] _names = [.. articles.SelectMany(article => Name().Matches(article.Text)).Select(word => word.Value).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>So many true ones, every second in other type.</summary>
    public IEnumerable<TakenQuote> True(int count) => Enumerable.Range(0, count).Select(i =>
    {
        var (id, original) = Take();
        return i % 2 == 0 ? new TakenQuote(id, original, original, "true") : new(id, original, InOtherType(original), "typography");
    });

    /// <summary>So many altered ones, of each kind a quarter.</summary>
    public IEnumerable<TakenQuote> Altered(int count) => Enumerable.Range(0, count).Select(i =>
    {
        while (true)
        {
            var (id, original) = Take();
            var (kind, altered) = (i % 4) switch
            {
                0 => ("word", Replaced(original, Lower(), _words)),
                1 => ("number", Replaced(original, Digits(), ["3", "17", "48", "260", "2,900", "1986"])),
                2 => ("name", Replaced(original, Name(), _names)),
                _ => ("negation", Negated(original)),
            };
            if (altered is not null)
            {
                return new TakenQuote(id, original, altered, kind);
            }
        }
    });

    /// <summary>One or two sentences, or a run of words from one.</summary>
    private (string Id, string Words) Take()
    {
        while (true)
        {
            var (id, text) = articles[_random.Next(articles.Count)];
            var sentences = Sentence().Matches(text);
            if (sentences.Count < 3)
            {
                continue;
            }

            var first = sentences[_random.Next(sentences.Count - 1)];
            var words = _random.Next(3) switch
            {
                0 => text[first.Index..(first.NextMatch().Index + first.NextMatch().Length)],
                1 => first.Value,
                _ => Fragment(first.Value),
            };
            if (words is { Length: >= 40 and <= 400 } && words.Split(' ').Length >= 7 && !words.Contains("\n\n\n", StringComparison.Ordinal))
            {
                return (id, words);
            }
        }
    }

    /// <summary>Between two blanks of a sentence, beginning and ending with a plain word, and not behind a negation.</summary>
    private string? Fragment(string sentence)
    {
        var words = sentence.Split(' ');
        var start = _random.Next(words.Length);
        var end = start + 7 + _random.Next(12);
        return start > 0 && end < words.Length && Plain().IsMatch(words[start]) && Plain().IsMatch(words[end - 1]) && !TurnsAround.Contains(words[start - 1].Trim('"', '“', '(').ToLowerInvariant()) && !words[start - 1].EndsWith('t')
            ? string.Join(' ', words[start..end])
            : null;
    }

    private string? Replaced(string original, Regex what, string[] others)
    {
        var found = what.Matches(original);
        if (found.Count == 0)
        {
            return null;
        }

        var place = found[_random.Next(found.Count)];
        var other = others[_random.Next(others.Length)];
        return other.Equals(place.Value, StringComparison.OrdinalIgnoreCase) ? null : original[..place.Index] + other + original[(place.Index + place.Length)..];
    }

    private string? Negated(string original)
    {
        if (Not().Match(original) is { Success: true } not)
        {
            return original.Remove(not.Index, not.Length);
        }

        var places = Lower2().Matches(original).Where(word => Negatable.Contains(word.Value)).ToArray();
        return places.Length == 0 ? null : original.Insert(places[_random.Next(places.Length)] is var place ? place.Index + place.Length : 0, " not");
    }

    private static string InOtherType(string original) => original
        .Replace('“', '"').Replace('”', '"').Replace('’', '\'').Replace("–", "—").Replace("...", "…")
        .Replace("\n\n", "\n").Replace(", ", ",  ").Replace(" the ", "\u00A0the ");

    [GeneratedRegex(@"(?<=^|[.!?][""”]?\s+)[A-Z][^\n.!?]{20,}(?:[.](?=\d)[^\n.!?]*)*[.!?][""”]?(?=\s|$)", RegexOptions.Multiline)]
    private static partial Regex Sentence();

    [GeneratedRegex(@"(?<=[ ])[a-z]{5,}(?=[ ])")]
    private static partial Regex Lower();

    [GeneratedRegex(@"(?<=[ ])[a-z]+(?=[ ])")]
    private static partial Regex Lower2();

    [GeneratedRegex(@"(?<=[a-z,] )[A-Z][a-z]{3,}(?=[ ])")]
    private static partial Regex Name();

    [GeneratedRegex(@"(?<=[ ])[1-9][0-9]*(?:,[0-9]{3})*(?=[ ])")]
    private static partial Regex Digits();

    [GeneratedRegex(@" not(?= )")]
    private static partial Regex Not();

    [GeneratedRegex("^[A-Za-z]{2,}$")]
    private static partial Regex Plain();
}
