namespace BriefingBot.Ingestion;

/// <summary>
/// Tells front matter that speaks of groups in a form that is not read, from text that does not. Ignoring it would open to everybody an
/// article that was meant for a few.
/// </summary>
internal static class RestrictedFrontMatter
{
    // Front matter whose end is missing is looked at this far.
    private const int MostLines = 40;

    public static bool NamesGroups(string markdown)
    {
        var lines = markdown.ReplaceLineEndings("\n").Split('\n', MostLines + 1).Take(MostLines).Select(Bare).SkipWhile(line => line.Length == 0 || IsComment(line)).ToArray();
        return lines.Length > 0
            && IsFence(lines[0])
            && lines.Skip(1).TakeWhile(line => !IsFence(line) || line.StartsWith('%')).Any(IsRestriction);
    }

    /// <summary>The line without blanks and characters of no width at its ends.</summary>
    private static string Bare(string line) => line.Trim().Trim('\u200B', '\uFEFF', '\u2060').Trim();

    private static bool IsComment(string line) => line.StartsWith("<!--", StringComparison.Ordinal) && line.EndsWith("-->", StringComparison.Ordinal);

    private static bool IsFence(string line) =>
        line.StartsWith("---", StringComparison.Ordinal) || line.StartsWith("+++", StringComparison.Ordinal) || line.StartsWith("%YAML", StringComparison.Ordinal);

    /// <summary>A name that means groups, with a value other than the empty list, which opens the article to everybody.</summary>
    private static bool IsRestriction(string line) => line.StartsWith('?') ? IsNamed(line[1..]) :
        line.IndexOfAny([':', '=']) is var end and > 0
        && IsNamed(line[..end])
        && string.Concat(line[(end + 1)..].Where(c => !char.IsWhiteSpace(c))) is var value
        && !value.StartsWith("[]", StringComparison.Ordinal);

    /// <summary>Behind a YAML tag and an anchor; a name with escapes in it may be any.</summary>
    private static bool IsNamed(string name) =>
        name.Contains('\\') || GroupsName.IsMeantBy(string.Concat(name.Split(' ').Where(word => word is not ['!' or '&', ..])));
}
