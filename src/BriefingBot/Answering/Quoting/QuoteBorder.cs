using System.Globalization;
using System.Text;

namespace BriefingBot.Answering;

/// <summary>
/// Where a quote may begin and end: never inside a character, a word or a number. A sign, a currency symbol, a percent sign and the
/// other end of a range belong to their number, an apostrophe and a hyphen to the words they join.
/// </summary>
internal static class QuoteBorder
{
    /// <summary>The rule that a quote's border at this offset would break; null when it may stand there.</summary>
    public static string? BrokenRule(string text, int at)
    {
        if (at <= 0 || at >= text.Length)
        {
            return null;
        }

        if (char.IsLowSurrogate(text[at]) && char.IsHighSurrogate(text[at - 1]))
        {
            return QuoteFailure.CutsCharacter;
        }

        var around = new Neighbours(text, at);
        return CutsCharacter(around) ? QuoteFailure.CutsCharacter
            : CutsNumber(around) ? QuoteFailure.CutsNumber
            : !CutsWord(around) ? null
            : Rune.IsNumber(around.A) || Rune.IsNumber(around.B) ? QuoteFailure.CutsNumber // 5bn, 5-year-old
            : QuoteFailure.CutsWord;
    }

    private static bool CutsCharacter(Neighbours n) =>
        IsMark(n.B) || n.B.Value is 0x200C or 0x200D || n.A.Value is 0x200D
        || n.B.Value is >= 0x1F3FB and <= 0x1F3FF // skin tones
        || (IsRegionalIndicator(n.A) && IsRegionalIndicator(n.B)); // two of them are a flag

    private static bool CutsNumber(Neighbours n) =>
        Joins(n, Rune.IsNumber, IsInsideNumbers)
        || IsGrouped(n)
        || HasPrefixCut(n)
        || HasSuffixCut(n);

    private static bool CutsWord(Neighbours n) => (IsWord(n.A) && IsWord(n.B)) || Joins(n, IsWord, IsInsideWords);

    /// <summary>Whether the border stands on either side of one character that joins its neighbours: in 1.5, can't, non-violent.</summary>
    private static bool Joins(Neighbours n, Func<Rune, bool> isJoined, Func<Rune, bool> joins) =>
        (isJoined(n.A2) && joins(n.A) && isJoined(n.B)) || (isJoined(n.A) && joins(n.B) && isJoined(n.B2));

    /// <summary>A sign or a currency symbol and the number that it belongs to: -5, $5, € 5, -$5, US$5, $-5, .5.</summary>
    private static bool HasPrefixCut(Neighbours n) =>
        (Rune.IsNumber(n.B) && (IsSign(n.A, n.A2) || IsCurrency(n.A) || (IsBlank(n.A) && IsCurrency(n.A2)) || IsLeadingPoint(n)))
        || (Rune.IsNumber(n.B2) && IsCurrency(n.B) && (IsSign(n.A, n.A2) || Rune.IsLetter(n.A)))
        || (Rune.IsNumber(n.B2) && IsSign(n.B, n.A) && IsCurrency(n.A));

    /// <summary>A number and the percent sign, degree sign or currency symbol behind it: 5%, 5 %, 5€, 5 €, but not 5 $10 notes.</summary>
    private static bool HasSuffixCut(Neighbours n) =>
        (Rune.IsNumber(n.A) && (IsUnit(n.B) || IsCurrency(n.B)))
        || (Rune.IsNumber(n.A) && IsBlank(n.B) && (IsUnit(n.B2) || (IsCurrency(n.B2) && !Rune.IsNumber(n.B3))))
        || (Rune.IsNumber(n.A2) && IsBlank(n.A) && (IsUnit(n.B) || (IsCurrency(n.B) && !Rune.IsNumber(n.B2))));

    /// <summary>Thousands set apart by a blank, as in 12 500: up to three digits before it, three behind it.</summary>
    private static bool IsGrouped(Neighbours n)
    {
        var blank = IsGroupBlank(n.B) ? n.At : IsGroupBlank(n.A) ? n.At - 1 : -1;
        return blank > 0 && n.DigitsBefore(blank) is >= 1 and <= 3 && n.DigitsBehind(blank + 1) == 3;
    }

