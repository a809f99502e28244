using BriefingBot.Tests.Support;
using BriefingBot.Tests.Web;

namespace BriefingBot.Tests.Answering;

/// <summary>Runs every row of Specs/TimeWords.md.</summary>
public sealed class TimeWordsSpecTests(LoadedSamples samples) : IClassFixture<LoadedSamples>
{
    public static TheoryData<string, string, string, string, string> Rows()
    {
        var rows = new TheoryData<string, string, string, string, string>();
        foreach (var cells in SpecTable.Rows("TimeWords.md"))
        {
            rows.Add(cells[0], cells[1], cells[2], cells[3], cells[4]);
        }

        return rows;
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public Task Row_of_the_table_holds(string question, string asked, string shown, string from, string understood) =>
        SampleRow.HoldsAsync(samples, question, DateOnly.ParseExact(asked, "yyyy-MM-dd"), shown, from, understood);
}
