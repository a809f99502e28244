using System.Collections.Immutable;

namespace BriefingBot.Answering;

/// <summary>A statement does not say more where its quotes say less, nor before where they say after.</summary>
internal static class ContraryCheck
{
    private static readonly ImmutableArray<(string[] Ones, string[] Others)> Pairs =
    [
        .. new[]
        {
            "increase increased increases increasing rise rises rose risen rising grew grow growth gain gained up / decrease decreased decreases decreasing fall falls fell fallen falling drop dropped drops decline declined shrank down",
            "more / less fewer", "higher highest / lower lowest", "before / after following", "won win wins winning / lost lose loses losing", "all every always / none some few never", "most / few",
            "first / last", "accept accepted accepts / reject rejected rejects refused", "approve approved approves / reject rejected rejects", "support supported supports / oppose opposed opposes",
            "open opened opens / close closed closes shut", "began begin begins started start starts / ended end ends stopped stop stops finished", "guilty convicted / innocent acquitted", "alive survived / dead died killed",
            "north northern / south southern", "east eastern / west western", "buy bought buys / sell sold sells", "above / below", "legal legally / illegal illegally", "safe / unsafe dangerous", "arrived arrive / left leave departed",
            "positive / negative", "maximum / minimum", "best / worst", "largest biggest / smallest", "allow allowed allows legalized / ban banned bans prohibited", "confirm confirmed confirms / deny denied denies",
            "success succeeded successful / failure failed unsuccessful", "majority / minority", "oldest / youngest", "older / younger", "earlier / later", "inside / outside", "billion / million", "million / thousand", "with / without",
            "for / against", "male man men / female woman women", "son / daughter", "brother / sister", "father / mother", "husband / wife", "cause caused causes / prevented prevent prevents", "strong stronger / weak weaker",
            "winter / summer", "morning / evening", "enter entered / left leave exited", "agreed agree / disagreed disagree refused", "gained / lost", "minutes / hours", "hours / days", "days / weeks months years", "weeks / months years", "months / years",
            "kilometres kilometers km / miles", "metres meters / feet",
        }.Select(pair => pair.Split(" / ")).SelectMany(sides => new[] { (Words(sides[0]), Words(sides[1])), (Words(sides[1]), Words(sides[0])) }),
    ];

    public static StatementFault? FaultOf(ClaimText statement, ClaimText quotes)
    {
        var (here, there) = (LowerOf(statement), LowerOf(quotes));
        foreach (var (ones, others) in Pairs)
        {
            if (Array.Find(ones, here.Contains) is { } said && !Array.Exists(ones, there.Contains) && Array.Exists(others, there.Contains) && !Array.Exists(others, here.Contains))
            {
                return new("contrary", said);
            }
        }

        return null;
    }

    private static string[] Words(string words) => words.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static ImmutableHashSet<string> LowerOf(ClaimText text) => [.. text.Words.Where(word => !word.IsMark).Select(word => word.Lower)];
}
