using System.Collections.Immutable;
using System.Text.RegularExpressions;
using BriefingBot.Articles;

namespace BriefingBot.Ingestion;

/// <summary>
/// The lines between two <c>---</c> at the head of a Markdown file: <c>key: value</c>, <c>[a, b]</c> and <c>- a</c> lists, a small part of
/// YAML. Keys that are not an article's are passed over. What <c>groups</c> holds is taken strictly: an article meant for a few must never
/// be read as open to everybody.
/// </summary>
internal sealed partial class FrontMatter
{
    private readonly Dictionary<string, FrontMatterValue> values = new(StringComparer.OrdinalIgnoreCase);

    private FrontMatter()
    {
    }

    /// <summary>The front matter, empty where there is none, and the text below it.</summary>
    public static FrontMatter Of(string markdown, out string body)
    {
        var frontMatter = new FrontMatter();
        body = markdown;
        var lines = markdown.TrimStart('\uFEFF', '\n', '\r').ReplaceLineEndings("\n").Split('\n');
        if (lines[0].TrimEnd() != "---")
        {
            return frontMatter;
        }

        var end = Array.FindIndex(lines, 1, line => line.TrimEnd() is "---" or "...");
        var inside = Array.ConvertAll(lines[1..(end < 0 ? lines.Length : end)], line => line.TrimEnd());
        if (end >= 0 && inside.All(IsYaml))
        {
            frontMatter.Add(inside);
            body = string.Join('\n', lines[(end + 1)..]);
        }
        else if (inside.Any(line => GroupsLine().IsMatch(line)))
        {
            // Read as text, the article would be open to everybody.
            throw new UnreadableInputException("the front matter names groups but is broken. "
                + "Begin and end it with a line of ---, and write 'key: value' lines or '- item' lists between them");
        }

        return frontMatter;
    }

    /// <summary>The article with what the front matter says about it.</summary>
    public ReadArticle Describe(ReadArticle article) => article with
    {
        Id = Text("id"),
        Title = Text("title") ?? article.Title,
        Source = Text("source"),
        Author = Joined("author") ?? Joined("authors"),
        Url = WebAddress.ParseOrNull(Text("url")),
        Published = Date("published") ?? Date("date"),
        Labels = [.. Labels("labels").Concat(Labels("tags")).Distinct()],
        Groups = Groups(),
    };

    private static bool IsYaml(string line) =>
        line.Length == 0 || line.StartsWith('#') || char.IsWhiteSpace(line[0]) || line.StartsWith("- ", StringComparison.Ordinal) || line == "-"
        || KeyLine().IsMatch(line);

    private void Add(string[] lines)
    {
        for (var i = 0; i < lines.Length; i++)
        {
            if (KeyLine().Match(lines[i]) is not { Success: true } match)
            {
                continue;
            }

            var key = match.Groups["key"].Value.Trim('"', '\'').Trim();
            var below = lines[(i + 1)..].TakeWhile(line => !KeyLine().IsMatch(line))
                .Where(line => line.Length > 0 && !line.TrimStart().StartsWith('#'));
            if (!values.TryAdd(key, FrontMatterValue.Parse(match.Groups["value"].Value, [.. below])))
            {
                throw new UnreadableInputException($"the front matter gives '{key}' twice. Keep one");
            }
        }
    }

    private string? Text(string key) => List(key) is [{ } only] && !string.IsNullOrWhiteSpace(only) ? only : null;

    private string? Joined(string key) => string.Join(", ", List(key)) is var names && !string.IsNullOrWhiteSpace(names) ? names : null;

    /// <summary>Labels are often written one after another with commas.</summary>
    private IEnumerable<string> Labels(string key) =>
        List(key).SelectMany(label => label.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));

    private ImmutableArray<string> List(string key) => values.TryGetValue(key, out var value) && value.IsUnderstood ? value.Items : [];

    private PublicationDate? Date(string key) => Text(key) switch
    {
        null => null,
        var text when PublicationDate.TryParse(text, out var date) => date,
        var text => throw new UnreadableInputException(
            $"the date '{text}' of '{key}' in the front matter is not understood. Write it as 2026-03-01, or leave it out"),
    };

    private ImmutableArray<string> Groups()
    {
        if (!values.TryGetValue("groups", out var value))
        {
            return [];
        }

        return value is { IsUnderstood: true, IsOneOrSeveral: false } && !value.Items.Any(string.IsNullOrWhiteSpace)
            ? value.Items
            : throw new UnreadableInputException("the front matter's 'groups' is not understood. Write it as [one, two]; [] opens the article to everybody");
    }

    [GeneratedRegex("""^(?<key>"[^"]*"|'[^']*'|[\w][\w .-]*?)\s*:(?:\s+(?<value>.*))?$""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex KeyLine();

    [GeneratedRegex("""^\s*["']?groups?["']?\s*:""", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex GroupsLine();
}
