using BriefingBot.Articles;

namespace BriefingBot.Ingestion;

/// <summary>What follows a terminator: its first word, without the marks that open before it.</summary>
internal readonly ref struct Follower
{
    private const int LongestWord = 20;

    private Follower(char first, ReadOnlySpan<char> word, bool isOpened, bool isQuoted, bool isContent, bool isStarter)
    {
        First = first;
        Word = word;
        IsOpened = isOpened;
        IsQuoted = isQuoted;
        IsContent = isContent;
        IsStarter = isStarter;
    }

    /// <summary>The word's letters and digits, cut at 20.</summary>
    public ReadOnlySpan<char> Word { get; }

    /// <summary>Whether a sentence could begin here at all; a comma, a dash or a closing mark goes on with the last one.</summary>
    public bool IsContent { get; }

    /// <summary>Whether the word is one that commonly begins a sentence and rarely a name.</summary>
    public bool IsStarter { get; }

    /// <summary>Whether it begins with a lower-case letter.</summary>
    public bool IsLower => char.IsLower(First);

    /// <summary>Whether it begins with a capital letter, opening marks aside.</summary>
    public bool IsCapital => char.IsUpper(First);

    /// <summary>Whether it begins with a capital letter and nothing opens before it.</summary>
    public bool IsPlainCapital => IsCapital && !IsOpened;

    /// <summary>Whether it begins with a quotation mark and a capital letter.</summary>
    public bool IsQuotedCapital => IsCapital && IsQuoted;

    /// <summary>Whether it is a number, Roman ones included.</summary>
    public bool IsNumber => char.IsDigit(First) || (Word.Length > 0 && Word.IndexOfAnyExcept("IVXLC") < 0);

    private char First { get; }

    private bool IsOpened { get; }

    private bool IsQuoted { get; }

    /// <summary>Reads what stands at a position, which is no white space.</summary>
    public static Follower At(string text, int position, TextSpan block, Enclosures enclosures)
    {
        var i = position;
        var isQuoted = false;
        while (i < block.End && (IsOpening(text, i, enclosures) || (i > position && char.IsWhiteSpace(text[i]))))
        {
            isQuoted |= Characters.IsQuote(text[i]);
            i += Omission(text.AsSpan(i, block.End - i));
        }

        if (i == block.End)
        {
            return default;
        }

        var end = i;
        while (end < block.End && end - i < LongestWord && char.IsLetterOrDigit(text[end]))
        {
            end++;
        }

        var word = text.AsSpan(i, end - i);
        var after = end < block.End ? text[end] : ' ';
        var isStarter = SentenceStarters.Contains(word) && (char.IsWhiteSpace(after) || after is ',' or '\'' or '’');
        return new(text[i], word, i > position, isQuoted, IsContentAt(text, i, end, block), isStarter);
    }

    // What follows "[...]" tells whether a sentence begins; any other opening is one mark long.
    private static int Omission(ReadOnlySpan<char> text) =>
        text.StartsWith("[...]") || text.StartsWith("(...)") ? 5 : text.StartsWith("[…]") || text.StartsWith("(…)") ? 3 : 1;

    private static bool IsContentAt(string text, int i, int wordEnd, TextSpan block)
    {
        if (wordEnd > i || !Characters.GoesOn(text[i]))
        {
            return true;
        }

        // "-5 °C", "+12 points".
        return text[i] is '-' or '−' or '+' && i + 1 < block.End && char.IsDigit(text[i + 1]);
    }

    private static bool IsOpening(string text, int i, Enclosures enclosures) =>
        (Characters.IsOpener(text[i]) || Characters.IsStraightQuote(text[i])) && !enclosures.Closes(i);
}
