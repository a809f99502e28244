using BriefingBot.Articles;
using BriefingBot.Ingestion;
using BriefingBot.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace BriefingBot.Tests.Ingestion;

public sealed class ArticleIngestorTests
{
    private const string Storm = """{"id": "storm", "title": "Storm", "text": "The storm closed the port of Oldport.", "source": "The Valley Post"}""";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_load_adds_its_articles_and_the_same_load_again_changes_nothing()
    {
        await using var briefing = Briefing.OnNewStore();
        var file = briefing.WriteFile("news.jsonl", Storm + "\n\n" + Storm.Replace("storm\"", "storm2\"", StringComparison.Ordinal));

        var first = await briefing.IngestAsync(file);
        Assert.Equal([(IngestOutcomeKind.Added, "storm", 1), (IngestOutcomeKind.Added, "storm2", 3)], first.Select(outcome => (outcome.Kind, outcome.ArticleId!, outcome.Line!.Value)));
        Assert.All(first, outcome => Assert.Equal((file, "Storm", 1, 1, null), (outcome.Input, outcome.Title, outcome.Version, outcome.Passages, outcome.Error)));

        var again = await briefing.IngestAsync(file);
        Assert.All(again, outcome => Assert.Equal((IngestOutcomeKind.Unchanged, 1, 0), (outcome.Kind, outcome.Version, outcome.Passages)));
    }

    [Fact]
    public async Task Another_text_makes_a_new_version_and_other_metadata_updates_the_same_one()
    {
        await using var briefing = Briefing.OnNewStore();
        var file = briefing.WriteFile("news.jsonl", Storm);
        await briefing.IngestAsync(file);

        briefing.WriteFile("news.jsonl", Storm.Replace("Oldport", "Nyholm", StringComparison.Ordinal));
        Assert.Equal((IngestOutcomeKind.Updated, 2), (await briefing.IngestAsync(file)).Select(outcome => (outcome.Kind, outcome.Version!.Value)).Single());

        briefing.WriteFile("news.jsonl", Storm.Replace("Oldport", "Nyholm", StringComparison.Ordinal).Replace("}", """, "groups": ["board"]}""", StringComparison.Ordinal));
        Assert.Equal((IngestOutcomeKind.Updated, 2), (await briefing.IngestAsync(file)).Select(outcome => (outcome.Kind, outcome.Version!.Value)).Single());
        Assert.Empty((await briefing.AskAsync("What closed the port?", neverRefuse: true)).Quotes);
    }

