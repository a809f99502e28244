using System.Text.RegularExpressions;

namespace BriefingBot.Benchmarks;

/// <summary>As much grammar as tells a clause from a piece of one.</summary>
internal static partial class Grammar
{
    public const string Auxiliaries = "is|are|was|were|has|have|had|will|would|can|could|may|might|should|must|did|does|do";

    /// <summary>A few words without a clause in them, the way a subject or an object is.</summary>
    public const string Phrase = @"(?:(?!(?:that|who|whom|which|whose|what|when|where|while|after|before|because|since|if|as|and|or|but|to|by|is|are|was|were|has|have|had|will|would|can|could|may|might|said|says|told|also|later|then|not|there|it|he|she|they)\b)(?>[\w'’-]+(?:\.[\w'’-]+|\.(?= [A-Z]))*) ?)";

    private static readonly string[] Functional =
        ["The", "A", "An", "This", "These", "Those", "That", "His", "Her", "Their", "Its", "Some", "Many", "Several", "Most", "All", "Both", "Two", "Three", "Four", "Five", "Six", "In", "On", "At", "After", "Before", "During", "For", "From", "With", "By", "As", "When", "While", "Although", "Despite", "Since", "Under", "According", "Following", "Another", "Other", "Former", "Also", "Later", "Earlier", "Last", "Local"];

    public static bool IsFunctionWord(string word) => Functional.Contains(word);

    public static bool HasVerb(string words) => Finite().IsMatch(words);

    /// <summary>Whether there is but one verb, so that a time at either end is its own.</summary>
    public static bool HasOneVerb(string words) => Verbal().Count(words) == 1;

    /// <summary>Whether leaving these words out could take back what is said without them.</summary>
    public static bool Limits(string words) => Limiting().IsMatch(words);

    /// <summary>Whether the words read as a sentence of their own: a subject, then a verb, and no attribution in the air.</summary>
    public static bool IsClause(string words) => ClauseStart().IsMatch(words) && HasVerb(words) && words.Split(' ').Length >= 4;

    [GeneratedRegex(@"\b(?:is|are|was|were|has|have|had|will|would|can|could|may|might|did|does|said|says|told|took|made|won|lost|began|left|held|came|went|gave|found|led|met|saw|became|rose|fell|killed|[a-z]{3,}ed)\b")]
    private static partial Regex Finite();

    [GeneratedRegex(@"\b(?:is|are|was|were|has|have|had|will|would|can|could|may|might|said|told|took|made|won|lost|began|left|held|came|went|gave|found|led|met|saw|became|rose|fell)(?: been)?(?: [a-z]+ed| taken| held| made| seen| won| set| given| born)?\b|\b(?:taken|seen|shown|given|known|worn|written|born|declare|point|[a-z]{3,}ed)\b")]
    private static partial Regex Verbal();

    [GeneratedRegex(@"\b(?:alleg\w*|report\w*|may|might|could|would|possibl\w*|probabl\w*|likely|if|unless|except|but|not|never|no|nor|without|claim\w*|believ\w*|suspect\w*|appear\w*|seem\w*|accord\w*|however|only|until|den[iy]\w*|although|though|hop\w+|expect\w*|plan\w*|sa[iy]\w*)\b|n['’]t\b", RegexOptions.IgnoreCase)]
    private static partial Regex Limiting();

    [GeneratedRegex(@"^(?:[Tt]he|[Aa]n?|[Tt]h(?:is|ese|ose|ere|ey)|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts?|[Ss]?[Hh]e|[Ww]e|[Aa]ll|[Ss]ome|[Mm]any|[Ss]everal|[Mm]ost|[Bb]oth|[Nn]o|[Pp]eople|[Pp]olice|[Oo]fficials|two|three|four|five|six|[A-Z][\w'’.-]+|\d[\d,.]*) ")]
    private static partial Regex ClauseStart();
}
