namespace BriefingBot.Answering;

/// <summary>How the mark of a quote in an article is named, so that a link can lead to it.</summary>
public static class QuoteMark
{
    /// <summary>Its id: <c>quote</c> for the first of the article's quotes in the order of the text (index 0), <c>quote-2</c> for the second.</summary>
    public static string Id(int index) => index == 0 ? "quote" : $"quote-{index + 1}";
}
