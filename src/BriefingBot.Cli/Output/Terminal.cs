namespace BriefingBot.Cli.Output;

/// <summary>Text from outside, made safe for a terminal.</summary>
internal static class Terminal
{
    /// <summary>
    /// On one line: each control character but the tab, and each that turns the direction of what follows, replaced by U+FFFD, so that none
    /// can move the cursor or reorder what stands around it.
    /// </summary>
    public static string Safe(string text) => string.Concat(text.Select(c => IsUnsafe(c) ? '\uFFFD' : c));

    private static bool IsUnsafe(char c) => (char.IsControl(c) && c != '\t') || c is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}
