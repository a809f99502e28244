using BriefingBot.Articles;
using BriefingBot.Ingestion;
using BriefingBot.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace BriefingBot.Tests.Ingestion;

/// <summary>What a load that deletes what is gone removes, and above all what it leaves.</summary>
public sealed class GoneArticlesTests : IAsyncLifetime
{
    private readonly Briefing _briefing = Briefing.On(
        new Dictionary<string, string?> { ["Ingestion:Web:AllowedNetworks"] = SomeWeb.LoopbackAllowed, ["Ingestion:Web:KeepRobotsRules"] = "false" },
        services => services.AddSingleton(SomeWeb.Named(new Dictionary<string, string>())));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Folder => Path.Combine(_briefing.Directory, "inputs", "news");

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _briefing.DisposeAsync();

    [Fact]
    public async Task An_article_goes_with_its_file_and_no_other_does()
    {
        var file = Write("dam.txt", "The dam broke at night.");
        Write("flood.txt", "The river rose by two metres.");
        var zip = Path.Combine(Folder, "more!.zip");
        await File.WriteAllBytesAsync(zip, Zipped.Of(("storm.txt", "The storm closed the port.")), Cancellation);
        var elsewhere = _briefing.WriteFile("newspaper/bell.txt", "The bell is cast.");
        await _briefing.IngestAsync(elsewhere);
        Assert.Equal(3, (await LoadAsync()).Counts[IngestOutcomeKind.Added]);
        File.Delete(file);
        File.Delete(zip);
        File.Delete(elsewhere);

        Assert.Equal(1, (await LoadAsync(deletes: false)).Counts[IngestOutcomeKind.Unchanged]);
        Assert.Equal(4, await CountAsync());
        var job = await LoadAsync();

        Assert.Equal((2, 1, 3), (job.Counts[IngestOutcomeKind.Removed], job.Counts[IngestOutcomeKind.Unchanged], job.Total));
        var removed = await OutcomesAsync(job, IngestOutcomeKind.Removed);
        Assert.Equal([(file, "news/dam.txt", "The dam broke at night."), (zip + "!storm.txt", "news/more!.zip!storm.txt", "The storm closed the port.")], removed.Select(outcome => (outcome.Input, outcome.ArticleId, outcome.Title)));
        Assert.Equal(["bell.txt", "news/flood.txt"], await IdsAsync());
        Assert.DoesNotContain(IngestOutcomeKind.Removed, (await LoadAsync()).Counts.Keys);
    }

    [Fact]
    public async Task A_file_that_moved_within_the_folder_keeps_its_article_also_where_it_brings_its_id()
    {
        var (dam, storm) = (Write("dam.txt", "The dam broke at night."), Write("storm.md", "---\nid: storm\n---\nThe storm closed the port."));
        await LoadAsync();
        Directory.CreateDirectory(Path.Combine(Folder, "old"));
        File.Move(dam, Path.Combine(Folder, "old", "vessing.txt"));
        File.Move(storm, Path.Combine(Folder, "old", "port.md"));

        var job = await LoadAsync();

        Assert.Equal((2, 2), (job.Counts[IngestOutcomeKind.Moved], job.Total));
        Assert.Equal(["news/dam.txt", "storm"], await IdsAsync());
        Assert.Equal(2, (await LoadAsync()).Counts[IngestOutcomeKind.Unchanged]);
    }

    [Fact]
    public async Task Of_a_glob_only_the_files_go_that_it_names_and_of_a_file_that_file()
    {
        var (text, page) = (Write("sub/a.txt", "The dam broke at night."), Write("sub/b.md", "The river rose."));
        Write("kept.txt", "The storm closed the port.");
        await LoadAsync();
        Write("sub/other.md", "It is not empty.");
        File.Delete(text);
        File.Delete(page);

        Assert.Equal(1, (await LoadAsync(Path.Combine(Folder, "**", "*.txt"))).Counts[IngestOutcomeKind.Removed]);
        Assert.Equal(["news/kept.txt", "news/sub/b.md"], await IdsAsync());

        Assert.Equal(1, (await LoadAsync(page)).Counts[IngestOutcomeKind.Removed]);
        Assert.Equal(["news/kept.txt"], await IdsAsync());
    }