    [Fact]
    public async Task A_bad_line_fails_by_its_number_and_the_others_are_stored()
    {
        await using var briefing = Briefing.OnNewStore();
        var file = briefing.WriteFile("news.jsonl", $"{Storm}\n{{broken\n{Storm.Replace("storm\"", "storm3\"", StringComparison.Ordinal)}");
        var outcomes = await briefing.IngestAsync(file);
        var failed = Assert.Single(outcomes, outcome => outcome.Kind == IngestOutcomeKind.Failed);
        Assert.Equal(2, failed.Line);
        Assert.StartsWith("line 2: ", failed.Error, StringComparison.Ordinal);
        Assert.Equal(2, outcomes.Count(outcome => outcome.Kind == IngestOutcomeKind.Added));
    }

    [Fact]
    public async Task An_id_from_another_input_path_fails_unless_it_may_replace()
    {
        await using var briefing = Briefing.OnNewStore();
        var first = briefing.WriteFile("first.jsonl", Storm);
        var second = briefing.WriteFile("second.jsonl", Storm.Replace("Oldport", "Nyholm", StringComparison.Ordinal));
        await briefing.IngestAsync(first);

        var failed = Assert.Single(await briefing.IngestAsync(second));
        Assert.Equal(IngestOutcomeKind.Failed, failed.Kind);
        Assert.Contains(first, failed.Error, StringComparison.Ordinal);
        Assert.Contains("--replace", failed.Error, StringComparison.Ordinal);
        Assert.Contains("Oldport", (await briefing.Articles.FindAsync("storm", version: null, Cancellation))!.Text, StringComparison.Ordinal);

        Assert.Equal(IngestOutcomeKind.Updated, Assert.Single(await briefing.IngestAsync(replace: true, second)).Kind);
        Assert.Equal(IngestOutcomeKind.Unchanged, Assert.Single(await briefing.IngestAsync(second)).Kind);
        Assert.Equal(IngestOutcomeKind.Failed, Assert.Single(await briefing.IngestAsync(first)).Kind);
    }

    [Fact]
    public async Task An_id_twice_in_one_load_with_two_texts_fails_and_names_both_places()
    {
        await using var briefing = Briefing.OnNewStore();
        var file = briefing.WriteFile("news.jsonl", $"{Storm}\n{Storm}\n{Storm.Replace("Oldport", "Nyholm", StringComparison.Ordinal)}");
        var outcomes = await briefing.IngestAsync(file);
        Assert.Contains("line 1 of", Assert.Single(outcomes, outcome => outcome.Kind == IngestOutcomeKind.Failed).Error, StringComparison.Ordinal);
        Assert.Equal(1, (await briefing.Articles.FindAsync("storm", version: null, Cancellation))!.Version);
    }

    [Fact]
    public async Task An_id_twice_in_one_load_for_other_readers_fails_and_the_first_stands()
    {
        await using var briefing = Briefing.OnNewStore();
        var restricted = Storm.Replace("}", """, "groups": ["board"]}""", StringComparison.Ordinal);
        var outcomes = await briefing.IngestAsync(briefing.WriteFile("news.jsonl", $"{restricted}\n{Storm}"));
        Assert.Equal([IngestOutcomeKind.Failed, IngestOutcomeKind.Added], outcomes.Select(outcome => outcome.Kind));
        Assert.Equal(["board"], (await briefing.Articles.FindAsync("storm", version: null, Cancellation))!.Groups);
    }

    [Fact]
    public async Task Two_loads_at_once_cannot_both_have_an_id()
    {
        await using var one = Briefing.OnNewStore();
        await using var two = one.Again();
        var first = one.WriteFile("first.jsonl", Storm);
        var second = one.WriteFile("second.jsonl", Storm.Replace("Oldport", "Nyholm", StringComparison.Ordinal));
        var outcomes = await Task.WhenAll(Task.Run(() => one.IngestAsync(first)), Task.Run(() => two.IngestAsync(second)));
        Assert.Equal([IngestOutcomeKind.Added, IngestOutcomeKind.Failed], outcomes.Select(load => load.Single().Kind).Order());
    }

    [Fact]
    public async Task A_removed_article_can_be_loaded_again_under_the_next_number()
    {
        await using var briefing = Briefing.OnNewStore();
        var file = briefing.WriteFile("news.jsonl", Storm);
        await briefing.IngestAsync(file);
        await briefing.Articles.RemoveAsync("storm", Cancellation);
        Assert.Equal((IngestOutcomeKind.Added, 2), (await briefing.IngestAsync(file)).Select(outcome => (outcome.Kind, outcome.Version!.Value)).Single());
    }

    [Fact]
    public async Task Ids_are_the_given_one_or_the_url_or_the_path_below_the_folder_or_the_files_name()
    {
        await using var briefing = Briefing.OnNewStore();
        briefing.WriteFile("docs/a b.md", "# A\n\nThe first article of the folder.");
        briefing.WriteFile("docs/sub/c.txt", "The second article of the folder.");
        briefing.WriteFile("docs/.hidden.txt", "Not an article at all.");
        briefing.WriteFile(
            "docs/lines.jsonl",
            """
            {"id": " kept / verbatim ", "title": "T", "text": "One two three four."}
            {"title": "T", "text": "Two three four five.", "url": "HTTPS://Example.ORG:443/a%20b?q=1"}
            {"title": "T", "text": "Three four five six."}
            """);
        var single = briefing.WriteFile("single.txt", "An article of its own.");

        var outcomes = await briefing.IngestAsync(Path.Combine(briefing.Directory, "inputs", "docs"), single);
        Assert.Equal(
            ["docs/a b.md", " kept / verbatim ", "https://example.org/a%20b?q=1", "docs/lines.jsonl#3", "docs/sub/c.txt", "single.txt"],
            outcomes.Select(outcome => outcome.ArticleId));
    }

    [Theory]
    [InlineData("---\n  title: T\n  groups: [hr]\n---\nSecret words of the board.")]
    [InlineData("---\ngroup: hr\n---\nSecret words of the board.")]
    [InlineData("---\n_groups: [hr]\n---\nSecret words of the board.")]
    [InlineData("---\ngr\u200Boups: [hr]\n---\nSecret words of the board.")]
    [InlineData("---\ngroups: []\nGroup_s: [hr]\n---\nSecret words of the board.")]
    [InlineData("---\n{groups: [hr]}\n---\nSecret words of the board.")]
    [InlineData("---\ngroups:\n---\nSecret words of the board.")]
    [InlineData(" ---\ngroups: [hr]\n---\nSecret words of the board.")]
    [InlineData("+++\ngroups = [\"hr\"]\n+++\nSecret words of the board.")]
    public async Task Front_matter_that_names_groups_is_never_read_as_open_to_everybody(string markdown)
    {
        await using var briefing = Briefing.OnNewStore();
        var outcome = Assert.Single(await briefing.IngestAsync(briefing.WriteFile("secret.md", markdown)));
        Assert.Equal(IngestOutcomeKind.Failed, outcome.Kind);
        Assert.Contains("groups", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_glob_has_the_ids_of_its_folder()
    {
        await using var briefing = Briefing.OnNewStore();
        briefing.WriteFile("docs/a.md", "The first article of the folder.");
        briefing.WriteFile("docs/sub/b.md", "The second article of the folder.");
        briefing.WriteFile("docs/sub/c.txt", "Not matched by the glob.");
        var outcomes = await briefing.IngestAsync(Path.Combine(briefing.Directory, "inputs", "docs", "**", "*.md"));
        Assert.Equal(["docs/a.md", "docs/sub/b.md"], outcomes.Select(outcome => outcome.ArticleId));
        Assert.All(await briefing.IngestAsync(Path.Combine(briefing.Directory, "inputs", "docs", "*.md")), outcome => Assert.Equal(IngestOutcomeKind.Unchanged, outcome.Kind));
    }

    [Theory]
    [InlineData("missing.txt", "no such file or folder")]
    [InlineData("missing/*.txt", "no such folder")]
    [InlineData("*.nothing", "no file matches")]
    [InlineData("picture.png", "not read")]
    [InlineData("empty.txt", "it is empty")]
    [InlineData("blank.md", "no text")]
    [InlineData("archive.txt", "ZIP archive")]
    public async Task An_input_that_is_no_article_fails_with_the_reason(string name, string reason)
    {
        await using var briefing = Briefing.OnNewStore();
        briefing.WriteFile("picture.png", "x");
        briefing.WriteFile("empty.txt", "");
        briefing.WriteFile("blank.md", " \n\u200B\n");
        briefing.WriteFile("archive.txt", "PK\u0003\u0004\u0001\u0002\u0005\u0006\u0007\u0008");
        var good = briefing.WriteFile("good.txt", "An article that is read all the same.");
        var outcomes = await briefing.IngestAsync(Path.Combine(briefing.Directory, "inputs", name), good);
        Assert.Contains(reason, outcomes[0].Error, StringComparison.Ordinal);
        Assert.Equal(IngestOutcomeKind.Added, outcomes[1].Kind);
    }

    [Fact]
    public async Task The_first_line_of_a_text_is_its_title_unless_it_is_long()
    {
        await using var briefing = Briefing.OnNewStore();
        var outcomes = await briefing.IngestAsync(
            briefing.WriteFile("short.txt", "\n  Quarterly   report\n\nSales rose in the north."),
            briefing.WriteFile("long.txt", new string('a', 60) + " " + new string('b', 60) + " is a long first line."));
        Assert.Equal(["Quarterly report", "long"], outcomes.Select(outcome => outcome.Title));
    }

    [Fact]
    public async Task A_cancelled_load_leaves_whole_articles_and_can_go_on()
    {
        await using var briefing = Briefing.OnNewStore();
        var file = briefing.WriteFile("news.jsonl", string.Join('\n', Enumerable.Range(0, 60).Select(i => Storm.Replace("storm\"", $"storm{i}\"", StringComparison.Ordinal))));
        using var cancelled = new CancellationTokenSource();
        var stored = 0;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var outcome in briefing.Get<ArticleIngestor>().IngestAsync([file], cancellation: cancelled.Token))
            {
                if (++stored == 20)
                {
                    await cancelled.CancelAsync();
                }
            }
        });
        Assert.Equal(20, await briefing.Articles.ListAsync(ArticleFilter.All, Cancellation).CountAsync(entry => entry.Passages == 1, Cancellation));
        Assert.Equal(40, (await briefing.IngestAsync(file)).Count(outcome => outcome.Kind == IngestOutcomeKind.Added));
    }

    [Fact]
    public async Task A_cancelled_load_has_noted_what_it_met()
    {
        var clock = new FakeTimeProvider();
        await using var briefing = Briefing.OnNewStore(services => services.AddSingleton<TimeProvider>(clock));
        var file = briefing.WriteFile("news.jsonl", string.Join('\n', Enumerable.Range(0, 4).Select(i => Storm.Replace("storm\"", $"storm{i}\"", StringComparison.Ordinal))));
        await briefing.IngestAsync(file);
        clock.Advance(TimeSpan.FromHours(1));
        using var cancelled = new CancellationTokenSource();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var outcome in briefing.Get<ArticleIngestor>().IngestAsync([file], cancellation: cancelled.Token))
            {
                if (outcome.ArticleId == "storm2")
                {
                    await cancelled.CancelAsync();
                }
            }
        });

        var met = await briefing.Articles.ListAsync(ArticleFilter.All, Cancellation).Where(stored => stored.Seen == clock.GetUtcNow()).Select(stored => stored.Article.Id).ToListAsync(Cancellation);
        Assert.Equal(["storm0", "storm1", "storm2"], met);
    }

    [Fact]
    public async Task Text_is_stored_canonical_with_its_blanks()
    {
        await using var briefing = Briefing.OnNewStore();
        await briefing.IngestAsync(briefing.WriteFile("odd.jsonl", """{"id": "odd", "title": " A\ttitle\u00AD ", "text": "  Two  blanks.\r\ne\u0301\u200B\u0000 \uD800 end. "}"""));
        var article = await briefing.Articles.FindAsync("odd", version: null, Cancellation);
        Assert.Equal("  Two  blanks.\n\u00E9 \uFFFD end. ", article!.Text);
        Assert.Equal("A title", article.Title);
    }

    [Theory]
    [InlineData("open.md", "The harbour was dredged in 1987.")]
    [InlineData("open.jsonl", """{"title": "Harbour", "text": "The harbour was dredged in 1987."}""")]
    public async Task File_that_an_editor_has_open_is_read_all_the_same(string name, string content)
    {
        await using var briefing = Briefing.OnNewStore();
        var path = briefing.WriteFile(name, content);
        await using var editor = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);

        Assert.Equal(IngestOutcomeKind.Added, Assert.Single(await briefing.IngestAsync(path)).Kind);
    }
}
