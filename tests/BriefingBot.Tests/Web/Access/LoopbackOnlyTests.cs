using System.Net;
using System.Text.Json.Nodes;
using BriefingBot.Tests.Support;

namespace BriefingBot.Tests.Web;

public sealed class LoopbackOnlyTests
{
    [Theory]
    [InlineData("localhost")]
    [InlineData("LOCALHOST:3978")]
    [InlineData("127.0.0.1")]
    [InlineData("[::1]:3978")]
    public async Task Request_to_this_computer_is_answered(string name)
    {
        await using var host = await BotHost.StartAsync();
        host.Client.DefaultRequestHeaders.Host = name;

        using var response = await host.PostAsync(host.Activity.Teams("Who won?"));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Theory]
    [InlineData("bot.example.org")]
    [InlineData("localhost.example.org")]
    [InlineData("localhost.")]
    [InlineData("192.168.0.7:3978")]
    [InlineData("0.0.0.0")]
    public async Task Request_under_another_name_is_403_with_the_remedy(string name)
    {
        await using var host = await BotHost.StartAsync();
        host.Client.DefaultRequestHeaders.Host = name;

        using var response = await host.PostAsync(host.Activity.Teams("Who won?"));

        await AssertForbidden(response, name);
        Assert.Empty(host.Asked);
    }

    [Theory]
    [InlineData("Forwarded", "for=203.0.113.7")]
    [InlineData("X-Forwarded-For", "203.0.113.7")]
    [InlineData("x-forwarded-host", "bot.example.org")]
    [InlineData("X-Forwarded-Proto", "https")]
    [InlineData("X-Real-IP", "203.0.113.7")]
    [InlineData("Via", "1.1 proxy")]
    [InlineData("CF-Connecting-IP", "203.0.113.7")]
    [InlineData("True-Client-IP", "203.0.113.7")]
    [InlineData("x-cluster-client-ip", "203.0.113.7")]
    [InlineData("X-Original-URL", "/api/messages")]
    [InlineData("X-Azure-Ref", "0abc")]
    [InlineData("X-Amzn-Trace-Id", "Root=1-67")]
    [InlineData("Ngrok-Trace-Id", "abc")]
    [InlineData("Fly-Client-IP", "203.0.113.7")]
    [InlineData("Origin", "https://example.org")]
    [InlineData("Origin", "http://localhost.example.org")]
    [InlineData("Origin", "null")]
    public async Task Forwarded_request_is_403_with_the_remedy(string header, string value)
    {
        await using var host = await BotHost.StartAsync();
        host.Client.DefaultRequestHeaders.TryAddWithoutValidation(header, value);

        using var response = await host.PostAsync(host.Activity.Teams("Who won?"));

        await AssertForbidden(response, header);
    }

    [Theory]
    [InlineData("Origin", "http://localhost:8080")]
    [InlineData("Origin", "http://127.0.0.1:3978")]
    [InlineData("Origin", "http://[::1]:3978")]
    [InlineData("x-ms-conversation-id", "abc")]
    [InlineData("X-Request-ID", "abc")]
    public async Task Header_of_a_client_on_this_computer_is_no_reason_to_refuse(string header, string value)
    {
        await using var host = await BotHost.StartAsync();
        host.Client.DefaultRequestHeaders.TryAddWithoutValidation(header, value);

        Assert.Single(await host.SendAsync(host.Activity.Teams("Who won?")));
    }

    [Theory]
    [InlineData("203.0.113.7")]
    [InlineData("192.168.0.7")]
    [InlineData("::ffff:10.0.0.7")]
    public async Task Request_from_another_computer_is_403_with_the_remedy(string remote)
    {
        await using var host = await BotHost.StartAsync(remote: IPAddress.Parse(remote));

        using var response = await host.PostAsync(host.Activity.Teams("Who won?"));

        await AssertForbidden(response, remote);
    }

    [Fact]
    public async Task Loopback_written_as_IPv6_is_answered()
    {
        await using var host = await BotHost.StartAsync(remote: IPAddress.Parse("::ffff:127.0.0.1"));

        Assert.Single(await host.SendAsync(host.Activity.Teams("Who won?")));
    }

    [Theory]
    [InlineData("/", HttpStatusCode.Forbidden)]
    [InlineData("/health/ready", HttpStatusCode.Forbidden)]
    [InlineData("/no/such/page", HttpStatusCode.Forbidden)]
    [InlineData("/health/live", HttpStatusCode.OK)]
    [InlineData("/health/live/../ready", HttpStatusCode.Forbidden)]
    public async Task Every_path_but_liveness_is_protected(string path, HttpStatusCode expected)
    {
        await using var host = await BotHost.StartAsync(remote: IPAddress.Parse("203.0.113.7"));

        using var response = await host.Client.GetAsync(path, TestContext.Current.CancellationToken);

        Assert.Equal(expected, response.StatusCode);
    }

    [Theory]
    [InlineData("https://smba.trafficmanager.net/emea/")]
    [InlineData("http://192.168.0.7/")]
    [InlineData("http://127.0.0.1.example.org/")]
    [InlineData("http://0.0.0.0/")]
    [InlineData("http://169.254.169.254/latest/meta-data/")]
    [InlineData("http://[::ffff:10.0.0.7]/")]
    public async Task Replies_do_not_go_to_another_computer(string serviceUrl)
    {
        await using var host = await BotHost.StartAsync();

        using var response = await host.PostAsync(SomeActivity.With(host.Activity.Teams("Who won?"), "serviceUrl", serviceUrl));

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Contains("serviceUrl names", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Empty(host.Asked);
    }

    [Fact]
    public async Task AllowUnauthenticated_lifts_all_of_it()
    {
        await using var host = await BotHost.StartAsync(settings: new() { ["Bot:AllowUnauthenticated"] = "true" }, remote: IPAddress.Parse("203.0.113.7"));
        host.Client.DefaultRequestHeaders.Host = "bot.example.org";
        host.Client.DefaultRequestHeaders.TryAddWithoutValidation("X-Forwarded-For", "203.0.113.7");
        var activity = SomeActivity.With(host.Activity.Teams("Who won?"), "serviceUrl", "https://channel.example.org/");

        using var response = await host.PostAsync(SomeActivity.With(activity, "deliveryMode", "expectReplies"));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Single(host.Asked);
    }

    private static async Task AssertForbidden(HttpResponseMessage response, string named)
    {
        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        var problem = JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
        Assert.Contains(named, (string?)problem["detail"]);
        Assert.Contains("Bot:AllowUnauthenticated", (string?)problem["detail"]);
    }
}