    [Theory]
    [InlineData("missing", "there is no such file or folder")]
    [InlineData("file", "it is a file now, and was a folder")]
    [InlineData("empty", "the folder is empty")]
    [InlineData("unmatched", "no file matches")]
    [InlineData("alone", "its folder is empty as well")]
    [InlineData("many", "more than half of 12 at once")]
    public async Task Nothing_is_removed_while_it_is_not_certain_and_the_load_says_why(string case_, string why)
    {
        var input = case_ switch { "alone" => Path.Combine(Folder, "dam.txt"), "unmatched" => Path.Combine(Folder, "*.txt"), _ => Folder };
        Write("dam.txt", "The dam broke at night.");
        if (case_ == "many")
        {
            Write("many.jsonl", string.Join('\n', Enumerable.Range(0, 11).Select(number => $$"""{"id": "many {{number}}", "title": "T", "text": "The number is {{number}}."}""")));
        }

        await LoadAsync(input);
        var before = await IdsAsync();
        File.Delete(Path.Combine(Folder, case_ == "many" ? "many.jsonl" : "dam.txt"));
        if (case_ is "missing" or "file")
        {
            Directory.Delete(Folder, recursive: true);
        }

        if (case_ == "file")
        {
            await File.WriteAllTextAsync(Folder, "A file in the folder's place.", Cancellation);
        }

        var job = await LoadAsync(input);

        Assert.DoesNotContain(IngestOutcomeKind.Removed, job.Counts.Keys);
        Assert.Empty(before.Except(await IdsAsync()));
        var said = Assert.Single(await OutcomesAsync(job, IngestOutcomeKind.Failed), outcome => outcome.Error!.Contains("none was removed", StringComparison.Ordinal));
        Assert.Contains(why, said.Error, StringComparison.Ordinal);
        Assert.Equal(input, said.Input);
        Assert.Equal(case_ == "many", said.Error!.Contains("briefing remove --label \"news\" --not-seen-since 20", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Remedy_of_a_source_without_labels_lists_nothing_that_came_from_elsewhere()
    {
        var request = RequestOf(Folder) with { Options = new IngestOptions() };
        Write("dam.txt", "The dam broke at night.");
        var many = Write("many.jsonl", string.Join('\n', Enumerable.Range(0, 11).Select(number => $$"""{"id": "many {{number}}", "title": "T", "text": "The number is {{number}}."}""")));
        await _briefing.Get<LoadJobs>().RunAsync(request, _ => { }, told: null, Cancellation);
        File.Delete(many);

        var job = await _briefing.Get<LoadJobs>().RunAsync(request, _ => { }, told: null, Cancellation);

        var said = Assert.Single(await OutcomesAsync(job, IngestOutcomeKind.Failed));
        Assert.Contains("'briefing remove ID ...'", said.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("--not-seen-since", said.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Articles_of_a_folder_below_that_is_empty_now_as_a_disk_that_is_not_there_stay()
    {
        string[] gone = [Write("nas/2026/dam.txt", "The dam broke at night."), Write("nas/flood.zip.txt", "The river rose by two metres."), Write("port.txt", "The storm closed the port."), Write("old/bell.txt", "The bell is cast.")];
        Write("kept.txt", "A museum opened.");
        await LoadAsync();
        Array.ForEach(gone, File.Delete);
        Directory.Delete(Path.Combine(Folder, "nas", "2026"));
        Directory.Delete(Path.Combine(Folder, "old"));

        var job = await LoadAsync();

        Assert.Equal(["news/kept.txt", "news/nas/2026/dam.txt", "news/nas/flood.zip.txt"], await IdsAsync());
        var said = Assert.Single(await OutcomesAsync(job, IngestOutcomeKind.Failed));
        Assert.Equal(Path.Combine(Folder, "nas"), said.Input);
        Assert.StartsWith("2 articles that came from it would have to go, and none was removed: the folder is empty.", said.Error, StringComparison.Ordinal);
        Assert.Contains("briefing remove --label \"news\" --not-seen-since 20", said.Error, StringComparison.Ordinal);

        Directory.Delete(Path.Combine(Folder, "nas"));
        Assert.Equal(2, (await LoadAsync()).Counts[IngestOutcomeKind.Removed]);
    }

    [Fact]
    public void A_part_of_the_folder_that_cannot_be_looked_into_makes_all_of_it_uncertain()
    {
        Write("dam.txt", "The dam broke at night.");
        InputFile[] found = [.. InputFiles.Find(Folder), new(Path.Combine(Folder, "closed"), "news/closed", "this user may not look into the folder")];

        Assert.Contains("closed: this user may not", new InputPlace(Folder).DoubtAbout(found, [Path.Combine(Folder, "gone.txt")]), StringComparison.Ordinal);
        Assert.Null(new InputPlace(Folder).DoubtAbout(found[..^1], [Path.Combine(Folder, "gone.txt")]));
    }

    [Fact]
    public async Task A_load_that_is_cancelled_removes_nothing()
    {
        var file = Write("dam.txt", "The dam broke at night.");
        Write("flood.txt", "The river rose by two metres.");
        await LoadAsync();
        File.Delete(file);
        using var pressed = new CancellationTokenSource();

        var job = await _briefing.Get<LoadJobs>().RunAsync(RequestOf(Folder), _ => { }, (_, _) => pressed.Cancel(), pressed.Token);

        Assert.Equal((LoadState.Cancelled, 2), (job.State, await CountAsync()));
    }

    [Fact]
    public async Task A_load_that_was_interrupted_while_it_removed_goes_on_with_it()
    {
        string[] files = [.. Enumerable.Range(0, 3).Select(number => Write($"{number}.txt", $"The number is {number}."))];
        Write("kept.txt", "The river rose by two metres.");
        await LoadAsync();
        Array.ForEach(files, File.Delete);
        using var stopped = new CancellationTokenSource();
        var jobs = _briefing.Get<LoadJobs>();

        var job = await jobs.RunAsync(RequestOf(Folder), _ => { }, (_, outcome) => (outcome.Kind == IngestOutcomeKind.Removed ? stopped : null)?.Cancel(), stopped.Token, byItself: true);
        Assert.Equal((LoadState.Interrupted, 3), (job.State, await CountAsync()));
        job = (await jobs.ResumeAsync(job.Id, byItself: true, told: null, Cancellation))!;

        Assert.Equal((LoadState.Done, 3, 4), (job.State, job.Counts[IngestOutcomeKind.Removed], job.Total));
        Assert.Equal(["news/kept.txt"], await IdsAsync());
    }

    [Fact]
    public async Task An_article_that_another_load_meets_meanwhile_stays()
    {
        string[] ids = ["a", "b", "c"];
        string[] files = [.. ids.Select(id => Write($"{id}.jsonl", Line(id)))];
        Write("kept.txt", "The river rose by two metres.");
        await LoadAsync();
        Array.ForEach(files, File.Delete);
        var now = TimeProvider.System.GetUtcNow();
        var job = new LoadJob { Id = LoadJob.NewId(now), Who = "source news", Made = now, Started = now };

        var removed = new List<string>();
        await foreach (var outcome in new GoneArticles(_briefing.Articles, [Folder]).RemoveAsync(job, Cancellation))
        {
            removed.Add(outcome.ArticleId!);
            await _briefing.IngestAsync(replace: true, _briefing.WriteFile("elsewhere/b.jsonl", Line("b")));
            await _briefing.Articles.SeenAsync(["c"], Cancellation);
        }

        Assert.Equal(["a"], removed);
        Assert.Equal(["b", "c", "news/kept.txt"], await IdsAsync());

        static string Line(string id) => $$"""{"id": "{{id}}", "title": "T", "text": "The dam of {{id}} broke at night."}""";
    }

    [Theory]
    [InlineData(404, true)]
    [InlineData(410, true)]
    [InlineData(500, false)]
    [InlineData(403, false)]
    public async Task A_page_goes_where_its_server_says_that_it_is_gone(int status, bool goes)
    {
        var answer = WebListener.Answer("<title>Dam breaks</title><article><p>The dam above Vessing broke at night, and two villages were flooded before anybody woke.</p></article>");
        await using var listener = new WebListener(_ => answer);
        var address = listener.At("/dam").AbsoluteUri;
        await LoadAsync(address);
        answer = WebListener.Answer("", status: status);

        var job = await LoadAsync(address);

        Assert.Equal(goes ? IngestOutcomeKind.Removed : IngestOutcomeKind.Failed, Assert.Single(job.Counts).Key);
        Assert.Equal(goes ? 0 : 1, await CountAsync());

        // There is nothing to be removed any more, and that it is not there is said.
        Assert.Contains($"({status})", Assert.Single(await OutcomesAsync(await LoadAsync(address), IngestOutcomeKind.Failed)).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_only_dropped_off_a_feed_stays_and_an_entry_whose_page_is_gone_goes()
    {
        string[] entries = ["one", "two", "three"];
        var gone = "";
        await using var listener = new WebListener((path, self, stream, ended) => stream.WriteAsync(System.Text.Encoding.UTF8.GetBytes(
            path == "/feed" ? WebListener.Answer(Feed(self.Port, entries), "application/rss+xml")
            : path == gone ? WebListener.Answer("", status: 404)
            : WebListener.Answer($"<title>{path}</title><article><p>The dam above {path[1..]} broke at night, and two villages were flooded before anybody woke.</p></article>")), ended).AsTask());
        var feed = listener.At("/feed").AbsoluteUri;
        Assert.Equal(3, (await LoadAsync(feed)).Counts[IngestOutcomeKind.Added]);
        (entries, gone) = (["two", "three"], "/three");

        var job = await LoadAsync(feed);

        Assert.Equal(listener.At("/three").AbsoluteUri, Assert.Single(await OutcomesAsync(job, IngestOutcomeKind.Removed)).Input);
        Assert.Equal([listener.At("/one").AbsoluteUri, listener.At("/two").AbsoluteUri], await IdsAsync());
    }

    private string Write(string name, string text) => _briefing.WriteFile($"news/{name}", text);

    private Task<LoadJob> LoadAsync(bool deletes = true) => LoadAsync(Folder, deletes);

    private Task<LoadJob> LoadAsync(string input, bool deletes = true) => _briefing.Get<LoadJobs>().RunAsync(RequestOf(input) with { DeleteWhenGone = deletes }, _ => { }, told: null, Cancellation);

    private static JobRequest RequestOf(string input) => new("source news", [input], new IngestOptions { Labels = ["news"] }) { DeleteWhenGone = true };

    private async Task<IReadOnlyList<IngestOutcome>> OutcomesAsync(LoadJob job, IngestOutcomeKind kind) => await _briefing.Get<LoadJobs>().OutcomesAsync(job, kind, Cancellation).ToListAsync(Cancellation);

    private async Task<IReadOnlyList<string>> IdsAsync() => await _briefing.Articles.ListAsync(ArticleFilter.All, Cancellation).Select(stored => stored.Article.Id).ToListAsync(Cancellation);

    private Task<long> CountAsync() => _briefing.Articles.CountAsync(ArticleFilter.All, Cancellation);

    private static string Feed(int port, IEnumerable<string> entries) =>
        $"<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>News</title><link>http://127.0.0.1:{port}/</link><description>N</description>{string.Concat(entries.Select(entry => $"<item><title>{entry}</title><link>http://127.0.0.1:{port}/{entry}</link><description>Short.</description></item>"))}</channel></rss>";
}
