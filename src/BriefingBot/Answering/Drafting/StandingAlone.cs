using System.Text.RegularExpressions;
using BriefingBot.Articles;

namespace BriefingBot.Answering;

/// <summary>Lets a quote stand alone: with what it points back to, with whoever speaks in it, and with the denial that follows it.</summary>
internal static partial class StandingAlone
{
    // Each step takes in a sentence; what is still not clear after three is not made so by a fourth.
    private const int MostSteps = 3;

    /// <summary>The run with the sentences that it needs, as far as they fit.</summary>
    /// <param name="run">Sentences that may answer.</param>
    /// <param name="isCount">Whether a number is asked for, which the sentence behind may complete.</param>
    public static SentenceRun Complete(SentenceRun run, bool isCount = false)
    {
        for (var step = 0; step < MostSteps; step++)
        {
            var grown = PointsBack(run) ? run.WithBefore : LacksSpeaker(run) ? WithSpeaker(run) : LacksName(run) ? WithName(run) : null;
            if (grown is null)
            {
                break;
            }

            run = grown.Value;
        }

        return run.WithBehind is { } longer && longer.Text[run.Span.End..longer.Span.End] is var behind && (Denies(behind) || (isCount && CountsOn(behind))) ? longer : run;
    }

    /// <summary>
    /// What explains the run and does not fit into it: the sentence before that it points back to, the one that names its speaker, or the
    /// beginning of the turn of a conversation that it goes on with. Null for nothing.
    /// </summary>
    public static TextSpan? LeadInOf(SentenceRun run)
    {
        if (ConversationTurn.BeginningOf(run.Text, run.Span) is { } turn)
        {
            return run.Sentences.Where(sentence => sentence.Start == turn.Start).DefaultIfEmpty(turn).First();
        }

        var before = Before(run).ToArray();
        return Nearest(PointsBack(run), before.Take(1).Where(sentence => InParagraph(run, sentence)))
            ?? Nearest(LacksName(run), before.Where(sentence => SpeakerNames.Any(run.Text, sentence)))
            ?? Nearest(LacksSpeaker(run) && GoesOnSpeaking(run), before.Where(sentence => InParagraph(run, sentence) && VerbsOfSpeech.Has(QuotedSpeech.Outside(run.Text, sentence))));

        static TextSpan? Nearest(bool isLacking, IEnumerable<TextSpan> sentences) => isLacking ? sentences.Cast<TextSpan?>().FirstOrDefault() : null;
    }

    /// <summary>The sentences before, nearest first, as far as a speaker may be named in them.</summary>
    private static IEnumerable<TextSpan> Before(SentenceRun run) => run.Sentences.Take(run.First).Reverse().Take(MostSteps);

    private static bool InParagraph(SentenceRun run, TextSpan before) => before.Start >= QuotedSpeech.ParagraphStart(run.Text, run.Span.Start);

    /// <summary>Whether the first word says that the sentence before must be known.</summary>
    private static bool PointsBack(SentenceRun run) => Pointer().IsMatch(run.Words);

    /// <summary>Whether somebody speaks in it, and it does not say who.</summary>
    private static bool LacksSpeaker(SentenceRun run) => Speaks(run) && !IsAttributed(run);

    private static bool Speaks(SentenceRun run) => run.Words.ContainsAny("“”\"") || GoesOnSpeaking(run);

    /// <summary>Whether it begins within what somebody says.</summary>
    private static bool GoesOnSpeaking(SentenceRun run)
    {
        var paragraph = QuotedSpeech.ParagraphStart(run.Text, run.Span.Start);
        var before = run.Text.AsSpan(paragraph, run.Span.Start - paragraph);
        return run.Words[0] is '“' or '"' || before.Count('“') > before.Count('”') || before.Count('"') % 2 == 1;
    }

    private static SentenceRun? WithSpeaker(SentenceRun run)
    {
        SentenceRun?[] grown = [run.WithBefore, run.WithBehind];
        return grown.FirstOrDefault(candidate => candidate is { } it && IsAttributed(it)) ?? (run.Words[0] is '“' or '"' ? null : run.WithBefore);
    }

    /// <summary>Whether "he said" is all that tells who speaks in it.</summary>
    private static bool LacksName(SentenceRun run) => Speaks(run) && PronounSpeaks().IsMatch(QuotedSpeech.Outside(run.Text, run.Span)) && !SpeakerNames.Any(run.Text, run.Span);

    private static SentenceRun? WithName(SentenceRun run) => run.WithBefore is { } longer && SpeakerNames.Any(longer.Text, longer.Span) ? longer : null;

    private static bool IsAttributed(SentenceRun run) => QuotedSpeech.Outside(run.Text, run.Span) is var told && (VerbsOfSpeech.Has(told) || Naming().IsMatch(told));

    private static bool Denies(string behind) => Denial().IsMatch(behind);

    private static bool CountsOn(string behind) => FurtherCount().IsMatch(behind);

    // "It" and "this" before "is said that" and the like point nowhere, but only a parser could tell.
    [GeneratedRegex(
        @"^\W*(?:he|she|it|they|his|her|hers|its|their|theirs|him|them|this|these|those|that|such|both|neither|either|the\s+(?:latter|former|same|two|three)|so|but|yet|however|instead|therefore|thus|hence|consequently|otherwise)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Pointer();

    // Quotation marks also stand around names of things, which nobody speaks.
    [GeneratedRegex(@"\b(?:according|reads|means?|known\s+as|titled|entitled|named)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Naming();

    [GeneratedRegex(@"^\W*(?:(?:but|however|yet),?\s+)?(?:he|she|they|it|both|(?:mr|mrs|ms|dr)\.?\s+\p{L}+|a\s+spokes\w+|his|her|their|its)\b[^.]{0,60}\b(?:den(?:y|ies|ied)|disput(?:es|ed)|reject(?:s|ed)|contest(?:s|ed)|not\s+true|false|pleaded\s+not\s+guilty|acquitted|withdr[ae]w\w*|retract\w*)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Denial();

    [GeneratedRegex($@"\b(?:he|she|they)\s+(?:\w+ly\s+|also\s+|later\s+)?{VerbsOfSpeech.Pattern}\b|\b{VerbsOfSpeech.Pattern}\s+(?:he|she|they)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex PronounSpeaks();

    [GeneratedRegex(@"^\W*(?:another\b|others\b|both\s+(?:later|then|also|of\s+them|were|was|had|died|survived)\b|a\s+(?:second|third|fourth|fifth|further)\b|(?:[0-9]+|one|two|three|four|five|six|seven|eight|nine|ten|several|many|some|dozens|scores|hundreds)\s+(?:\p{L}+\s+)?(?:more|others?|further|later|of\s+them)\b)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex FurtherCount();
}
