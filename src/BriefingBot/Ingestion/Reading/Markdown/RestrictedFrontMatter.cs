using System.Text.RegularExpressions;

namespace BriefingBot.Ingestion;

/// <summary>
/// Tells front matter that speaks of groups in a form that is not read, from text that does not. Ignoring it would open to everybody an
/// article that was meant for a few.
/// </summary>
internal static partial class RestrictedFrontMatter
{
    // Front matter whose end is missing is looked at this far.
    private const int MostLines = 40;

    public static bool NamesGroups(string markdown)
    {
        var lines = markdown.ReplaceLineEndings("\n").Split('\n', MostLines + 1).Take(MostLines).Select(Bare).SkipWhile(line => line.Length == 0).ToArray();
        return lines.Length > 0
            && IsFence(lines[0])
            && lines.Skip(1).TakeWhile(line => !IsFence(line) || line.StartsWith('%')).Any(line => Groups().IsMatch(line));
    }

    /// <summary>The line without blanks and characters of no width at its ends.</summary>
    private static string Bare(string line) => line.Trim().Trim('\u200B', '\uFEFF', '\u2060').Trim();

    private static bool IsFence(string line) =>
        line.StartsWith("---", StringComparison.Ordinal) || line.StartsWith("+++", StringComparison.Ordinal) || line.StartsWith("%YAML", StringComparison.Ordinal);

    [GeneratedRegex(@"^\W*groups?\W{0,2}\s*[:=](?!\s*\[\s*\])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Groups();
}
