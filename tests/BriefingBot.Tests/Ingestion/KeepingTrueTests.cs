using BriefingBot.Answering;
using BriefingBot.Articles;
using BriefingBot.Ingestion;
using BriefingBot.Tests.Support;

namespace BriefingBot.Tests.Ingestion;

/// <summary>What becomes of stored articles whose files change, move or say what others say.</summary>
public sealed class KeepingTrueTests
{
    private const string Report =
        "The dam above Orlen broke on Friday at 03:12. Two villages below it were under water by noon. The mayor said that 340 people had left their homes, and that none of them was hurt. "
        + "Engineers had warned of cracks in the wall since the spring, but the repair was put off twice for want of money.";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_file_that_was_renamed_stays_the_article_that_it_was()
    {
        await using var briefing = Briefing.OnNewStore();
        var old = briefing.WriteFile("in/dam.txt", Report);
        await briefing.IngestAsync(Path.GetDirectoryName(old)!);
        var moved = Path.Combine(Path.GetDirectoryName(old)!, "sub", "orlen.txt");
        Directory.CreateDirectory(Path.GetDirectoryName(moved)!);
        File.Move(old, moved);

        var outcome = Assert.Single(await briefing.IngestAsync(Path.GetDirectoryName(old)!));

        Assert.Equal((IngestOutcomeKind.Moved, "in/dam.txt", 1), (outcome.Kind, outcome.ArticleId, outcome.Version!.Value));
        Assert.Equal(moved, Assert.Single(await briefing.Articles.ListAsync(ArticleFilter.All, Cancellation).ToListAsync(Cancellation)).Article.InputPath);
        Assert.Equal(IngestOutcomeKind.Unchanged, Assert.Single(await briefing.IngestAsync(Path.GetDirectoryName(old)!)).Kind);

        File.AppendAllText(moved, " The repair begins in May.");
        var changed = Assert.Single(await briefing.IngestAsync(Path.GetDirectoryName(old)!));
        Assert.Equal((IngestOutcomeKind.Updated, "in/dam.txt", 2), (changed.Kind, changed.ArticleId, changed.Version!.Value));
    }

    [Fact]
    public async Task A_copy_of_a_file_that_is_still_there_is_an_article_of_its_own()
    {
        await using var briefing = Briefing.OnNewStore();
        await briefing.IngestAsync(briefing.WriteFile("a.txt", Report));

        var outcome = Assert.Single(await briefing.IngestAsync(briefing.WriteFile("b.txt", Report)));

        Assert.Equal((IngestOutcomeKind.Added, "b.txt", "a.txt"), (outcome.Kind, outcome.ArticleId, outcome.CopyOf));
    }

    [Fact]
    public async Task An_answer_says_that_its_article_was_corrected_and_never_quotes_what_it_said_before()
    {
        await using var briefing = Briefing.OnNewStore();
        await briefing.IngestAsync(briefing.WriteFile("dam.txt", Report));
        Assert.DoesNotContain("corrected", SourceLine.Of((await briefing.AskAsync("How many people left their homes?")).Quotes[0]).Details, StringComparison.Ordinal);

        await briefing.IngestAsync(briefing.WriteFile("dam.txt", Report.Replace("340", "612", StringComparison.Ordinal)));

        var answer = await briefing.AskAsync("How many people left their homes?");
        Assert.Contains("612", answer.Quotes[0].Text, StringComparison.Ordinal);
        Assert.DoesNotContain(answer.Quotes, quote => quote.Text.Contains("340", StringComparison.Ordinal));
        var today = TimeProvider.System.GetUtcNow();
        Assert.Matches($"corrected on [0-9]+ [A-Z][a-z]+ {today.Year}", SourceLine.Of(answer.Quotes[0]).Details);
        Assert.Contains("340", (await briefing.Articles.FindAsync("dam.txt", 1, Cancellation))!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_quotes_one_of_several_copies_and_counts_the_others_that_the_asker_may_read()
    {
        await using var briefing = Briefing.OnNewStore();
        await briefing.IngestAsync(
            briefing.WriteFile("a.txt", Report),
            briefing.WriteFile("b.txt", "From our wire services. " + Report),
            briefing.WriteFile("c.txt", Report.Replace("for want of money", "because money was short", StringComparison.Ordinal)),
            briefing.WriteFile("edited.txt", Report.Replace("340", "612", StringComparison.Ordinal)),
            briefing.WriteFile("board.md", $"---\ngroups: [board]\n---\n{Report}\n"),
            briefing.WriteFile("other.txt", "A museum in Teln has opened a show of forty clocks from five centuries."));

        var quote = (await briefing.AskAsync("When did the dam above Orlen break?")).Quotes[0];
        Assert.Equal(3, quote.AlsoIn);
        Assert.EndsWith("also in 3 others", SourceLine.Of(quote).Details, StringComparison.Ordinal);
        Assert.Equal(4, (await briefing.AskAsync("When did the dam above Orlen break?", new Asker(["board"]))).Quotes[0].AlsoIn);
        var homes = (await briefing.AskAsync("How many people had left their homes?")).Quotes.First(shown => shown.Text.Contains("340", StringComparison.Ordinal));
        Assert.Equal(2, homes.AlsoIn);
        Assert.Single((await briefing.AskAsync("When did the dam above Orlen break?")).Quotes, shown => shown.Text.Contains("03:12", StringComparison.Ordinal));

        await briefing.Articles.RemoveAsync("b.txt", Cancellation);
        Assert.Equal(2, (await briefing.AskAsync("When did the dam above Orlen break?")).Quotes[0].AlsoIn);
    }

    [Fact]
    public async Task A_quote_says_on_which_page_it_stands()
    {
        await using var briefing = Briefing.OnNewStore();
        const string First = "The harvest failed in July.\n\n";
        var article = Some.Article(text: First + "The comet passed in March and was bright.");
        await briefing.SaveAsync(article with { Pages = [0, 0, First.Length] });

        var quote = (await briefing.AskAsync("When did the comet pass?")).Quotes[0];

        Assert.EndsWith(", p. 3", SourceLine.Of(quote).Details, StringComparison.Ordinal);
        Assert.Equal((2, 3), quote.Article.PagesOf(new(5, article.Text.Length)));
        Assert.Null(Some.Article().PagesOf(new(0, 3)));
    }
}
