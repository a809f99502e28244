using System.Diagnostics;
using BriefingBot.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace BriefingBot.Tests.Ingestion;

public sealed class RobotsFilesTests
{
    [Fact]
    public async Task What_the_site_forbids_is_not_asked_for_and_the_rest_is()
    {
        await using var listener = Site(WebListener.Answer("User-agent: BriefingBot\nDisallow: /private/", "text/plain"));
        using var web = Keeping();
        Assert.Contains("(robots.txt: Disallow: /private/)", await web.RefusalAsync(listener.At("/private/page")), StringComparison.Ordinal);
        Assert.NotNull(await web.GetAsync(listener.At("/page")));
        Assert.Equal(["/robots.txt", "/page"], listener.Paths);
    }

    [Fact]
    public async Task A_redirect_to_what_is_forbidden_is_not_followed()
    {
        await using var listener = Site(WebListener.Answer("User-agent: *\nDisallow: /private/", "text/plain"), WebListener.Redirect("/private/page"));
        using var web = Keeping();
        Assert.Contains("/private/", await web.RefusalAsync(listener.At("/page")), StringComparison.Ordinal);
        Assert.Equal(["/robots.txt", "/page"], listener.Paths);
    }

    [Theory]
    [InlineData(404, true)]
    [InlineData(403, true)]
    [InlineData(500, false)]
    [InlineData(503, false)]
    public async Task Rules_that_are_not_there_forbid_nothing_and_those_that_cannot_be_had_forbid_everything(int status, bool isAllowed)
    {
        await using var listener = Site(WebListener.Answer("User-agent: *\nDisallow: /", status: status));
        using var web = Keeping();
        if (isAllowed)
        {
            Assert.NotNull(await web.GetAsync(listener.At("/page")));
        }
        else
        {
            Assert.Contains($"robots.txt, which says what programs may fetch, cannot be had (status {status})", await web.RefusalAsync(listener.At("/page")), StringComparison.Ordinal);
            Assert.Equal(["/robots.txt"], listener.Paths);
        }
    }

    [Fact]
    public async Task Rules_that_stand_elsewhere_are_followed_there_but_not_inside()
    {
        await using var listener = new WebListener(path => path switch
        {
            "/robots.txt" => WebListener.Redirect("/rules"),
            "/rules" => WebListener.Answer("User-agent: *\nDisallow: /page", "text/plain"),
            _ => WebListener.Answer("<p>Here.</p>"),
        });
        using var web = Keeping();
        Assert.Contains("Disallow: /page", await web.RefusalAsync(listener.At("/page")), StringComparison.Ordinal);

        await using var inside = new WebListener(_ => WebListener.Answer(""));
        await using var door = Site(WebListener.Redirect(inside.At("/robots.txt", "127.0.0.2").OriginalString));
        using var other = new SomeWeb(settings: ("AllowedNetworks", "127.0.0.1"));
        Assert.Contains("cannot be had: 127.0.0.2 leads to this computer itself", await other.RefusalAsync(door.At("/page")), StringComparison.Ordinal);
        Assert.Equal(0, inside.Connections);
    }

    [Fact]
    public async Task Rules_are_kept_for_a_day()
    {
        await using var listener = Site(WebListener.Answer("User-agent: *\nDisallow: /private/", "text/plain"));
        var clock = new FakeTimeProvider();
        using var web = new SomeWeb(clock: clock, settings: ("AllowedNetworks", SomeWeb.LoopbackAllowed));
        foreach (var (after, asked) in new[] { (TimeSpan.Zero, 1), (TimeSpan.FromHours(23), 1), (TimeSpan.FromHours(2), 2) })
        {
            clock.Advance(after);
            await web.RefusalAsync(listener.At("/private/page"));
            Assert.Equal(asked, listener.Requests.Count);
        }
    }

    [Fact]
    public async Task Of_rules_without_end_the_first_part_is_read()
    {
        await using var listener = Site(WebListener.Answer("User-agent: *\nDisallow: /page\n" + new string('#', 600 * 1024) + "\nAllow: /page", "text/plain"));
        using var web = Keeping();
        Assert.Contains("Disallow: /page", await web.RefusalAsync(listener.At("/page")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rules_of_many_stars_take_no_time()
    {
        var rules = string.Concat(Enumerable.Range(0, 2_000).Select(n => $"Disallow: /{string.Concat(Enumerable.Repeat("a*", 100))}{n}$\n"));
        await using var listener = Site(WebListener.Answer("User-agent: *\n" + rules, "text/plain"));
        using var web = Keeping();
        var started = Stopwatch.GetTimestamp();
        Assert.NotNull(await web.GetAsync(listener.At("/" + new string('a', 2_000))));
        Assert.InRange(Stopwatch.GetElapsedTime(started), TimeSpan.Zero, TimeSpan.FromSeconds(4));
    }

    private static SomeWeb Keeping() => new(settings: ("AllowedNetworks", SomeWeb.LoopbackAllowed));

    private static WebListener Site(string robots, string? page = null) => new(path => path == "/robots.txt" ? robots : page ?? WebListener.Answer("<p>Here.</p>"));
}
