using BriefingBot.Answering;
using BriefingBot.Articles;
using BriefingBot.Tests.Support;
using BriefingBot.Tests.Web;

namespace BriefingBot.Tests.Answering;

/// <summary>Runs every row of Specs/BriefingWords.md.</summary>
public sealed class BriefingWordsSpecTests(LoadedSamples samples) : IClassFixture<LoadedSamples>
{
    private const int FewestRows = 14;

    public static TheoryData<string, string, string, string, string> Rows()
    {
        var rows = new TheoryData<string, string, string, string, string>();
        foreach (var cells in SpecTable.Rows("BriefingWords.md"))
        {
            rows.Add(cells[0], cells[1], cells[2], cells[3], cells[4]);
        }

        return rows;
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task Row_of_the_table_holds(string subject, string asked, string shown, string from, string understood)
    {
        var digest = await samples.Briefing.Get<DigestWriter>().WriteAsync(
            new(subject, Asker.Unknown) { Asked = DateOnly.ParseExact(asked, "yyyy-MM-dd"), Quotes = DigestRequest.FewestQuotes }, TestContext.Current.CancellationToken);

        var text = PlainTextRendering.Render(digest);
        var reason = shown.Split('`')[0].Trim(' ', ':');
        Assert.True(reason == (digest.Refusal?.Refusal is { } refusal ? $"{refusal}" : ""), text);
        Assert.Contains(shown.Split('`')[1], text);
        var articles = digest.Refusal?.Closest.Take(1).Select(article => article.ArticleId) ?? digest.Developments.SelectMany(development => development.Quotes).Select(quote => quote.Article.Id);
        Assert.True(from == "any" || from == string.Join(", ", articles.Select(id => id["sample/".Length..])), text);
        Assert.Equal(understood, digest.UnderstoodAs ?? "–");
    }

    [Fact]
    public void Table_has_its_rows() => Assert.True(Rows().Count >= FewestRows);
}
