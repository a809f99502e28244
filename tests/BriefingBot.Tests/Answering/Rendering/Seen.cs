namespace BriefingBot.Tests.Answering;

/// <summary>
/// What a reader sees of a rendered answer, once it is parsed as its channel parses it. A parser here throws on anything that no
/// rendering of ours has: a heading, emphasis, code, an image, a table, a tag, a link outside the sources.
/// </summary>
/// <param name="Quotes">Each with its quotation marks, ellipsis and number.</param>
/// <param name="Sources">Each as one line of text, without a number that the channel draws itself.</param>
/// <param name="Links">Text and address.</param>
/// <param name="Notes">What stands beside quotes and sources.</param>
internal sealed record Seen(List<string> Quotes, List<string> Sources, List<(string Text, string Url)> Links, List<string> Notes)
{
    public static Seen Nothing => new([], [], [], []);
}
