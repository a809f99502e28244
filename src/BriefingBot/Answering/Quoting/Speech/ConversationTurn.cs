using System.Text.RegularExpressions;
using BriefingBot.Articles;

namespace BriefingBot.Answering;

/// <summary>A paragraph of an interview or a transcript, which begins with whoever speaks: "Q: …", "Ann Reed: …", "((Ann Reed)) …".</summary>
internal static partial class ConversationTurn
{
    /// <summary>Who speaks at this offset; null where the article is no conversation there. A name before a colon counts where it begins another paragraph as well.</summary>
    public static string? SpeakerAt(string text, int at)
    {
        var label = Label().Match(text, QuotedSpeech.ParagraphStart(text, at));
        if (!label.Success)
        {
            return null;
        }

        var speaker = label.Groups["speaker"].Value;
        return label.Value[0] == '(' || Recurs(text, $"\n{speaker}:") ? speaker : null;
    }

    /// <summary>The beginning of the turn that a span goes on in; null where the span is its beginning, or no turn.</summary>
    public static TextSpan? BeginningOf(string text, TextSpan span) =>
        QuotedSpeech.ParagraphStart(text, span.Start) is var start && start + MostBlanks < span.Start && SpeakerAt(text, span.Start) is not null ? new(start, span.Start) : null;

    private const int MostBlanks = 3;

    private static bool Recurs(string text, string line) =>
        text.IndexOf(line, StringComparison.Ordinal) is >= 0 and var first && (text.IndexOf(line, first + 1, StringComparison.Ordinal) >= 0 || text.StartsWith(line[1..], StringComparison.Ordinal));

    [GeneratedRegex(@"\G\s*(?:\(\((?<speaker>[^()\n]{1,60})\)\)\s*:?|(?<speaker>\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*){0,3})\s?:)(?=\s)", RegexOptions.CultureInvariant)]
    private static partial Regex Label();
}
