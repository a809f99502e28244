namespace BriefingBot.Answering;

/// <summary>The marks that a quote is shown in.</summary>
internal static class QuotationMarks
{
    private const string Behind = ".,;:!?…";

    /// <summary>What stands before and behind the quote's words: nothing where the article itself has the whole of them in quotation marks.</summary>
    public static (string Before, string Behind) Around(VerifiedQuote quote) =>
        quote.CutShort ? ("“", "”…") : IsQuotation(quote.Text) ? ("", "") : ("“", "”");

    private static bool IsQuotation(string text)
    {
        var end = text.Length;
        while (end > 0 && Behind.Contains(text[end - 1]))
        {
            end--;
        }

        return end > 2 && (text[0], text[end - 1]) switch
        {
            ('“', '”') => text.AsSpan(1, end - 2).IndexOfAny('“', '”') < 0,
            ('"', '"') => !text.AsSpan(1, end - 2).Contains('"'),
            _ => false,
        };
    }
}
