using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace BriefingBot.Ingestion;

/// <summary>The words of an element's class and id, in which authors of pages say what it is: <c>articleShareBar</c> is article, share, bar.</summary>
internal static partial class NameWords
{
    public static IReadOnlyList<string> Of(IElement element)
    {
        var names = $"{element.ClassName} {element.Id}";
        return names.Length == 1 ? [] : [.. NamesIn(names).SelectMany(WordsOf)];
    }

    private static IEnumerable<string> NamesIn(string names) => names
        .Split([' ', '\t', '\n', '\r', '\f'], StringSplitOptions.RemoveEmptyEntries)
        // These tell what an article is about, what stands beside it or how it is set, not what it is.
        .Where(name => name.Length <= 100 && !About().IsMatch(name));

    private static IEnumerable<string> WordsOf(string name) => Word().Matches(name).Select(word => word.Value.ToLowerInvariant());

    [GeneratedRegex(@"^(?:(?:tag|category|cat|topic|section|type|format|status|has|is|no|not|with|without|hide|show|enable|include)[-_]|.*(?:-has-|-with-|-no-|__has|--has|--with|--no-))", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex About();

    [GeneratedRegex(@"\p{Lu}{2,}(?!\p{Ll})|\p{Lu}?\p{Ll}+|\p{Lu}", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
