using System.Text.RegularExpressions;

namespace BriefingBot.Answering;

/// <summary>
/// What Web Chat does to CommonMark besides reading it: its markdown-it sets typographer's signs for straight quotes, <c>--</c>,
/// <c>...</c>, <c>(c)</c> and the like, and links whatever looks like the name of a host. Both leave escaped characters alone.
/// </summary>
internal static partial class WebChatMarkdown
{
    /// <summary>The same Markdown with one more character escaped wherever Web Chat would write another than the article has.</summary>
    public static string Keep(string markdown) => Changed().Replace(markdown, @"\$0");

    // In their order: quotes; the second of two stops, commas or hyphens; +-; the second of two ?!; (c) (r) (tm); the stop of example.org.
    [GeneratedRegex(@"['""]|(?<=\.)\.|(?<=,),|(?<=-)-|(?<=\+)-|(?<=[?!])[?!]|\((?=(?:c|r|tm)\))|(?<=[\p{L}\p{N}])\.(?=\p{L}{2})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Changed();
}
