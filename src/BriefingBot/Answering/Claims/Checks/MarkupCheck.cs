using System.Text;
using System.Text.RegularExpressions;

namespace BriefingBot.Answering;

/// <summary>A statement is text and nothing else: no link, no markup, no mention, no card, no letter or sign that only looks like another, and none of the words that are the product's own.</summary>
internal static partial class MarkupCheck
{
    // What English is written with, beside ASCII: typography, letters with accents, signs of currencies and measures.
    private const string Signs = "‘’‚“”„«»‹›–—…·•×÷±°§€£¥¢₹‰′″½¼¾²³";

    /// <param name="statement">What was written.</param>
    /// <param name="quotes">What it rests on; a sign that they have may be used.</param>
    public static StatementFault? FaultOf(string statement, string quotes = "")
    {
        if (Markup().Match(statement) is { Success: true } found)
        {
            return new("markup", found.Value);
        }

        if (OwnWords().Match(statement) is { Success: true } own && !quotes.Contains(own.Value, StringComparison.OrdinalIgnoreCase))
        {
            return new("markup", own.Value);
        }

        var foreign = statement.EnumerateRunes().FirstOrDefault(rune => !IsPlain(rune) && !quotes.Contains(rune.ToString(), StringComparison.Ordinal));
        return foreign == default ? null : new("markup", foreign.ToString());
    }

    private static bool IsPlain(Rune rune) => rune.IsAscii || Signs.Contains(rune.ToString(), StringComparison.Ordinal) || rune.Value is 0xA0 or 0x2009 or 0x202F or (>= 0xC0 and <= 0x24F);

    [GeneratedRegex(@"\b(?:https?|ftp|file|data|javascript|mailto|tel|msteams):|\bwww\.|\]\s*\(|!\[|</?\p{L}|&(?:\p{L}+|#\d+);|(?<!\S)@\p{L}|\w@\w|```|[{}]|\b[\w-]+\.(?:com|org|net|io|info|biz|example|ly|ru|de|uk|co|me|app|dev|xyz|top|eu|us|tv|gg|link|site)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Markup();

    // What is said beside answers, which a statement must not seem to be.
    [GeneratedRegex(@"\blanguage model\b|\bthese are the quotes\b|\barticles? disagrees?\b|\b(?:was|were) withheld because\b|\bUnderstood as\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OwnWords();
}
