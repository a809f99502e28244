using BriefingBot.EndToEnd.Clients;
using BriefingBot.EndToEnd.Support;

namespace BriefingBot.EndToEnd.Requests;

/// <summary>Runs every row of Specs/Briefings.md.</summary>
public sealed class BriefingsTests(SampleBot samples)
{
    private const int FewestRows = 12;

    public static TheoryData<string, string, string> Rows() => RequestTable.Rows("Briefings.md");

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task Row_of_the_table_holds(string where, string typed, string said) =>
        RequestTable.AssertSaid(said, await RequestTable.SayAsync(samples, where, "brief", typed));

    [Fact]
    public void Table_has_its_rows() => Assert.True(Rows().Count >= FewestRows);

    [Fact]
    public async Task As_of_a_day_what_was_published_later_is_left_out_and_the_day_is_that_of_asking()
    {
        var line = (await samples.JsonAsync("brief", "the Vessing flood", "--as-of", "2026-03-14")).Ended(0).Line;
        Assert.Equal(["2026-03-09", "2026-03-14"], line.Objects("developments").Select(development => development.Text("to")));
        line.IsNull("understoodAs");

        var lastMonth = (await samples.JsonAsync("brief", "the Vessing flood last month", "--as-of", "2026-09-15")).Ended(0).Line;
        Assert.Equal("the Vessing flood — only what was published from 1 to 31 August 2026", lastMonth.Text("understoodAs"));
        Assert.Equal("2026-08-20", Assert.Single(lastMonth.Objects("developments")).Text("from"));

        var before = (await samples.JsonAsync("brief", "the Vessing flood", "--as-of", "2026-01-01")).Ended(0).Line;
        Assert.Equal(("refused", "nothing_found"), (before.Text("outcome"), before.Text("reason")));
    }

    [Theory]
    [InlineData("--as-of soon is no day", "--as-of", "soon")]
    [InlineData("--as-of needs a day", "--as-of")]
    [InlineData("--since 2026-05-01 is after --as-of 2026-01-01", "--as-of", "2026-01-01", "--since", "2026-05-01")]
    [InlineData("--as-of is given twice", "--as-of", "2026-01-01", "--as-of", "2026-01-02")]
    public async Task As_of_that_cannot_be_is_wrong_use(string said, params string[] options) =>
        Assert.Contains(said, (await samples.JsonAsync("brief", ["the Vessing flood", .. options])).Ended(2).Error);

    [Fact]
    public async Task Line_of_the_command_has_the_contracts_fields_and_quotes_of_different_articles_in_order_of_time()
    {
        var line = (await samples.JsonAsync("brief", "the Vessing flood", "--quotes", "12", "--source", "The Stelmouth Courier")).Ended(0).Line;

        line.HasFields("subject", "outcome", "reason", "understoodAs", "text", "developments", "withheld", "elapsedMs");
        Assert.Equal(("the Vessing flood", "answered", 0), (line.Text("subject"), line.Text("outcome"), line.Whole("withheld")));
        var developments = line.Objects("developments");
        Assert.Equal(developments.Select(development => development.Text("from")).Order(StringComparer.Ordinal), developments.Select(development => development.Text("from")));
        var quotes = developments.SelectMany(development => development.Objects("quotes")).ToArray();
        Assert.Equal(Enumerable.Range(1, quotes.Length), quotes.Select(quote => quote.Whole("number")));
        Assert.Equal(quotes.Length, quotes.Select(quote => quote.Text("articleId")).Distinct().Count());
        Assert.All(quotes, quote => Assert.Equal("The Stelmouth Courier", quote.Text("source")));
        foreach (var quote in quotes)
        {
            var text = (await samples.ShowAsync(quote.Text("articleId"))).Text("text");
            Assert.Equal(text[quote.Whole("start")..quote.Whole("end")], quote.Text("text"));
        }
    }
}
