using System.Net;
using BriefingBot.Ingestion;
using BriefingBot.Tests.Support;

namespace BriefingBot.Tests.Ingestion;

public sealed class ConnectionGuardTests
{
    private const string Public = "93.184.216.34";

    private static WebListener Hello => new(_ => WebListener.Answer("<p>Hello from inside.</p>", headers: "Connection: close"));

    [Fact]
    public async Task A_name_that_leads_inside_the_second_time_is_refused_then_and_what_was_checked_is_connected_to()
    {
        await using var listener = Hello;
        var answers = new Queue<string>([Public, "127.0.0.1"]);
        var dialled = new List<string>();
        using var web = new SomeWeb(
            network: new(
                (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Parse(answers.Dequeue())]),
                (to, cancellation) =>
                {
                    // The public address is played by the listener.
                    dialled.Add(to.ToString());
                    return NetworkCalls.System.Dial(new(IPAddress.Loopback, to.Port), cancellation);
                }),
            settings: ("KeepRobotsRules", "false"));
        var address = listener.At("/", "rebinding.example");

        Assert.NotNull(await web.GetAsync(address));
        Assert.Equal([$"{Public}:{listener.Port}"], dialled);

        Assert.Contains("rebinding.example leads to this computer itself", await web.RefusalAsync(address), StringComparison.Ordinal);
        Assert.Single(dialled);
        Assert.Equal(1, listener.Connections);
        Assert.Empty(answers);
    }

    [Fact]
    public async Task A_redirect_to_a_private_address_is_refused_before_it_is_connected_to()
    {
        await using var inside = Hello;
        foreach (var target in new[] { inside.At("/"), inside.At("/", "[::1]"), inside.At("/", "localhost"), inside.At("/", "inside.example"), new("http://169.254.169.254/latest/meta-data/") })
        {
            await using var door = new WebListener(_ => WebListener.Redirect(target.OriginalString));
            using var web = new SomeWeb(
                new Dictionary<string, string> { ["door.example"] = "127.0.0.1", ["inside.example"] = "127.0.0.1" },
                settings: [("AllowedHosts", "door.example"), ("KeepRobotsRules", "false")]);

            Assert.Contains("Only public addresses are fetched from", await web.RefusalAsync(door.At("/", "door.example")), StringComparison.Ordinal);
            Assert.Equal(1, door.Connections);
            Assert.Equal(0, inside.Connections);
        }
    }

    [Theory]
    [InlineData("wiki.corp.example", "wiki.corp.example", true)]
    [InlineData("wiki.corp.example", "WIKI.corp.example", true)]
    [InlineData("wiki.corp.example", "other.corp.example", false)]
    [InlineData("other.example, *.corp.example", "wiki.corp.example", true)]
    [InlineData("*.corp.example", "corp.example", false)]
    [InlineData("*.corp.example", "evilcorp.example", false)]
    [InlineData("münchen.example", "xn--mnchen-3ya.example", true)]
    public async Task A_host_that_is_allowed_may_have_a_private_address(string allowed, string host, bool isFetched)
    {
        await using var listener = Hello;
        using var web = new SomeWeb(new Dictionary<string, string> { [host.ToLowerInvariant()] = "127.0.0.1" }, settings: [("AllowedHosts", allowed), ("KeepRobotsRules", "false")]);
        if (isFetched)
        {
            Assert.NotNull(await web.GetAsync(listener.At("/", host)));
        }
        else
        {
            Assert.Contains("AllowedHosts", await web.RefusalAsync(listener.At("/", host)), StringComparison.Ordinal);
        }

        Assert.Equal(isFetched ? 1 : 0, listener.Connections);
    }

    [Fact]
    public async Task A_host_that_is_allowed_does_not_lead_to_a_clouds_secrets()
    {
        using var web = new SomeWeb(new Dictionary<string, string> { ["wiki.example"] = "169.254.169.254" }, settings: ("AllowedHosts", "wiki.example"));
        Assert.EndsWith("Only public addresses are fetched from", await web.RefusalAsync(new("http://wiki.example/")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_network_that_is_allowed_may_be_reached_and_its_neighbours_not()
    {
        await using var listener = Hello;
        using var web = new SomeWeb(settings: [("AllowedNetworks", "10.0.0.0/8, 127.0.0.1"), ("KeepRobotsRules", "false")]);
        Assert.NotNull(await web.GetAsync(listener.At("/")));
        Assert.Contains("this computer itself (127.0.0.2)", await web.RefusalAsync(listener.At("/", "127.0.0.2")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_that_could_sign_in_or_follow_somebody_is_sent()
    {
        await using var listener = new WebListener(path => WebListener.Answer("<p>Hello.</p>", headers: "Set-Cookie: who=you; Path=/"));
        using var web = SomeWeb.OnLoopback(("Contact", "https://www.example.com/bot"));
        await web.GetAsync(listener.At("/one"));
        await web.GetAsync(listener.At("/two"));

        Assert.All(listener.Requests, request =>
        {
            Assert.Matches(@"User-Agent: BriefingBot/\d+\.\d+\.\d+ \(\+https://www\.example\.com/bot\)\n", request);
            Assert.DoesNotMatch("(?i)cookie|authorization|referer|traceparent", request);
        });
        Assert.Equal(2, listener.Requests.Count);
    }
}
