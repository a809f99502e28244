namespace BriefingBot.Ingestion;

/// <summary>What single characters may mean at the border of a sentence.</summary>
internal static class Characters
{
    /// <summary>Whether a sentence may end at this character.</summary>
    public static bool IsTerminator(char c) => c is '.' or '!' or '?' or '…' or '؟' or '।' || IsWideTerminator(c);

    /// <summary>Terminators of scripts that put no blank between sentences.</summary>
    public static bool IsWideTerminator(char c) => c is '。' or '！' or '？' or '｡';

    /// <summary>Whether this can only be the beginning of a quotation or bracket; straight marks are not told apart here.</summary>
    public static bool IsOpener(char c) => c is '(' or '[' or '{' or '“' or '‘' or '«' or '„' or '‚' or '「' or '『' or '（' or '¿' or '¡';

    /// <summary>Whether this can only be the end of a quotation or bracket; straight marks are not told apart here.</summary>
    public static bool IsCloser(char c) => c is ')' or ']' or '}' or '”' or '’' or '»' or '」' or '』' or '）';

    /// <summary>Whether this is a straight quotation mark, or half of a tokenised one.</summary>
    public static bool IsStraightQuote(char c) => c is '"' or '\'' or '`' or '＂';

    /// <summary>Whether a quotation begins or ends with this character.</summary>
    public static bool IsQuote(char c) =>
        IsStraightQuote(c) || c is '“' or '”' or '‘' or '’' or '«' or '»' or '„' or '‚' or '「' or '」' or '『' or '』';

    /// <summary>Whether this is a hyphen or a dash.</summary>
    public static bool IsDash(char c) => c is '-' or '‐' or '‑' or '‒' or '–' or '—' or '―';

    /// <summary>The first position from here, or the end, that is not white space.</summary>
    public static int SkipBlanks(string text, int position, int end)
    {
        while (position < end && char.IsWhiteSpace(text[position]))
        {
            position++;
        }

        return position;
    }

    /// <summary>Whether a sentence goes on when this follows its terminator.</summary>
    public static bool GoesOn(char c) =>
        c is ',' or ';' or ':' or '/' or '&' or '+' or '=' or '%' or '~' || IsDash(c) || IsCloser(c) || IsTerminator(c);
}
