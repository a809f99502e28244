using System.Text.RegularExpressions;

namespace BriefingBot.Answering;

/// <summary>A statement is text and nothing else: no link, no markup, no mention, no card.</summary>
internal static partial class MarkupCheck
{
    public static StatementFault? FaultOf(string statement) => Markup().Match(statement) is { Success: true } found ? new("markup", found.Value) : null;

    [GeneratedRegex(@"\b(?:https?|ftp|file|data|javascript|mailto|tel|msteams):|\bwww\.|\]\s*\(|!\[|</?\p{L}|&(?:\p{L}+|#\d+);|(?<!\S)@\p{L}|\w@\w|```|[{}]|\b[\w-]+\.(?:com|org|net|io|info|biz|example)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Markup();
}
