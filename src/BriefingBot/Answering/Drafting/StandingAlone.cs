using System.Text.RegularExpressions;
using BriefingBot.Articles;

namespace BriefingBot.Answering;

/// <summary>Lets a quote stand alone: with what it points back to, with whoever speaks in it, and with the denial that follows it.</summary>
internal static partial class StandingAlone
{
    // Each step takes in a sentence; what is still not clear after three is not made so by a fourth.
    private const int MostSteps = 3;

    /// <summary>The run with the sentences that it needs, as far as they fit.</summary>
    public static SentenceRun Complete(SentenceRun run)
    {
        for (var step = 0; step < MostSteps; step++)
        {
            var grown = PointsBack(run) ? run.WithBefore : LacksSpeaker(run) ? WithSpeaker(run) : null;
            if (grown is null)
            {
                break;
            }

            run = grown.Value;
        }

        return run.WithBehind is { } denied && Denies(denied.Text[run.Span.End..denied.Span.End]) ? denied : run;
    }

    /// <summary>The sentence before, where the run points back to it all the same because both together are too long; null otherwise.</summary>
    public static TextSpan? LeadInOf(SentenceRun run) =>
        PointsBack(run) && run.First > 0 && run.Sentences[run.First - 1] is var before && !run.Text.AsSpan(before.Start..run.Span.Start).Contains("\n\n", StringComparison.Ordinal) ? before : null;

    /// <summary>Whether the first word says that the sentence before must be known.</summary>
    private static bool PointsBack(SentenceRun run) => Pointer().IsMatch(run.Words);

    /// <summary>Whether somebody speaks in it, and it does not say who.</summary>
    private static bool LacksSpeaker(SentenceRun run)
    {
        var paragraph = run.Text.LastIndexOf("\n\n", run.Span.Start, StringComparison.Ordinal) + 1;
        var before = run.Text.AsSpan(paragraph, run.Span.Start - paragraph);
        var speaks = run.Words.ContainsAny('“', '”') || before.Count('“') > before.Count('”') || run.Words.Count('"') > 0 || before.Count('"') % 2 == 1;
        return speaks && !IsAttributed(run);
    }

    private static SentenceRun? WithSpeaker(SentenceRun run)
    {
        SentenceRun?[] grown = [run.WithBefore, run.WithBehind];
        return grown.FirstOrDefault(candidate => candidate is { } it && IsAttributed(it)) ?? (run.Words[0] is '“' or '"' ? null : run.WithBefore);
    }

    private static bool IsAttributed(SentenceRun run) => VerbsOfSpeech.Has(run.Words) || Naming().IsMatch(run.Words);

    private static bool Denies(string behind) => Denial().IsMatch(behind);

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
}
