using System.Text.RegularExpressions;

namespace BriefingBot.EndToEnd.Bot;

/// <summary>Reads a reply as the bot writes it: block quotes with numbers, then numbered sources.</summary>
internal static partial class ReplyText
{
    /// <summary>The quotes of one paragraph each, in order, without what surrounds them. Only for texts that Markdown leaves alone.</summary>
    public static IReadOnlyList<string> Quotes(string reply)
    {
        var quotes = Quote().Matches(reply);
        Assert.Equal(Enumerable.Range(1, quotes.Count), quotes.Select(quote => int.Parse(quote.Groups["number"].ValueSpan, provider: null)));
        return [.. quotes.Select(quote => quote.Groups["words"].Value)];
    }

    [GeneratedRegex(@"^> “(?<words>.+)” \[(?<number>[0-9]+)\]$", RegexOptions.Multiline)]
    private static partial Regex Quote();
}
