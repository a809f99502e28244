using System.Text;
using BriefingBot.Articles;

namespace BriefingBot.Answering;

/// <summary>What stands in quotation marks, whose verbs and names are the speaker's own, and what stands outside them.</summary>
internal static class QuotedSpeech
{
    /// <summary>The words of the span outside quotation marks; the marks stay. Speech that began before the span, in its paragraph, goes on in it.</summary>
    public static string Outside(string text, TextSpan span)
    {
        var outside = new StringBuilder(span.Length);
        var inside = false;
        for (var i = ParagraphStart(text, span.Start); i < span.End; i++)
        {
            var (isMark, isInside) = (text[i] is '“' or '”' or '"', text[i] switch { '“' => true, '”' => false, '"' => !inside, _ => inside });
            if (i >= span.Start && (isMark || !inside))
            {
                outside.Append(text[i]);
            }

            inside = isInside;
        }

        return outside.ToString();
    }

    /// <summary>Where the paragraph begins that this offset stands in.</summary>
    public static int ParagraphStart(string text, int at) => at == 0 ? 0 : text.LastIndexOf("\n\n", at - 1, StringComparison.Ordinal) is var before && before < 0 ? 0 : before + 2;
}
