using System.Text.RegularExpressions;

namespace BriefingBot.Answering;

/// <summary>"What about the Post?" behind a question to the Courier: the same question, to another source.</summary>
internal static partial class OtherSource
{
    /// <summary>Whether a question is no more than what may be a source's name.</summary>
    public static bool MayBeNamed(string question, string last) => Named().IsMatch(question) && ScopeWords.MayBeIn(last);

    /// <summary>The last question to the source that is named; null where it was to none, or none is named.</summary>
    public static string? Substitute(string question, string last, NameBooks names) =>
        ScopeWords.Read(last, names) is { Kind: ScopeKind.Source, Sense: not ScopeSense.Perhaps } asked
        && $"According to {Named().Match(question).Groups["name"].Value}, {asked.Text}" is var other
        && ScopeWords.Read(other, names) is { Kind: ScopeKind.Source } named && named.Text == asked.Text
            ? other
            : null;

    [GeneratedRegex(
        @"^\W*(?i:(?:and|but|so)\s+)?(?i:(?:what|how)\s+about\s+(?:in\s+)?|in\s+|according\s+to\s+)?(?<name>(?i:the\s+)?\p{Lu}[\w’'.-]*(?:\s+[\w’'.-]+){0,5}?)\W*$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Named();
}
