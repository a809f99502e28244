using System.Net;
using System.Text.Json.Nodes;
using BriefingBot.Indexing;
using BriefingBot.Tests.Support;
using BriefingBot.Web.Admin;
using Microsoft.Extensions.Options;

namespace BriefingBot.Tests.Web;

public sealed class ArticlesApiTests
{
    private static readonly string[] ListedFields =
        ["id", "version", "title", "source", "author", "published", "modified", "language", "url", "labels", "groups", "input", "corrected", "seen", "copyOf"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Uploaded_files_are_loaded_followed_listed_read_and_removed()
    {
        await using var host = await BotHost.StartAsync();
        using var form = AdminCalls.Form(
            ("storm.txt", "The storm closed the port.\n\nTwo ships waited outside."),
            ("flood.md", "---\nsource: The Valley Post\ngroups: [board]\n---\n# Flood\n\nThe river rose by two metres."),
            ("dam.html", "<html><head><title>Dam</title></head><body><article><p>The dam broke at night, and two villages were flooded before the morning came.</p></article></body></html>"),
            ("broken.jsonl", "{broken"));
        form.Add(new StringContent("spring"), "labels");
        form.Add(new StringContent("staff"), "groups");

        var job = await host.UploadAsync(form);
        Assert.Equal(("waiting", "this computer"), ((string)job["state"]!, (string)job["who"]!));
        var events = await host.PassTimeUntilAsync(host.Client.GetStringAsync($"/api/jobs/{job["id"]}/events", Cancellation));

        Assert.Contains("event: outcomes", events, StringComparison.Ordinal);
        Assert.Contains("event: end", events, StringComparison.Ordinal);
        Assert.Contains("upload:broken.jsonl", events, StringComparison.Ordinal);
        var ended = await host.JsonAsync($"/api/jobs/{job["id"]}");
        Assert.Equal(("done", 3, 1), ((string)ended["state"]!, (int)ended["counts"]!["added"]!, (int)ended["counts"]!["failed"]!));
        var failed = Assert.Single((await host.JsonAsync($"/api/jobs/{job["id"]}/outcomes?kind=failed"))["outcomes"]!.AsArray());
        Assert.StartsWith("line 1: ", (string)failed!["error"]!, StringComparison.Ordinal);
        Assert.Equal("upload:broken.jsonl", (string)failed["input"]!);

        var list = (await host.JsonAsync("/api/articles?label=spring"))["articles"]!.AsArray();
        Assert.Equal(["dam.html", "flood.md", "storm.txt"], list.Select(article => (string)article!["id"]!));
        Assert.Equal("flood.md", (string)Assert.Single((await host.JsonAsync("/api/articles?source=The%20Valley%20Post"))["articles"]!.AsArray())!["id"]!);
        Assert.All(list, article => AdminCalls.HasFields(article!, [.. ListedFields, "passages"]));
        var flood = await host.JsonAsync("/api/articles/flood.md");
        AdminCalls.HasFields(flood, [.. ListedFields, "pages", "text", "textHash", "versions"]);
        Assert.Equal(("board", "upload:flood.md", 1), ((string)flood["groups"]![0]!, (string)flood["input"]!, (int)flood["versions"]![0]!["version"]!));
        Assert.Contains("two metres", (string)flood["text"]!, StringComparison.Ordinal);
        Assert.Equal("staff", (string)(await host.JsonAsync("/api/articles/storm.txt?version=1"))["groups"]![0]!);

        using var removed = await host.Client.DeleteAsync("/api/articles/storm.txt", Cancellation);
        Assert.Equal(HttpStatusCode.NoContent, removed.StatusCode);
        Assert.Equal("id", (string)(await host.JsonAsync("/api/articles/storm.txt", HttpStatusCode.NotFound))["field"]!);
        Assert.Empty(UploadsOf(host));
        Assert.DoesNotContain(host.Log, line => line.Contains("storm", StringComparison.Ordinal) || line.Contains("flood", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_same_name_again_is_the_same_article()
    {
        await using var host = await BotHost.StartAsync();
        using var first = AdminCalls.Form(("storm.txt", "The storm closed the port."));
        using var second = AdminCalls.Form(("folder/storm.txt", "The storm closed both ports."));
        await host.EndAsync(await host.UploadAsync(first));

        var job = await host.EndAsync(await host.UploadAsync(second));

        Assert.Equal(1, (int)job["counts"]!["updated"]!);
        var article = await host.JsonAsync("/api/articles/storm.txt");
        Assert.Equal((2, 2), ((int)article["version"]!, article["versions"]!.AsArray().Count));
        Assert.Contains("the port.", (string)(await host.JsonAsync("/api/articles/storm.txt?version=1"))["text"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_article_is_posted_as_JSON_and_has_an_id_of_any_kind()
    {
        await using var host = await BotHost.StartAsync();
        const string Id = "https://news.example/a%2Fb?c=d e/ü";
        var posted = new JsonObject { ["id"] = Id, ["title"] = "Storm", ["text"] = "The storm closed the port.", ["published"] = "2026-03-01", ["labels"] = new JsonArray("sea") };

        var job = await host.EndAsync(await host.SendJsonAsync("/api/articles", posted.ToJsonString(), HttpStatusCode.Accepted));

        Assert.Equal(("done", 1), ((string)job["state"]!, (int)job["counts"]!["added"]!));
        var article = await host.JsonAsync($"/api/articles/{Uri.EscapeDataString(Id)}");
        Assert.Equal((Id, "2026-03-01", "sea"), ((string)article["id"]!, (string)article["published"]!, (string)article["labels"]![0]!));
        using var removed = await host.Client.DeleteAsync($"/api/articles/{Uri.EscapeDataString(Id)}", Cancellation);
        Assert.Equal(HttpStatusCode.NoContent, removed.StatusCode);
    }

    [Fact]
    public async Task An_address_alone_is_a_load_from_the_web()
    {
        await using var host = await BotHost.StartAsync(services: services => services.Remove(services.Single(service => service.ImplementationType == typeof(JobRounds))));

        var job = await host.SendJsonAsync("/api/articles", """{"url": "https://news.example/storm", "labels": ["web"]}""", HttpStatusCode.Accepted);

        Assert.Equal(("https://news.example/storm", "web", false), ((string)job["inputs"]![0]!, (string)job["labels"]![0]!, (bool)job["isUpload"]!));
    }

    [Fact]
    public async Task What_cannot_be_taken_is_told_by_its_field()
    {
        await using var host = await BotHost.StartAsync();
        (string Json, string? Field)[] wrong =
        [
            ("""{"id": "a", "text": "T"}""", "title"),
            ("""{"id": "a", "title": "T"}""", "text"),
            ("""{"title": "T", "text": "T"}""", "id"),
            ("""{"id": "a", "title": "T", "text": "T", "group": ["board"]}""", "group"),
            ("""{"id": "a", "title": "T", "text": "T", "groups": "board"}""", "groups"),
            ("""{"id": "a", "title": "T", "text": "T", "groups": [" "]}""", "groups"),
            ("""{"id": "a", "title": "T", "text": "T", "published": "03/04/2026"}""", "published"),
            ("""{"url": "file:///etc/passwd"}""", "url"),
            ("""{"id": "a", "id": "b", "title": "T", "text": "T"}""", "id"),
            ("""[1]""", null),
            ("""{broken""", null),
        ];

        foreach (var (json, field) in wrong)
        {
            var problem = await host.SendJsonAsync("/api/articles", json, HttpStatusCode.BadRequest);
            Assert.Equal((json, field), (json, (string?)problem["field"]));
            Assert.NotEmpty((string)problem["detail"]!);
        }

        Assert.Empty((await host.JsonAsync("/api/jobs"))["jobs"]!.AsArray());
        Assert.Empty(UploadsOf(host));
    }

    [Fact]
    public async Task A_list_goes_on_where_its_page_ended()
    {
        await using var host = await BotHost.StartAsync();
        foreach (var id in new[] { "a", "b", "c/d", "e", "f" })
        {
            await host.SaveAsync(Some.Article(id: id, title: $"Title of {id}") with { Labels = [id is "e" ? "odd" : "even"] });
        }

        var first = await host.JsonAsync("/api/articles?limit=2&label=even");
        var second = await host.JsonAsync($"/api/articles?limit=2&label=even&after={first["next"]}");

        Assert.Equal(["a", "b"], first["articles"]!.AsArray().Select(article => (string)article!["id"]!));
        Assert.Equal(["c/d", "f"], second["articles"]!.AsArray().Select(article => (string)article!["id"]!));
        Assert.Null(second["next"]);
        Assert.Equal("c/d", (string)Assert.Single((await host.JsonAsync("/api/articles?q=of%20C/"))["articles"]!.AsArray())!["id"]!);
        Assert.Equal("limit", (string)(await host.JsonAsync("/api/articles?limit=0", HttpStatusCode.BadRequest))["field"]!);
        Assert.Equal("lable", (string)(await host.JsonAsync("/api/articles?lable=x", HttpStatusCode.BadRequest))["field"]!);
    }

    [Fact]
    public async Task A_dry_run_says_what_would_go_and_removes_nothing()
    {
        await using var host = await BotHost.StartAsync();
        await host.SaveAsync(Some.Article(id: "old") with { Labels = ["sample"] });
        await host.SaveAsync(Some.Article(id: "kept"));

        var dry = await host.SendJsonAsync("/api/articles/remove", """{"label": "sample", "dryRun": true}""", HttpStatusCode.OK);
        Assert.Equal("old", (string)Assert.Single(dry["articles"]!.AsArray())!["id"]!);
        Assert.Equal(2, await host.Articles.CountAsync(new(), Cancellation));

        var wet = await host.SendJsonAsync("/api/articles/remove", """{"ids": ["old", "nobody"]}""", HttpStatusCode.OK);
        Assert.Equal(("old", "nobody"), ((string)Assert.Single(wet["articles"]!.AsArray())!["id"]!, (string)Assert.Single(wet["notFound"]!.AsArray())!));
        Assert.Equal(1, await host.Articles.CountAsync(new(), Cancellation));
        Assert.Equal("ids", (string)(await host.SendJsonAsync("/api/articles/remove", "{}", HttpStatusCode.BadRequest))["field"]!);
        Assert.Equal("lable", (string)(await host.SendJsonAsync("/api/articles/remove", """{"lable": "sample"}""", HttpStatusCode.BadRequest))["field"]!);
    }

    [Fact]
    public async Task What_no_load_has_met_since_a_day_is_told()
    {
        await using var host = await BotHost.StartAsync();
        using var both = AdminCalls.Form(("stays.txt", "This file stays."), ("goes.txt", "This file goes."));
        await host.EndAsync(await host.UploadAsync(both));
        host.Time.Advance(TimeSpan.FromDays(3));
        using var one = AdminCalls.Form(("stays.txt", "This file stays."));
        Assert.Equal(1, (int)(await host.EndAsync(await host.UploadAsync(one)))["counts"]!["unchanged"]!);

        var seen = (await host.JsonAsync("/api/articles"))["articles"]!.AsArray().ToDictionary(article => (string)article!["id"]!, article => (DateTimeOffset)article!["seen"]!);
        Assert.InRange(seen["stays.txt"] - seen["goes.txt"], TimeSpan.FromDays(3), TimeSpan.FromDays(3.1));
        Assert.Equal(seen["stays.txt"], (DateTimeOffset)(await host.JsonAsync("/api/articles/stays.txt"))["seen"]!);

        var day = host.Time.GetUtcNow().AddDays(-1).UtcDateTime.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        var dry = await host.SendJsonAsync("/api/articles/remove", $$"""{"notSeenSince": "{{day}}", "dryRun": true}""", HttpStatusCode.OK);

        Assert.Equal("goes.txt", (string)Assert.Single(dry["articles"]!.AsArray())!["id"]!);
        Assert.Equal("notSeenSince", (string)(await host.SendJsonAsync("/api/articles/remove", """{"notSeenSince": "2999-01-01"}""", HttpStatusCode.BadRequest))["field"]!);
    }

    [Fact]
    public async Task An_upload_that_is_too_much_is_refused_and_leaves_nothing()
    {
        await using var host = await BotHost.StartAsync(settings: new() { ["Admin:UploadMegabytes"] = "1" });
        using var large = AdminCalls.Form(("small.txt", "Small."), ("large.txt", new string('x', 1_100_000)));
        using var twice = AdminCalls.Form(("a/storm.txt", "One."), ("b/storm.txt", "Two."));
        using var unknown = AdminCalls.Form(("storm.txt", "One."));
        unknown.Add(new StringContent("board"), "group");
        using var none = new MultipartFormDataContent { { new StringContent("spring"), "labels" } };

        Assert.Contains("Admin:UploadMegabytes", (string)(await host.UploadAsync(large, HttpStatusCode.RequestEntityTooLarge))["detail"]!, StringComparison.Ordinal);
        Assert.Contains("'storm.txt'", (string)(await host.UploadAsync(twice, HttpStatusCode.BadRequest))["detail"]!, StringComparison.Ordinal);
        Assert.Equal("group", (string)(await host.UploadAsync(unknown, HttpStatusCode.BadRequest))["field"]!);
        Assert.Equal("files", (string)(await host.UploadAsync(none, HttpStatusCode.BadRequest))["field"]!);
        using var text = await host.Client.PostAsync("/api/articles", new StringContent("The storm."), Cancellation);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, text.StatusCode);
        Assert.Empty(UploadsOf(host));
    }

    [Theory]
    [InlineData("storm.txt", "storm.txt")]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData("C:\\news\\storm.txt", "storm.txt")]
    [InlineData(".hidden", "hidden")]
    [InlineData("a*b?.txt", "a_b_.txt")]
    [InlineData("line\nbreak.txt", "line_break.txt")]
    [InlineData("Überschwemmung 2026.pdf", "Überschwemmung 2026.pdf")]
    [InlineData("..", null)]
    [InlineData("folder/", null)]
    public void An_uploads_name_is_one_that_every_system_takes(string sent, string? stored) => Assert.Equal(stored, UploadName.Of(sent));

    [Fact]
    public void A_long_name_keeps_its_ending() => Assert.Equal(new string('ü', 98) + ".txt", UploadName.Of(new string('ü', 400) + ".txt"));

    [Fact]
    public async Task The_API_describes_itself()
    {
        await using var host = await BotHost.StartAsync();

        var paths = (await host.JsonAsync("/openapi/v1.json"))["paths"]!.AsObject().Select(path => path.Key).ToArray();

        Assert.Contains("/api/articles", paths);
        Assert.Contains("/api/jobs/{id}/events", paths);
        Assert.Contains("/api/sources/{name}/run", paths);
        Assert.All(paths, path => Assert.Matches("^/api/(articles|jobs|sources)", path));
    }

    private static string[] UploadsOf(BotHost host)
    {
        var folder = Path.Combine(host.Get<IOptions<StorageOptions>>().Value.DataDirectory, "uploads");
        return Directory.Exists(folder) ? Directory.GetFileSystemEntries(folder) : [];
    }
}
