namespace BriefingBot.Cli.Output;

/// <summary>Text from outside, made safe for a terminal.</summary>
internal static class Terminal
{
    /// <summary>On one line, each control character replaced by U+FFFD, so that none can move the cursor or change what stands before.</summary>
    public static string Safe(string text) => string.Concat(text.Select(c => char.IsControl(c) ? '\uFFFD' : c));
}
