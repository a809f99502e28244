using System.Text.RegularExpressions;

namespace BriefingBot.Web.Asking;

/// <summary>Recognises a pasted quotation whose source is asked for, in chat and on the page alike.</summary>
internal static partial class QuoteToCheck
{
    private const string Things = "(?:quote|quotation|sentence|line|passage|phrase|words|text)";

    // What is asked, before the quotation or behind it: "who said …" is a question about an article, not about a quotation.
    private const string Asked =
        $"(?:where (?:is|was|does|did|do|are) (?:this|that|it|these|the following)(?: {Things})? (?:come |taken )?from"
        + $"|(?:what(?:'s|’s| is) )?(?:the )?source (?:of|for)(?: (?:this|that|the following))?(?: {Things})?"
        + "|(?:please )?(?:check|verify|fact-?check)(?: (?:this|that|the|my|the following))?[ -](?:quote|quotation)"
        + $"|is (?:this|that|the following)(?: an?| the)?(?: real| right| true| exact| genuine| correct| actual| accurate)? {Things}(?: right| real| true| exact| genuine| correct| accurate| word for word)?"
        + "|woher (?:stammt|ist|kommt) (?:das|dies|dieses zitat|dieser satz|diese stelle)"
        + "|(?:bitte )?prüfe(?:n sie)?(?: bitte)? (?:das|dieses) zitat"
        + "|(?:ist|stimmt) (?:das|dieses) zitat(?: so)?(?: (?:richtig|echt|korrekt|genau|wörtlich))?"
        + $"|(?:which|what) article (?:is|has|contains) (?:this|that)(?: {Things})?(?: from| in)?)";

    // In German guillemets point inwards, in French outwards.
    private const string Opening = "[\"“„«»‟‘‚‹›]";

    private const string Closing = "[\"“”«»‘’‹›]";

    /// <summary>The quotation, with the marks that it was given in; null where none is to be checked.</summary>
    public static string? In(string text)
    {
        var match = Before().Match(text) is { Success: true } before ? before : Behind().Match(text);
        return match.Success ? match.Groups["quote"].Value.Trim() : null;
    }

    /// <summary>Behind the question: in marks, or behind a colon, a question mark or a line end; for "check quote" just so.</summary>
    [GeneratedRegex($@"^\W*{Asked}(?:\s*[:?\n][\s:?–—-]*|[\s,–—-]*(?={Opening})|(?<=(?:check|verify|prüfen?)\b.*\b(?:quote|quotation|zitat))\s+)(?=.*\w)(?<quote>.+)$", RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Before();

    /// <summary>Before the question: in marks, or where a sentence of some length ends.</summary>
    [GeneratedRegex($@"^(?<quote>{Opening}.+{Closing}|.{{15,}}[.!…\n:–—-])[\s:,.–—-]*(?:{Asked}|(?:what(?:'s|’s| is) )?(?:the )?source)\W*$", RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Behind();
}
