namespace BriefingBot.Answering;

/// <summary>A turn in which a quotation was checked: what was asked is the quotation itself, and "he" is whoever said it.</summary>
internal static class Quotation
{
    public static string Of(string given) => $"“{given}”";

    public static bool IsOne(string question) => question is ['“', .., '”'];
}
