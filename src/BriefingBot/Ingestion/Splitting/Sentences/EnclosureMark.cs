using System.Collections.Frozen;
using BriefingBot.Articles;

namespace BriefingBot.Ingestion;

/// <summary>Marks that pair with each other.</summary>
internal enum MarkKind
{
    Straight,
    StraightSingle,
    Curly,
    CurlySingle,
    Angle,
    Low,
    Corner,
    Tokenised,
    Round,
    Square,
}

/// <summary>
/// A quotation mark or bracket and what it may do where it stands. When it may do both, it closes what is open and opens otherwise.
/// </summary>
internal readonly record struct EnclosureMark(MarkKind Kind, bool MayOpen, bool MayClose, int Length = 1)
{
    private static readonly FrozenSet<string> Elisions = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "tis", "twas", "twill", "em", "cause", "til", "till", "n", "round", "bout", "cos", "s", "t", "re", "ve", "ll", "d", "m");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> ElisionLookup =
        Elisions.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The mark at a position of a block; null for any other character, apostrophes included.</summary>
    public static EnclosureMark? At(string text, int i, TextSpan block)
    {
        switch (text[i])
        {
            case '(' or '（': return new(MarkKind.Round, MayOpen: true, MayClose: false);
            case ')' or '）': return new(MarkKind.Round, MayOpen: false, MayClose: true);
            case '[': return new(MarkKind.Square, MayOpen: true, MayClose: false);
            case ']': return new(MarkKind.Square, MayOpen: false, MayClose: true);
            case '“': return new(MarkKind.Curly, MayOpen: true, MayClose: false);
            case '”': return new(MarkKind.Curly, MayOpen: false, MayClose: true);
            case '„': return new(MarkKind.Low, MayOpen: true, MayClose: false);
            case '«': return new(MarkKind.Angle, MayOpen: true, MayClose: false);
            case '»': return new(MarkKind.Angle, MayOpen: false, MayClose: true);
            case '「' or '『': return new(MarkKind.Corner, MayOpen: true, MayClose: false);
            case '」' or '』': return new(MarkKind.Corner, MayOpen: false, MayClose: true);
            case '‘' when !IsElision(text, i, block): return new(MarkKind.CurlySingle, MayOpen: true, MayClose: false);
            case '’' when !char.IsLetterOrDigit(After(text, i, block)):
                return new(MarkKind.CurlySingle, MayOpen: false, MayClose: true);
            case '`' when After(text, i, block) == '`': return new(MarkKind.Tokenised, MayOpen: true, MayClose: false, Length: 2);
            case '\'' when After(text, i, block) == '\'': return Straight(text, i, block, MarkKind.Tokenised, length: 2);
            case '"' or '＂': return Straight(text, i, block, MarkKind.Straight, length: 1);
            case '\'': return StraightSingle(text, i, block);
            default: return null;
        }
    }

    private static EnclosureMark? Straight(string text, int i, TextSpan block, MarkKind kind, int length)
    {
        var before = Before(text, i, block);
        var after = After(text, i + length - 1, block);
        var mayOpen = Precedes(before) && !char.IsWhiteSpace(after);
        var mayClose = !char.IsWhiteSpace(before) && !Characters.IsOpener(before) && !char.IsLetterOrDigit(after);
        if (mayOpen || mayClose)
        {
            return new(kind, mayOpen, mayClose, length);
        }

        // Alone between blanks, or a blank forgotten: whichever is due. After a digit it stands for inches.
        return new(kind, MayOpen: !char.IsDigit(before), MayClose: true, length);
    }

    private static EnclosureMark? StraightSingle(string text, int i, TextSpan block)
    {
        var before = Before(text, i, block);
        var after = After(text, i, block);
        if (Precedes(before))
        {
            var opens = !char.IsWhiteSpace(after) && !IsElision(text, i, block);
            return opens ? new(MarkKind.StraightSingle, MayOpen: true, MayClose: false) : null;
        }

        return char.IsLetterOrDigit(after) || char.IsWhiteSpace(before) ? null : new(MarkKind.StraightSingle, MayOpen: false, MayClose: true);
    }

    private static bool Precedes(char c) =>
        char.IsWhiteSpace(c) || Characters.IsOpener(c) || Characters.IsDash(c) || c is '"' or '\'' or '`' or '/' or ':' or '=';

    // '90s, 'tis, and the 's that tokenised text sets apart.
    private static bool IsElision(string text, int i, TextSpan block)
    {
        var start = i + 1;
        var end = start;
        while (end < block.End && end - start < 8 && char.IsLetterOrDigit(text[end]))
        {
            end++;
        }

        return (end > start && char.IsDigit(text[start]) && end - start <= 3) || ElisionLookup.Contains(text.AsSpan(start, end - start));
    }

    private static char Before(string text, int i, TextSpan block) => i > block.Start ? text[i - 1] : ' ';

    private static char After(string text, int i, TextSpan block) => i + 1 < block.End ? text[i + 1] : ' ';
}
