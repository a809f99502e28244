using System.Text.RegularExpressions;
using BriefingBot.Indexing;

namespace BriefingBot.Answering;

/// <summary>
/// Whose number a question asks for: "how many people died" wants the dead, and no count of others. Everything counts people, so the words
/// around a number tell whether it is the one.
/// </summary>
internal sealed partial class AskedCount
{
    private readonly Regex? _fate;
    private readonly string? _predicate;

    private AskedCount(Regex? fate, string? predicate) => (_fate, _predicate) = (fate, predicate);

    /// <summary>Whether it asks for the dead, the hurt or the like, which are told by words of their own: who tells none of them does not answer.</summary>
    public bool IsOfFate => _fate is not null;

    /// <summary>Null where a question's words do not tell.</summary>
    public static AskedCount? In(string question)
    {
        if (Fates().Match(question) is { Success: true } fate)
        {
            return new(fate.Groups["dead"].Success ? Dead() : fate.Groups["hurt"].Success ? Hurt() : Driven(), null);
        }

        var predicate = EnglishTerms.Of(Predicate().Match(question).Groups["verb"].Value);
        return predicate.Count == 0 ? null : new(null, predicate[0]);
    }

    /// <summary>Whether the words tell of what is asked for.</summary>
    public bool IsToldIn(Excerpt excerpt) => _fate?.IsMatch(excerpt.Article.Cut(excerpt.Span)) ?? excerpt.Terms.Contains(_predicate!);

    /// <summary>Whether the sentence says that there are none of them.</summary>
    public bool IsDeniedIn(SentenceCandidate candidate) =>
        candidate.Passage.Article.Cut(candidate.Span) is var sentence && None().Match(sentence) is { Success: true } none && _fate?.IsMatch(sentence, none.Index) == true;

    [GeneratedRegex(@"\b(?:no|nobody|none|no\s+one|not\s+(?:one|a\s+single))\b(?!\s+(?:longer|doubt|more|sooner))", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex None();

    [GeneratedRegex(
        """
        \b(?:how\s+many|number\s+of)\b[^?!.;,]{1,40}?\b(?:(?<dead>die[ds]?|dead|deaths?|kill(?:ed)?|murdered|fatalities|los[et]\s+their\s+lives|perished|drowned)
            |(?<hurt>injur(?:ed|ies)|hurt|wounded)|(?<driven>evacuated|displaced|(?:had\s+to\s+)?(?:leave|left|flee|fled)\s+(?:their\s+homes)?))\b
        |\b(?<dead>death\s+toll)\b
        """,
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Fates();

    // "How many pupils does the school have" has no verb of its own behind what is counted.
    [GeneratedRegex(
        @"\bhow\s+many\s+\p{L}+\s+(?:(?:have|has|had|were|was|are|is|be|been|being|to|will|would|can|could|must|still|there)\s+)*(?!(?:do|does|did|in|on|at|of|from|for|with)\b)(?<verb>\p{L}+)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Predicate();

    [GeneratedRegex(
        """
        \b(?:die[ds]?|dying|dead\w*|deaths?|deceased|kill\w*|fatal\w*|murder\w*|perish\w*|drown\w*|slain|slaughter\w*|massacre\w*|execut\w*|assassinat\w*|suicides?|homicides?
            |succumb\w*|starv\w*|li(?:fe|ves)|bod(?:y|ies)|remains|victims?|casualt\w*|toll|surviv\w*|buried|funerals?|shot|stabb\w*|beheaded|lynched|hanged|genocide\w*|fell|losses|lost)\b
        """,
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Dead();

    [GeneratedRegex(
        @"\b(?:injur\w*|hurt\w*|wound\w*|casualt\w*|hospital\w*|treated|unhurt|unharmed|harmed|burn(?:s|ed|t)|maimed|broke\w*|victims?|shot|stabb\w*|struck|ambulances?|medical)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Hurt();

    [GeneratedRegex(
        @"\b(?:evacu\w*|flee\w*|fled|flight|leav\w*|left|displac\w*|homes?|homeless\w*|houses|refuge\w*|shelter\w*|uproot\w*|expel\w*|expulsion|driven|moved|relocat\w*|exile\w*|rescued?)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Driven();
}
