using System.Text.RegularExpressions;
using BriefingBot.Answering;
using BriefingBot.Articles;
using BriefingBot.Tests.Support;
using BriefingBot.Tests.Web;

namespace BriefingBot.Tests.Answering;

/// <summary>Runs every row of Specs/Disagreements.md.</summary>
public sealed partial class DisagreementsTests(DisagreementsTests.Articles articles) : IClassFixture<DisagreementsTests.Articles>
{
    private const string Page = "Disagreements.md";

    public static TheoryData<string, string, string> Rows()
    {
        var rows = new TheoryData<string, string, string>();
        foreach (var cells in SpecTable.Rows(Page).Where(cells => cells.Length == 3))
        {
            rows.Add(cells[0], cells[1], cells[2]);
        }

        return rows;
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task Row_of_the_table_holds(string question, string answer, string quotes)
    {
        var given = await articles.Briefing.AskAsync(question);

        var text = PlainTextRendering.Render(given);
        Assert.True(given.Refusal is null == (answer != "none"), text);
        Assert.True(given.Disagreement == (answer == "both"), text);
        Assert.Equal(given.Disagreement, text.StartsWith(AnswerWords.Disagreement, StringComparison.Ordinal));
        Assert.True(quotes.Split(" or ").Any(order => Shows(given, order)), text);
    }

    [Fact]
    public async Task Html_and_Markdown_say_so_too()
    {
        var given = await articles.Briefing.AskAsync("How much did the bridge over the Tarn cost?");

        Assert.Contains(AnswerWords.Disagreement, HtmlRendering.Render(given));
        Assert.Contains(AnswerWords.Disagreement, HtmlRendering.Render(given, (id, version, span) => "/"));
        Assert.Contains(AnswerWords.Disagreement, MarkdownRendering.Render(given));
    }

    private static bool Shows(VerifiedAnswer given, string order)
    {
        var words = Words().Matches(order).Select(match => (Absent: match.Groups["absent"].Success, Text: match.Groups["words"].Value)).ToArray();
        return words.Where(word => !word.Absent).Index().All(word => word.Index < given.Quotes.Length && given.Quotes[word.Index].Text.Contains(word.Item.Text, StringComparison.OrdinalIgnoreCase))
            && words.Where(word => word.Absent).All(word => !given.Quotes.Any(quote => quote.Text.Contains(word.Text, StringComparison.Ordinal)));
    }

    [GeneratedRegex("(?<absent>¬)?`(?<words>[^`]*)`")]
    private static partial Regex Words();

    /// <summary>The samples and the page's own articles.</summary>
    public sealed class Articles : IAsyncLifetime
    {
        internal Briefing Briefing { get; } = Briefing.OnNewStore();

        public async ValueTask InitializeAsync()
        {
            await LoadedSamples.LoadAsync(Briefing);
            await Briefing.SaveAsync(
            [
                .. SpecTable.Rows(Page).Where(cells => cells.Length == 4).Select(cells => Some.Article(cells[3], cells[0], cells[2]) with
                {
                    Published = PublicationDate.TryParse(cells[1], out var day) ? day : throw new InvalidDataException(cells[1]),
                }),
            ]);
        }

        public ValueTask DisposeAsync() => Briefing.DisposeAsync();
    }
}
