namespace BriefingBot.Web.Bot;

/// <summary>What is said in place of a list of quotes.</summary>
internal static class SearchWords
{
    public const string Empty = "Type what a quote should be about.";

    public const string NothingFound = "The articles have nothing about this. Try other words.";

    public const string TooSlow = "The search took too long. Please try again in a moment.";
}
