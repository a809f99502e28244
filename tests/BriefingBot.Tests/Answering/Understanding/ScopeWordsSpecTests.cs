using BriefingBot.Tests.Support;
using BriefingBot.Tests.Web;

namespace BriefingBot.Tests.Answering;

/// <summary>Runs every row of Specs/ScopeWords.md.</summary>
public sealed class ScopeWordsSpecTests(LoadedSamples samples) : IClassFixture<LoadedSamples>
{
    private static readonly DateOnly Asked = new(2026, 11, 26);

    public static TheoryData<string, string, string, string> Rows()
    {
        var rows = new TheoryData<string, string, string, string>();
        foreach (var cells in SpecTable.Rows("ScopeWords.md"))
        {
            rows.Add(cells[0], cells[1], cells[2], cells[3]);
        }

        return rows;
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public Task Row_of_the_table_holds(string question, string shown, string from, string understood) =>
        SampleRow.HoldsAsync(samples, question, Asked, shown, from, understood);
}
