namespace BriefingBot.Evaluation;

/// <summary>Whether the quotes hold the answering words, asked without refusing. Length buys hits, so it stands beside them.</summary>
/// <param name="Questions">How many have gold words; the shares are null when none has.</param>
/// <param name="QuoteAt1">The share of them whose first quote holds a gold span whole.</param>
/// <param name="QuoteAt3">The share of them of which one of the first three quotes does.</param>
/// <param name="MeanFirstLength">Of every question not known to be unanswerable: the first quote's mean length in UTF-16 code units.</param>
/// <param name="MeanQuotes">Of the same: the mean number of quotes.</param>
public sealed record QuoteMeasures(int Questions, double? QuoteAt1, double? QuoteAt3, double? MeanFirstLength, double? MeanQuotes)
{
    internal static QuoteMeasures Of(IEnumerable<QuestionOutcome> outcomes)
    {
        var asked = outcomes.Where(outcome => outcome.Question.Answerable != false).ToArray();
        var scored = asked.Where(outcome => outcome.Question.HasGoldWords).ToArray();
        return new(
            scored.Length,
            Share.Of(scored, outcome => outcome.HitsWithin(1) == true),
            Share.Of(scored, outcome => outcome.HitsWithin(QuestionOutcome.QuotesRead) == true),
            asked.Average(outcome => outcome.FirstLength),
            asked.Average(outcome => (int?)outcome.Quotes));
    }
}
