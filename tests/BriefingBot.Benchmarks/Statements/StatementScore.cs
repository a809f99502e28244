using BriefingBot.Answering;

namespace BriefingBot.Benchmarks;

/// <summary>What the product's checks say of made statements: how many true ones pass, how many false ones are caught, by kind.</summary>
internal static class StatementScore
{
    public static int Print(string statementsFile, bool misses)
    {
        var judged = JsonLines.Read<MadeStatement>(statementsFile).Select(made => (Made: made, Fault: StatementCheck.FaultOf(made.Statement, ClaimText.OfQuotes(made.Quote)))).ToArray();
        foreach (var kind in judged.GroupBy(one => (one.Made.IsTrue, one.Made.Kind)))
        {
            var right = kind.Count(IsRight);
            Console.WriteLine($"{(kind.Key.IsTrue ? "true " : "false")} {kind.Key.Kind,-28} {kind.Count(),4}  {(kind.Key.IsTrue ? "pass  " : "caught")} {right,4} ({right / (double)kind.Count():P1})");
        }

        foreach (var half in judged.GroupBy(one => one.Made.IsTrue))
        {
            Console.WriteLine($"{(half.Key ? "true statements that pass" : "false statements caught  ")} {half.Count(IsRight)} of {half.Count()} ({half.Count(IsRight) / (double)half.Count():P1})");
        }

        foreach (var (made, fault) in judged.Where(one => misses && !IsRight(one)))
        {
            Console.WriteLine($"MISS {(made.IsTrue ? "true" : "false")} {made.Kind}{(fault is null ? "" : $" [{fault.Check}: {fault.Detail}]")}\n  {made.Quote.ReplaceLineEndings(" ")}\n  {made.Statement.ReplaceLineEndings(" ")}");
        }

        return 0;
    }

    private static bool IsRight((MadeStatement Made, StatementFault? Fault) judged) => judged.Made.IsTrue == (judged.Fault is null);
}
