using BriefingBot.Texts;

namespace BriefingBot.Web.Bot;

/// <summary>What is said in place of a list of quotes.</summary>
internal static class SearchWords
{
    public static string Empty => ReaderText.Of("Search_Empty");

    public static string NothingFound => ReaderText.Of("Search_NothingFound");

    public static string TooSlow => ReaderText.Of("Search_TooSlow");
}
