using System.Net;
using BriefingBot.Tests.Support;

namespace BriefingBot.Tests.Web;

public sealed class HealthEndpointsTests
{
    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task Host_that_runs_is_healthy(string path)
    {
        await using var host = await BotHost.StartAsync();

        using var response = await host.Client.GetAsync(path, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("Healthy", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Host_whose_store_cannot_be_used_is_alive_and_not_ready()
    {
        var folder = Directory.CreateTempSubdirectory("briefing-health-").FullName;
        try
        {
            await File.WriteAllTextAsync(Path.Combine(folder, "briefing.db"), "no database", TestContext.Current.CancellationToken);
            await using var host = await BotHost.StartAsync(settings: new() { ["Storage:DataDirectory"] = folder });

            using var ready = await host.Client.GetAsync("/health/ready", TestContext.Current.CancellationToken);
            using var live = await host.Client.GetAsync("/health/live", TestContext.Current.CancellationToken);

            Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
            Assert.Equal("Unhealthy", await ready.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
            Assert.Equal(HttpStatusCode.OK, live.StatusCode);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task Health_is_asked_by_GET_or_HEAD(string path)
    {
        await using var host = await BotHost.StartAsync();

        using var posted = await host.Client.PostAsync(path, null, TestContext.Current.CancellationToken);
        using var head = await host.Client.SendAsync(new(HttpMethod.Head, path), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, posted.StatusCode);
        Assert.Equal(["GET", "HEAD"], posted.Content.Headers.Allow.Order());
        Assert.Equal(HttpStatusCode.OK, head.StatusCode);
    }
}
