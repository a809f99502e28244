using BriefingBot.Articles;

namespace BriefingBot.Answering;

/// <summary>The paragraphs of a canonical text.</summary>
internal static class Paragraphs
{
    /// <summary>Runs of lines that are not blank, without the line end behind them.</summary>
    public static IEnumerable<TextSpan> Of(string text)
    {
        int? start = null;
        var end = 0;
        for (var line = 0; line <= text.Length;)
        {
            var next = text.IndexOf('\n', line) is >= 0 and var found ? found : text.Length;
            if (!text.AsSpan(line, next - line).IsWhiteSpace())
            {
                (start, end) = (start ?? line, next);
            }
            else if (start is { } first)
            {
                yield return new(first, end);
                start = null;
            }

            line = next + 1;
        }

        if (start is { } last)
        {
            yield return new(last, end);
        }
    }
}
