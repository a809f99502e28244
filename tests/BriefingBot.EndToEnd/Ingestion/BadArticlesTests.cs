using System.Text;
using System.Text.RegularExpressions;
using BriefingBot.Tests.Support;

namespace BriefingBot.EndToEnd.Ingestion;

/// <summary>Runs every row of Specs/BadArticles.md.</summary>
public sealed class BadArticlesTests(StoreOfTwo store) : IClassFixture<StoreOfTwo>
{
    private static readonly Dictionary<string, Action<BadArticle>> Inputs = new([.. BadFiles.Inputs, .. BadText.Inputs, .. BadLines.Inputs]);

    public static TheoryData<string, string, int, string> Rows()
    {
        var rows = new TheoryData<string, string, int, string>();
        foreach (var cells in SpecTable.Rows("BadArticles.md"))
        {
            rows.Add(cells[0], cells[1].Trim('`'), int.Parse(cells[2]), cells[3]);
        }

        return rows;
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task Row_of_the_table_holds(string input, string message, int code, string left)
    {
        using var given = new BadArticle(store);
        Inputs[input](given);
        var inputs = given.Contents();

        var run = (await given.IngestAsync()).Ended(code);

        Assert.Equal(given.Filled(message).Split(" ⏎ "), Encoding.UTF8.GetString(run.Output).TrimEnd('\n').Split('\n'));
        Assert.DoesNotContain("   at ", run.Error);
        Assert.Equal(inputs, given.Contents());
        AssertLeft(left, given);
    }

    [Fact]
    public void Table_has_a_row_for_each_input_that_can_be_made_and_no_other() =>
        Assert.Equal(Inputs.Keys.Order(StringComparer.Ordinal), Rows().Select(row => row.Data.Item1).Order(StringComparer.Ordinal));

    private static void AssertLeft(string left, BadArticle given)
    {
        var after = StoredState.Articles(given.Workspace.Database);
        var more = left == "both articles of before" ? 0 : int.Parse(Regex.Match(left, "^both articles of before, and ([0-9]+) more$").Groups[1].Value);
        Assert.Equal(2, given.Before.Count);
        Assert.Equal(given.Before, after.Where(given.Before.Contains));
        Assert.Equal(2 + more, after.Count);
        using var state = new StoredState(given.Workspace.Database);
        Assert.Equal("ok", state.Integrity);
        Assert.Equal(0, state.PassagesOfNoCurrentVersion);
    }
}
