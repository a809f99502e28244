using System.Collections.Immutable;
using BriefingBot.Answering;
using BriefingBot.Tests.Support;

namespace BriefingBot.Tests.Answering;

/// <summary>Runs every row of Specs/Statements.md.</summary>
public sealed class StatementsTests
{
    public static TheoryData<string, string, string> Rows()
    {
        var rows = new TheoryData<string, string, string>();
        foreach (var cells in SpecTable.Rows("Statements.md"))
        {
            rows.Add(cells[0], cells[1], cells[2]);
        }

        return rows;
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task Row_of_the_table_holds(string quotes, string statement, string verdict)
    {
        var article = Some.Article(quotes, title: "News");

        var (passed, fault) = await VerifyAsync(statement, Some.Quote(article, article.Text));

        Assert.Equal(verdict, fault?.Check ?? "passes");
        Assert.Equal(fault is null, passed is not null);
    }

    [Fact]
    public async Task Words_in_quotation_marks_are_shown_as_they_are_stored()
    {
        var article = Some.Article("Koll said: “We’ll rebuild the dam – whatever it costs.”");

        var (passed, _) = await VerifyAsync("Koll said \"we'll rebuild the dam - whatever it costs\".".Replace("we'll", "We'll"), Some.Quote(article, article.Text));

        Assert.Equal("Koll said “We’ll rebuild the dam – whatever it costs”.", passed?.Text);
    }

    [Fact]
    public async Task A_statement_without_quotes_is_withheld() => Assert.Equal("support", (await VerifyAsync("The dam broke.")).Fault?.Check);

    private static Task<(VerifiedStatement? Statement, StatementFault? Fault)> VerifyAsync(string statement, params ImmutableArray<VerifiedQuote> quotes) =>
        VerifiedStatement.VerifyAsync(statement, quotes, new MeaningCloseness(Briefing.Embedder), TestContext.Current.CancellationToken);
}
