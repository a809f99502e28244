namespace BriefingBot.Answering;

/// <summary>Which characters are one mark in different type.</summary>
internal static class Typography
{
    /// <summary>Single quotation marks, the apostrophe, the prime and the grave accent that is typed for them.</summary>
    public static bool IsSingleQuote(char c) => c is '\'' or '‘' or '’' or '‚' or '‛' or '′' or '`';

    /// <summary>A hyphen: it joins two words into one.</summary>
    public static bool IsHyphen(char c) => c is '-' or '\u2010' or '\u2011';

    /// <summary>A hyphen, or a dash of a width that is also set for a minus or between the ends of a range.</summary>
    public static bool IsSignLike(char c) => IsHyphen(c) || c is '\u2012' or '\u2013' or '\u2212';

    /// <summary>Any hyphen, dash, horizontal bar or minus.</summary>
    public static bool IsDash(char c) => IsSignLike(c) || c is '\u2014' or '\u2015';
}
