using System.Text.RegularExpressions;

namespace BriefingBot.Web.Asking;

/// <summary>"New topic", alone or before a question, in English or German: what was asked before is forgotten.</summary>
internal static partial class NewTopic
{
    /// <summary>The words by themselves.</summary>
    public const string Words = "new topic";

    /// <summary>Whether the text begins so; <paramref name="rest"/> is the question behind it, or empty.</summary>
    public static bool Begins(string text, out string rest)
    {
        var match = Opening().Match(text);
        rest = match.Success ? text[match.Length..].Trim() : text;
        return match.Success;
    }

    // "New topic in parliament?" is a question.
    [GeneratedRegex(@"^/?(?:new\s*topic|neues\s*thema)\s*(?:[:;.,!\n–—-]\s*|$)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Opening();
}