    private static bool IsLeadingPoint(Neighbours n) =>
        n.A.Value is '.' or ',' && (n.A2.Value == 0 || Rune.IsWhiteSpace(n.A2) || IsCurrency(n.A2) || IsSign(n.A2, default));

    /// <summary>A mark before a number that changes it. Behind a second hyphen it is a typed dash; an em dash is never a sign.</summary>
    private static bool IsSign(Rune r, Rune before) =>
        r.Value is '+' or '±' or '∓' or '~' or '≈' or '<' or '>' or '≤' or '≥'
        || (r.IsBmp && Typography.IsSignLike((char)r.Value) && !(r.Value == '-' && before.Value == '-'));

    private static bool IsInsideNumbers(Rune r) =>
        r.Value is '.' or ',' or ':' or '/' or '·' or '\u066B' or '\u066C'
        || (r.IsBmp && (Typography.IsSingleQuote((char)r.Value) || Typography.IsSignLike((char)r.Value)));

    private static bool IsInsideWords(Rune r) =>
        r.IsBmp && (Typography.IsSingleQuote((char)r.Value) || Typography.IsHyphen((char)r.Value));

    private static bool IsWord(Rune r) =>
        Rune.IsLetter(r) || Rune.IsNumber(r) || IsMark(r) || Rune.GetUnicodeCategory(r) == UnicodeCategory.ConnectorPunctuation;

    private static bool IsMark(Rune r) =>
        Rune.GetUnicodeCategory(r) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;

    private static bool IsRegionalIndicator(Rune r) => r.Value is >= 0x1F1E6 and <= 0x1F1FF;

    private static bool IsCurrency(Rune r) => Rune.GetUnicodeCategory(r) == UnicodeCategory.CurrencySymbol;

    private static bool IsUnit(Rune r) => r.Value is '%' or '‰' or '‱' or '°';

    private static bool IsBlank(Rune r) => Rune.IsWhiteSpace(r) && r.Value != '\n';

    private static bool IsGroupBlank(Rune r) => r.Value is ' ' or '\u00A0' or '\u202F' or '\u2009' or '\u2007';

    /// <summary>The code points before a border (A, A2, nearest first) and behind it (B, B2, B3); U+0000 outside the text.</summary>
    private readonly ref struct Neighbours
    {
        private readonly ReadOnlySpan<char> _text;

        public Neighbours(string text, int at)
        {
            _text = text;
            At = at;
            A = Before(at);
            A2 = Before(at - A.Utf16SequenceLength);
            B = Behind(at);
            B2 = Behind(at + B.Utf16SequenceLength);
            B3 = Behind(at + B.Utf16SequenceLength + B2.Utf16SequenceLength);
        }

        public int At { get; }

        public Rune A { get; }

        public Rune A2 { get; }

        public Rune B { get; }

        public Rune B2 { get; }

        public Rune B3 { get; }

        /// <summary>How many digits end here; counting stops at four.</summary>
        public int DigitsBefore(int end)
        {
            var count = 0;
            while (count < 4 && end - count > 0 && char.IsDigit(_text[end - count - 1]))
            {
                count++;
            }

            return count;
        }

        /// <summary>How many digits start here; counting stops at four.</summary>
        public int DigitsBehind(int start)
        {
            var count = 0;
            while (count < 4 && start + count < _text.Length && char.IsDigit(_text[start + count]))
            {
                count++;
            }

            return count;
        }

        private Rune Before(int end)
        {
            if (end <= 0)
            {
                return default;
            }

            Rune.DecodeLastFromUtf16(_text[..end], out var rune, out _);
            return rune;
        }

        private Rune Behind(int start)
        {
            if (start >= _text.Length)
            {
                return default;
            }

            Rune.DecodeFromUtf16(_text[start..], out var rune, out _);
            return rune;
        }
    }
}
