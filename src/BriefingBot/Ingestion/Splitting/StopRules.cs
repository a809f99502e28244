using BriefingBot.Articles;

namespace BriefingBot.Ingestion;

/// <summary>Reads the terminators of one block and decides which of them end a sentence.</summary>
internal sealed class StopRules(string text, TextSpan block, Enclosures enclosures)
{
    private const int LongestReference = 20;
    private const int LongestBracket = 150;

    /// <summary>The first position from here that is not white space.</summary>
    public int SkipBlanks(int i)
    {
        while (i < block.End && char.IsWhiteSpace(text[i]))
        {
            i++;
        }

        return i;
    }

    /// <summary>Reads the terminator at a position, with all that belongs to it.</summary>
    public Stop Read(int start)
    {
        var i = start;
        var dots = 0;
        while (i < block.End && (Characters.IsTerminator(text[i]) || IsSpacedDot(i)))
        {
            i += text[i] == ' ' ? 1 : 0;
            dots += text[i] == '.' ? 1 : text[i] == '…' ? 3 : 0;
            i++;
        }

        var stop = new Stop(start, i, i, dots, ClosesQuotation: false, ClosesBracket: false);
        while (true)
        {
            var end = AfterClosers(ref stop);
            if (end == stop.End)
            {
                return stop;
            }

            stop = stop with { End = end };
        }
    }

    /// <summary>Whether the sentence that began at a position ends with this stop, which no short quotation or bracket holds.</summary>
    public bool EndsSentence(Stop stop, int sentenceStart)
    {
        if (Characters.IsWideTerminator(text[stop.Start]))
        {
            return true;
        }

        var next = SkipBlanks(stop.End);
        var follower = Follower.At(text, next, block, enclosures);
        if (next == stop.End)
        {
            return IsMissingBlank(stop, follower);
        }

        if (!follower.IsContent)
        {
            return false;
        }

        var isLoneDot = stop.Dots == 1 && stop.MarksEnd == stop.Start + 1 && text[stop.Start] == '.';
        if (isLoneDot && IsTokenised(stop))
        {
            return true;
        }

        if (follower.IsLower)
        {
            return false;
        }

        if (isLoneDot && !EndsAfterWord(stop, follower, sentenceStart))
        {
            return false;
        }

        if (stop.IsEllipsis && (char.IsWhiteSpace(text[stop.Start - 1]) || text[stop.Start - 1] is '[' or '('))
        {
            // An ellipsis apart from the word before it stands for words left out. Words stand before it: it is not the block's first.
            return follower.IsStarter;
        }

        if (stop.ClosesQuotation && follower.IsPlainCapital && Speech.Attributes(text.AsSpan(next, block.End - next), isLoneDot || follower.IsStarter))
        {
            return false;
        }

        return !stop.ClosesBracket || follower.IsStarter || (isLoneDot && follower.IsPlainCapital) || !IsAside(stop, sentenceStart);
    }

    private bool EndsAfterWord(Stop stop, Follower follower, int sentenceStart)
    {
        var word = LastWord(stop.Start, sentenceStart);
        return Abbreviations.KindOf(word) switch
        {
            AbbreviationKind.Never => false,
            AbbreviationKind.BeforeNumber => !follower.IsNumber && (follower.IsStarter || !Abbreviations.IsMonth(word)),
            AbbreviationKind.TimeOfDay => follower.IsStarter || (follower.IsCapital && !Abbreviations.QualifiesTime(follower.Word)),
            AbbreviationKind.Initial when !StandsFree(stop.Start - 1, sentenceStart) => true,
            AbbreviationKind.Initial => follower.IsStarter || (follower.IsCapital && IsLettered(stop.Start - 1, sentenceStart)),
            AbbreviationKind.MayEnd => follower.IsStarter || follower.IsQuotedCapital,
            _ => !IsMarker(word, stop.Start, sentenceStart),
        };
    }

    // "1. Open the lid" and "as follows: 1. Open the lid".
    private bool IsMarker(ReadOnlySpan<char> word, int wordEnd, int sentenceStart)
    {
        if (word.Length is 0 or > 6 || (word.IndexOfAnyExcept("0123456789.") >= 0 && word.IndexOfAnyExcept("IVX") >= 0))
        {
            return false;
        }

        var before = wordEnd - word.Length - 1;
        while (before >= sentenceStart && !char.IsLetterOrDigit(text[before]) && text[before] is not (':' or ';'))
        {
            if (wordEnd - before > 20)
            {
                return false;
            }

            before--;
        }

        return before < sentenceStart ? sentenceStart == block.Start || word.Length <= 2 : text[before] is ':' or ';' && word.Length <= 2;
    }

    // The D of "?c=D." is no initial.
    private bool StandsFree(int letter, int sentenceStart) =>
        letter <= sentenceStart || text[letter - 1] is '.' or '&' || char.IsWhiteSpace(text[letter - 1]) || Characters.IsDash(text[letter - 1])
        || Characters.IsOpener(text[letter - 1]) || Characters.IsQuote(text[letter - 1]);

