using System.Text;
using BriefingBot.Articles;
using BriefingBot.Ingestion;
using BriefingBot.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace BriefingBot.Tests.Ingestion;

/// <summary>Addresses beside files as inputs of a load.</summary>
public sealed class WebInputsTests
{
    private const string Dam = "<html><head><title>Dam breaks at night</title>{0}</head><body><article><h1>Dam breaks at night</h1><p>The dam above Vessing broke at night, and two villages were flooded before anybody woke.</p><p>Nobody was hurt, the mayor said on Tuesday.</p></article></body></html>";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_address_is_an_input_as_a_file_is()
    {
        await using var listener = new WebListener(path => path == "/robots.txt" ? WebListener.Answer("", status: 404) : WebListener.Answer(Page()));
        await using var briefing = OnLoopback();
        var file = briefing.WriteFile("storm.txt", "The storm closed the port of Oldport.");
        var address = listener.At("/news/dam?id=7").AbsoluteUri;

        var outcomes = await briefing.IngestAsync(file, address + "#comments");
        Assert.Equal([(file, IngestOutcomeKind.Added), (address, IngestOutcomeKind.Added)], outcomes.Select(outcome => (outcome.Input, outcome.Kind)));
        var stored = (await briefing.Articles.FindAsync(address, version: null, Cancellation))!;
        Assert.Equal(("Dam breaks at night", address, address), (stored.Title, stored.Url!.AbsoluteUri, stored.InputPath));
        Assert.Contains("Nobody was hurt, the mayor said on Tuesday.", stored.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://127.0.0.1:{port}/dam", "/dam")]
    [InlineData("http://127.0.0.1:{port}/dam#top", "/dam")]
    [InlineData("https://elsewhere.example/dam", "/found")]
    [InlineData("http://127.0.0.1:{port}/", "/found")]
    public async Task The_id_is_what_the_page_calls_its_own_address_on_its_own_site_else_where_it_was_found(string canonical, string path)
    {
        await using var listener = new WebListener((asked, self, stream, ended) => stream.WriteAsync(Encoding.Latin1.GetBytes(asked switch
        {
            "/start" => WebListener.Redirect("/found"),
            "/found" => WebListener.Answer(Page($"<link rel=canonical href='{canonical.Replace("{port}", $"{self.Port}", StringComparison.Ordinal)}'>")),
            _ => WebListener.Answer("", status: 404),
        }), ended).AsTask());
        await using var briefing = OnLoopback();
        var outcome = Assert.Single(await briefing.IngestAsync(listener.At("/start").AbsoluteUri));
        Assert.Equal(listener.At(path).AbsoluteUri, outcome.ArticleId);
        var stored = (await briefing.Articles.FindAsync(outcome.ArticleId!, version: null, Cancellation))!;
        Assert.Equal((listener.At(path), listener.At("/start").AbsoluteUri), (stored.Url, stored.InputPath));
    }

    [Theory]
    [InlineData("http://127.0.0.1:1/", "nothing answers at 127.0.0.1", "another protocol's")]
    [InlineData("https://", "it is no whole address", null)]
    [InlineData("ftp://127.0.0.1/dam.txt", "only http and https are fetched", null)]
    [InlineData("file:///etc/passwd", "only http and https are fetched", null)]
    public async Task An_address_that_cannot_be_had_fails_and_the_rest_goes_on(string address, string words, string? orWords)
    {
        await using var briefing = OnLoopback();
        var outcomes = await briefing.IngestAsync(address, briefing.WriteFile("storm.txt", "The storm closed the port of Oldport."));
        Assert.Equal([IngestOutcomeKind.Failed, IngestOutcomeKind.Added], outcomes.Select(outcome => outcome.Kind));
        Assert.True(outcomes[0].Error!.Contains(words, StringComparison.Ordinal) || (orWords is not null && outcomes[0].Error!.Contains(orWords, StringComparison.Ordinal)), outcomes[0].Error);
    }

    [Fact]
    public async Task A_password_in_an_address_is_neither_sent_nor_repeated()
    {
        await using var briefing = OnLoopback();
        var failed = Assert.Single(await briefing.IngestAsync("https://ann:secret@news.example/dam"));
        Assert.Equal("https://news.example/dam", failed.Input);
        Assert.DoesNotContain("secret", failed.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_has_not_changed_does_not_come_again()
    {
        var page = Page();
        await using var listener = Versioned(() => page);
        await using var briefing = OnLoopback();
        var address = listener.At("/dam").AbsoluteUri;

        Assert.Equal((IngestOutcomeKind.Added, 1), KindAndVersion(await briefing.IngestAsync(address)));
        Assert.Equal((IngestOutcomeKind.Unchanged, 1), KindAndVersion(await briefing.IngestAsync(address)));
        Assert.Equal([false, true], Dams(listener).Select(request => request.Contains("If-None-Match: \"", StringComparison.Ordinal)));

        page = page.Replace("Tuesday", "Wednesday", StringComparison.Ordinal);
        Assert.Equal((IngestOutcomeKind.Updated, 2), KindAndVersion(await briefing.IngestAsync(address)));
        Assert.Equal((IngestOutcomeKind.Unchanged, 2), KindAndVersion(await briefing.IngestAsync(address)));
    }

    [Fact]
    public async Task What_is_not_stored_as_it_was_read_comes_again_whole()
    {
        await using var listener = Versioned(() => Page());
        await using var briefing = OnLoopback();
        var address = listener.At("/dam").AbsoluteUri;
        await briefing.IngestAsync(address);

        // As when a load is killed between reading and storing.
        var stored = (await briefing.Articles.FindAsync(address, version: null, Cancellation))!;
        await briefing.SaveAsync(stored with { Text = "The dam above Vessing stood." });
        Assert.Equal(IngestOutcomeKind.Updated, Assert.Single(await briefing.IngestAsync(address)).Kind);

        await briefing.Articles.RemoveAsync(address, Cancellation);
        Assert.Equal(IngestOutcomeKind.Added, Assert.Single(await briefing.IngestAsync(address)).Kind);
        Assert.DoesNotContain(Dams(listener), request => request.Contains("If-", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_page_that_is_gone_fails_and_its_article_stays()
    {
        var answer = WebListener.Answer(Page());
        await using var listener = new WebListener(_ => answer);
        await using var briefing = OnLoopback();
        var address = listener.At("/dam").AbsoluteUri;
        await briefing.IngestAsync(address);

        answer = WebListener.Answer("", status: 410);
        Assert.Contains("gone for good (410)", Assert.Single(await briefing.IngestAsync(address)).Error, StringComparison.Ordinal);
        Assert.NotNull(await briefing.Articles.FindAsync(address, version: null, Cancellation));
    }

    [Fact]
    public async Task Lines_of_articles_may_come_from_the_web()
    {
        await using var listener = new WebListener(_ => WebListener.Answer("{\"title\": \"Storm\", \"text\": \"The storm closed the port.\"}\n{broken\n", "text/plain"));
        await using var briefing = OnLoopback();
        var outcomes = await briefing.IngestAsync(listener.At("/news.jsonl").AbsoluteUri);
        Assert.Equal([(1, IngestOutcomeKind.Added, listener.At("/news.jsonl#1").AbsoluteUri), (2, IngestOutcomeKind.Failed, null)], outcomes.OrderBy(outcome => outcome.Line).Select(outcome => (outcome.Line!.Value, outcome.Kind, outcome.ArticleId)));
    }

    [Fact]
    public async Task A_private_address_is_no_input_unless_it_is_allowed()
    {
        await using var listener = new WebListener(_ => WebListener.Answer(Page()));
        await using var briefing = Briefing.OnNewStore();
        Assert.Contains("this computer itself", Assert.Single(await briefing.IngestAsync(listener.At("/dam").AbsoluteUri)).Error, StringComparison.Ordinal);
        Assert.Equal(0, listener.Connections);
    }

    private static string Page(string head = "") => Dam.Replace("{0}", head, StringComparison.Ordinal);

    private static Briefing OnLoopback() => Briefing.On(
        new Dictionary<string, string?> { ["Ingestion:Web:AllowedNetworks"] = SomeWeb.LoopbackAllowed, ["Ingestion:Web:KeepRobotsRules"] = "false" },
        services => services.AddSingleton(SomeWeb.Named(new Dictionary<string, string>())));

    /// <summary>A site whose page has a tag, and which does not send it to whoever has it.</summary>
    private static WebListener Versioned(Func<string> page) => new((_, self, stream, ended) =>
    {
        var tag = $"\"{Article.HashOf(page())}\"";
        return stream.WriteAsync(Encoding.Latin1.GetBytes(self.Requests.Last().Contains($"If-None-Match: {tag}", StringComparison.Ordinal)
            ? "HTTP/1.1 304 Not Modified\r\n\r\n"
            : WebListener.Answer(page(), headers: $"ETag: {tag}")), ended).AsTask();
    });

    private static IEnumerable<string> Dams(WebListener listener) => listener.Requests.Where(request => request.StartsWith("GET /dam ", StringComparison.Ordinal));

    private static (IngestOutcomeKind Kind, int? Version) KindAndVersion(IReadOnlyList<IngestOutcome> outcomes) => (Assert.Single(outcomes).Kind, outcomes[0].Version);
}
