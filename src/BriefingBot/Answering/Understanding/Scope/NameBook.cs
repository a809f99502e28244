using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace BriefingBot.Answering;

/// <summary>
/// Known names by what people call them: whole, without <c>the</c>, by their last words (<c>the Herald</c>) or their initials (<c>BBC</c>). A short form
/// that several names share means none of them.
/// </summary>
internal sealed partial class NameBook
{
    // Longer names are not typed out in a question, nor so many words of one.
    private const int MostWords = 8;
    private const int LongestName = 16;

    // Words that stand at the end of many sources' names and alone mean none.
    private static readonly HashSet<string> Common = new(["news", "agency", "online", "media", "press", "magazine", "newspaper", "paper", "report", "reports", "com", "org"], StringComparer.Ordinal);

    private readonly Dictionary<string, Named> _whole = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> _short = new(StringComparer.Ordinal);

    private NameBook()
    {
    }

    public static NameBook OfSources(IEnumerable<string> sources)
    {
        var book = new NameBook();
        foreach (var source in sources)
        {
            book.Add(source, source, hasShort: true);
        }

        return book;
    }

    /// <summary>Of authors who wrote together each has the articles.</summary>
    public static NameBook OfAuthors(IEnumerable<string> authors)
    {
        var book = new NameBook();
        foreach (var author in authors)
        {
            foreach (var person in Together().Split(author).Where(person => person.Length > 0))
            {
                book.Add(person, author, hasShort: true);
            }
        }

        return book;
    }

    public static NameBook OfLabels(IEnumerable<string> labels)
    {
        var book = new NameBook();
        foreach (var label in labels)
        {
            book.Add(label, label, hasShort: false);
        }

        return book;
    }

    /// <summary>
    /// The longest known name that begins at a place in a text; null when none does. <paramref name="asPlainWord"/>: also one of a single word
    /// without a capital.
    /// </summary>
    public FoundName? Find(string text, int start, bool asPlainWord)
    {
        var words = NameWord.Read(text, start, MostWords + 1);
        var hasThe = words is [{ IsThe: true }, ..];
        words = hasThe ? words[1..] : words;
        var isMarked = hasThe || (words.Length > 0 && char.IsUpper(words[0].Text[0]));
        for (var count = Math.Min(words.Length, MostWords); count > 0; count--)
        {
            var (key, last) = (string.Join(' ', words.Take(count).Select(word => word.Folded)), words[count - 1]);
            if (_whole.TryGetValue(key, out var whole) && (isMarked || count > 1 || (asPlainWord && !Common.Contains(key))))
            {
                return new(whole.Name, [.. whole.Values], last.End);
            }

            // The Herald Sun is not the Herald.
            var goesOn = words.Length > count && !last.IsPossessive && char.IsUpper(words[count].Text[0]);
            if (isMarked && !goesOn && _short.GetValueOrDefault(key) is { Count: 1 } only)
            {
                return new(_whole[only.Single()].Name, [.. _whole[only.Single()].Values], last.End);
            }
        }

        return null;
    }

    private void Add(string name, string value, bool hasShort)
    {
        string[] words = [.. NameWord.Read(name, 0, LongestName + 1, acrossSigns: true).Select(word => word.Folded)];
        if (words.Length is 0 or > LongestName)
        {
            return;
        }

        words = words is ["the", _, ..] ? words[1..] : words;
        var whole = string.Join(' ', words);
        if (!_whole.TryGetValue(whole, out var named))
        {
            _whole[whole] = named = new(name, []);
        }

        named.Values.Add(value);
        foreach (var shortened in hasShort ? Shortened(words) : [])
        {
            (_short.TryGetValue(shortened, out var meant) ? meant : _short[shortened] = new(StringComparer.Ordinal)).Add(whole);
        }
    }

    private static IEnumerable<string> Shortened(string[] words)
    {
        var told = words.Length > 1 && Common.Contains(words[^1]) ? words[..^1] : words;
        var first = Math.Max(0, told.Length - MostWords);
        var ends = Enumerable.Range(first, told.Length - first).Select(from => string.Join(' ', told[from..]));
        return ends.Where(end => !Common.Contains(end)).Append(string.Concat(words.Select(word => word[0]))).Where(end => end.Length > 1).Distinct();
    }

    [GeneratedRegex(@"\s+(?:and|with|&)\s+|\s*[,;/]\s*", RegexOptions.IgnoreCase)]
    private static partial Regex Together();

    private sealed record Named(string Name, HashSet<string> Values);
}

/// <summary>A name that stands in a text.</summary>
/// <param name="Name">As the articles have it.</param>
/// <param name="Values">Every spelling and joint authorship that it stands for.</param>
/// <param name="End">Where it ends in the text.</param>
internal sealed record FoundName(string Name, ImmutableArray<string> Values, int End);
