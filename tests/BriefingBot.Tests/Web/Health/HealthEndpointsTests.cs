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
}
