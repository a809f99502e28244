using BriefingBot.Articles;

namespace BriefingBot.Ingestion;

/// <summary>Decides which of the stops in a block end a sentence.</summary>
internal sealed class StopRules(string text, TextSpan block, Enclosures enclosures)
{
    private const int LongestBracket = 150;

    /// <summary>Whether the sentence that began at a position ends with this stop, which no short quotation or bracket holds.</summary>
    public bool EndsSentence(Stop stop, int sentenceStart)
    {
        if (Characters.IsWideTerminator(text[stop.Start]))
        {
            return true;
        }

        var next = Characters.SkipBlanks(text, stop.End, block.End);
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

        if (stop.ClosesQuotation && follower.IsPlainCapital
            && Speech.Attributes(text.AsSpan(next, block.End - next), isLoneDot || follower.IsStarter))
        {
            return false;
        }

        var isSure = follower.IsStarter || (isLoneDot && follower.IsPlainCapital) || Characters.IsTerminator(text[stop.End - 1]);
        return !stop.ClosesBracket || isSure || !IsAside(stop, sentenceStart);
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
            ? follower.IsStarter && follower.IsPlainCapital && char.IsLower(before)
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
}
