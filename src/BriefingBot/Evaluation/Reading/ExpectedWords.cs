using System.Text.RegularExpressions;

namespace BriefingBot.Evaluation;

/// <summary>The words of a document as Markdown that stands for what is to be read, without what Markdown adds and without what is no words.</summary>
internal static partial class ExpectedWords
{
    public static Dictionary<string, int> Of(string markdown) => OfText(Stripped(markdown));

    /// <summary>The words of a text, <c>\w+</c>, whatever their case.</summary>
    public static Dictionary<string, int> OfText(string text) => Shingles.Counted(Shingles.Word().Matches(text.ToLowerInvariant()).Select(word => word.Value));

    /// <summary>How much of what stands there is formula: the share of the words within formulae.</summary>
    public static double FormulaShare(string markdown)
    {
        var (all, without) = (Count(Comment().Replace(markdown, " ")), Count(Formula().Replace(Comment().Replace(markdown, " "), " ")));
        return all == 0 ? 0 : (all - without) / (double)all;
    }

    private static int Count(string text) => Shingles.Word().Count(text);

    private static string Stripped(string markdown)
    {
        var text = Comment().Replace(markdown, " ");
        text = Formula().Replace(text, " ");
        text = Image().Replace(text, " ");
        text = LinkTarget().Replace(text, "]");
        text = Address().Replace(text, " ");
        text = TaskMark().Replace(text, "$1");
        text = ListNumber().Replace(text, " ");
        text = Entity().Replace(text, found => System.Net.WebUtility.HtmlDecode(found.Value));
        return Escape().Replace(text, "$1");
    }

    [GeneratedRegex(@"<!--.*?-->", RegexOptions.Singleline)]
    private static partial Regex Comment();

    [GeneratedRegex(@"\$\$.+?\$\$|(?<![\\\w$])\$(?=[^\s\d$])[^$\n]+\$(?![\w$])", RegexOptions.Singleline)]
    private static partial Regex Formula();

    [GeneratedRegex(@"!\[[^\]]*\]\([^)]*\)")]
    private static partial Regex Image();

    [GeneratedRegex(@"\]\((?:[^()\s]|\([^()]*\))*(?:\s+""[^""]*"")?\)")]
    private static partial Regex LinkTarget();

    [GeneratedRegex(@"<(?:https?|ftp|mailto):[^>\s]*>|(?:https?|ftp)://[^\s)\]>|]+")]
    private static partial Regex Address();

    [GeneratedRegex(@"^(\s*[-*+]\s+)\[[ xX]\]", RegexOptions.Multiline)]
    private static partial Regex TaskMark();

    [GeneratedRegex(@"^[\s>]*\d+[.)](?=\s)", RegexOptions.Multiline)]
    private static partial Regex ListNumber();

    [GeneratedRegex(@"&(?:\w+|#\d+);")]
    private static partial Regex Entity();

    [GeneratedRegex(@"\\([\\`*_{}\[\]()#+\-.!|<>~$&])")]
    private static partial Regex Escape();
}
