using System.Text;
using System.Text.RegularExpressions;
using BriefingBot.EndToEnd.Ingestion;
using BriefingBot.Tests.Support;

namespace BriefingBot.EndToEnd.Starts;

/// <summary>Runs every row of Specs/BadStarts.md.</summary>
public sealed partial class BadStartsTests(StoreOfTwo store) : IClassFixture<StoreOfTwo>
{
    private const int FewestRows = 40;
    private const string BotPrefix = "BriefingBot did not start: ";

    public static TheoryData<string, string, string, int> Rows()
    {
        var rows = new TheoryData<string, string, string, int>();
        foreach (var cells in SpecTable.Rows("BadStarts.md"))
        {
            var codes = cells[3].Split(", ");
            foreach (var (program, number) in cells[1].Split(", ").Select((program, number) => (program, number)))
            {
                rows.Add(cells[0], program, cells[2].Trim('`'), int.Parse(codes[Math.Min(number, codes.Length - 1)]));
            }
        }

        return rows;
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task Row_of_the_table_holds(string input, string program, string message, int code)
    {
        await using var start = await BadStart.PrepareAsync(input, store);

        // A load writes down how it ended.
        HashSet<string> Left() => [.. start.Contents().Where(file => program != "ingest" || !file.Contains("state.db", StringComparison.Ordinal))];
        var before = Left();

        var run = await start.RunAsync(program);

        run.Ended(code);
        var said = run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Where(line => !NotTheFault().IsMatch(line));
        Assert.Matches(Expected(start.Filled((program == "bot" ? BotPrefix : "") + message)), Assert.Single(said));
        Assert.DoesNotContain("   at ", Encoding.UTF8.GetString(run.Output));
        Assert.Subset(Left(), before);
    }

    [Fact]
    public void Table_has_its_rows() => Assert.True(Rows().Count >= FewestRows, $"Only {Rows().Count} rows were read from Specs/BadStarts.md.");

    private static string Expected(string message) => $"^{Regex.Escape(message).Replace("…", ".+", StringComparison.Ordinal)}$";

    /// <summary>What the command line says besides: the store's name, and the count of a load.</summary>
    [GeneratedRegex(@"^Store: |^Job: |^\d+ added, \d+ updated, ")]
    private static partial Regex NotTheFault();
}
