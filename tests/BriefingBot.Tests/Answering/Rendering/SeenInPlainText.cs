using System.Text.RegularExpressions;

namespace BriefingBot.Tests.Answering;

/// <summary>Reads plain text by its prefix: a run of lines with <c>&gt; </c> is a quote, a line with <c>[n]</c> or <c>- </c> names an article.</summary>
internal static partial class SeenInPlainText
{
    public static Seen Read(string text)
    {
        var seen = Seen.Nothing;
        var quote = new List<string>();
        foreach (var line in text.Split('\n'))
        {
            if (line.StartsWith("> ", StringComparison.Ordinal))
            {
                quote.Add(line[2..]);
                continue;
            }

            if (quote.Count > 0)
            {
                seen.Quotes.Add(string.Join('\n', quote));
                quote.Clear();
            }

            if (SourceMark().Match(line) is { Success: true } mark)
            {
                Assert.True(mark.Value == "- " || mark.Value == $"[{seen.Sources.Count + 1}] ", $"{mark.Value}is out of order.");
                seen.Sources.Add(line[mark.Length..]);
            }
            else if (line.Length > 0)
            {
                seen.Notes.Add(line);
            }
        }

        return seen;
    }

    [GeneratedRegex(@"^(\[[0-9]+\] |- )")]
    private static partial Regex SourceMark();
}
