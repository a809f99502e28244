namespace BriefingBot.Answering;

/// <summary>
/// Whether a statement says what its quotes say, as far as rules can see: its numbers, dates and names stand in them, what they deny or hold for possible stays so,
/// and whoever acts or speaks is the same. What it cannot see: other words for the same thing that mean something else, and what is left out.
/// </summary>
internal static class StatementCheck
{
    // From the plainest fault to the subtlest, so that a repair is told the plainest.
    private static readonly Func<ClaimText, ClaimText, StatementFault?>[] Checks =
        [FigureCheck.FaultOf, NameCheck.FaultOf, NegationCheck.FaultOf, HedgeCheck.FaultOf, UndoneCheck.FaultOf, ContraryCheck.FaultOf, WeightyWordCheck.FaultOf, SpeechCheck.FaultOf, ClauseOrderCheck.FaultOf, RoleCheck.FaultOf, NamePlaceCheck.FaultOf, PartCheck.FaultOf, ClosenessCheck.FaultOf];

    /// <summary>The first fault; null where the statement is supported.</summary>
    public static StatementFault? FaultOf(string statement, ClaimText quotes)
    {
        var read = ClaimText.OfStatement(statement);
        return Checks.Select(check => check(read, quotes)).FirstOrDefault(fault => fault is not null);
    }
}
