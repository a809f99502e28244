using BriefingBot.Ingestion;

namespace BriefingBot.Evaluation;

/// <summary>What SmartReader makes of a page without our rules: what these are worth is measured by it.</summary>
internal static class SmartReaderAlone
{
    public static string TextOf(string html)
    {
        var text = "";
        using var reader = new SmartReader.Reader("https://page.invalid/", html);
        reader.AddCustomOperationEnd(content => text = HtmlText.Of(content));
        reader.GetArticle();
        return text;
    }
}