    // "World War I. Germany", "vitamin C. Smith": the letter is a number, not a name's initial.
    private bool IsLettered(int initial, int sentenceStart)
    {
        var end = initial;
        while (end > sentenceStart && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        return Abbreviations.TakesLetter(LastWord(end, sentenceStart));
    }

    private ReadOnlySpan<char> LastWord(int end, int sentenceStart)
    {
        var start = end;
        var lowest = Math.Max(sentenceStart, end - 40);
        while (start > lowest && (char.IsLetterOrDigit(text[start - 1]) || text[start - 1] is '.' or '&'))
        {
            start--;
        }

        return text.AsSpan(start, end - start).TrimStart('.');
    }

    private bool IsTokenised(Stop stop) =>
        stop.Start > block.Start && char.IsWhiteSpace(text[stop.Start - 1]) && char.IsWhiteSpace(text[stop.Start + 1]);

    // "religion.The next": only where a word that begins sentences follows, or marks stand between.
    private bool IsMissingBlank(Stop stop, Follower follower)
    {
        var before = stop.Start > block.Start ? text[stop.Start - 1] : ' ';
        return stop.End == stop.MarksEnd
            ? follower.IsStarter && follower.IsPlainCapital && char.IsLower(before) && !stop.IsEllipsis
            : follower.IsCapital && !char.IsWhiteSpace(before) && !stop.IsEllipsis && char.IsLetterOrDigit(before);
    }

    // "He (surprise!) Smith": the bracket stands inside the sentence and its stop is its own.
    private bool IsAside(Stop stop, int sentenceStart)
    {
        var lowest = Math.Max(sentenceStart, stop.Start - LongestBracket);
        for (var i = stop.Start; i >= lowest; i--)
        {
            if (text[i] is '(' or '[')
            {
                return i > sentenceStart;
            }
        }

        return false;
    }

    private bool IsSpacedDot(int i) =>
        text[i] == ' ' && i > block.Start && text[i - 1] == '.' && i + 1 < block.End && text[i + 1] == '.'
        && (i + 2 == block.End || !char.IsLetterOrDigit(text[i + 2]));

    private int AfterClosers(ref Stop stop)
    {
        var i = stop.End;
        if (i >= block.End)
        {
            return i;
        }

        var c = text[i];
        if (Characters.IsCloser(c) || enclosures.Closes(i) || (Characters.IsStraightQuote(c) && IsLeftOver(i)))
        {
            var isBracket = c is ')' or ']' or '}' or '）';
            stop = stop with { ClosesQuotation = stop.ClosesQuotation || !isBracket, ClosesBracket = stop.ClosesBracket || isBracket };
            return i + 1;
        }

        if (c is '²' or '³' or '¹' || (Characters.IsTerminator(c) && i > stop.MarksEnd))
        {
            return i + 1;
        }

        if (c == '[')
        {
            return AfterReference(i);
        }

        if (c == ':')
        {
            return AfterPages(i);
        }

        var next = SkipBlanks(i);
        if (next == i || next == block.End)
        {
            return i;
        }

        if (text[next] == '[')
        {
            var end = AfterReference(next);
            return end == next ? i : end;
        }

        // Tokenised text sets closing marks apart.
        return enclosures.Closes(next) && IsApart(next) ? next : i;
    }

    private bool IsLeftOver(int i) => !enclosures.Opens(i) && IsApart(i);

    private bool IsApart(int i) => i + 1 == block.End || !char.IsLetterOrDigit(text[i + 1]);

    // ":212–219", as Wikipedia sets the pages of a reference whose number was left out.
    private int AfterPages(int start)
    {
        var end = start;
        while (end < block.End && end - start <= LongestReference && (char.IsDigit(text[end]) || text[end] is ':' or '–' or '-' or ','))
        {
            end++;
        }

        return end > start + 1 && char.IsDigit(text[end - 1]) && (end == block.End || char.IsWhiteSpace(text[end])) ? end : start;
    }

    // [12], [a], [note 3], [citation needed]: short, and nothing but letters, digits and blanks.
    private int AfterReference(int start)
    {
        var end = start + 1;
        while (end < block.End && end - start <= LongestReference && (char.IsLetterOrDigit(text[end]) || text[end] is ' ' or ',' or '–' or '-'))
        {
            end++;
        }

        if (end >= block.End || text[end] != ']')
        {
            return start;
        }

        var body = text.AsSpan(start + 1, end - start - 1);
        var isReference = body.Length == 1 || (body.Length > 0 && char.IsDigit(body[0])) || body.StartsWith("note ", StringComparison.OrdinalIgnoreCase) || body.EndsWith(" needed");
        return isReference ? end + 1 : start;
    }
}
