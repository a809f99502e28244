namespace BriefingBot.Web.Asking;

/// <summary>What people type that is no question, in chat and on the page alike.</summary>
internal static class SmallTalk
{
    private static readonly string[] HelpWords = ["help", "/help", "?"];

    private static readonly string[] Greetings = ["hi", "hello"];

    private static readonly string[] Thanks = ["thanks", "thank you"];

    public static bool AsksForHelp(string text) => IsOneOf(HelpWords, text);

    public static bool Greets(string text) => IsOneOf(Greetings, text);

    public static bool SaysThanks(string text) => IsOneOf(Thanks, text);

    private static bool IsOneOf(string[] words, string text) => words.Contains(text.TrimEnd('!', '.', ' '), StringComparer.OrdinalIgnoreCase);
}
