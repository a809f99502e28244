using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using BriefingBot.Web.Bot;

namespace BriefingBot.Tests.Web;

/// <summary>The built host as a process: what a stranger sees who starts it.</summary>
public sealed class StartUpTests
{
    [Theory]
    [InlineData("MicrosoftAppType", "--MicrosoftAppId=8d1b0f1e-5f0f-4c55-9a5f-0d6cbb3a6b0e", "--MicrosoftAppPassword=secret")]
    [InlineData("Bot:AnswerTimeoutSeconds", "--Bot:AnswerTimeoutSeconds=0")]
    [InlineData("Bot:AnswerTimeoutSeconds", "--Bot:AnswerTimeoutSeconds=soon")]
    [InlineData("Bot:AllowUnauthenticated", "--Bot:AllowUnauthenticated=perhaps")]
    [InlineData("Samples:Load", "--Samples:Load=perhaps")]
    [InlineData("--urls", "--urls=nonsense")]
    public async Task Bad_configuration_stops_the_start_with_one_line_and_2(string named, params string[] arguments)
    {
        var (code, output, error) = await RunToEndAsync([.. arguments, .. arguments.Any(a => a.StartsWith("--urls", StringComparison.Ordinal)) ? [] : new[] { "--urls=http://127.0.0.1:0" }]);

        Assert.Equal(2, code);
        var line = Assert.Single(error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains(named, line);
        Assert.DoesNotContain("   at ", output);
    }

    [Fact]
    public async Task A_store_that_cannot_be_used_stops_the_start_with_its_name()
    {
        var directory = Directory.CreateTempSubdirectory("briefing-start-").FullName;
        await File.WriteAllTextAsync(Path.Combine(directory, "briefing.db"), new string('x', 4_096), TestContext.Current.CancellationToken);

        var (code, _, error) = await RunToEndAsync([$"--Storage:DataDirectory={directory}", "--urls=http://127.0.0.1:0"]);

        Assert.Equal(2, code);
        Assert.Contains(Path.Combine(directory, "briefing.db"), Assert.Single(error.Split('\n', StringSplitOptions.RemoveEmptyEntries)));
    }

    [Fact]
    public async Task Address_that_is_taken_stops_the_start_with_the_remedy()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();

        var (code, output, error) = await RunToEndAsync([$"--urls=http://127.0.0.1:{((IPEndPoint)other.LocalEndpoint).Port}"]);

        Assert.Equal(2, code);
        Assert.Contains("--urls", Assert.Single(error.Split('\n', StringSplitOptions.RemoveEmptyEntries)));
        Assert.DoesNotContain("   at ", output);
    }

    [Theory]
    [InlineData("only clients on this computer are answered")]
    [InlineData("warn: BriefingBot[0] Protection: NONE", "--Bot:AllowUnauthenticated=true")]
    [InlineData("tokens for app 8d1b0f1e", "--MicrosoftAppId=8d1b0f1e-5f0f-4c55-9a5f-0d6cbb3a6b0e", "--MicrosoftAppType=UserAssignedMSI", "--MicrosoftAppTenantId=22222222-2222-2222-2222-222222222222")]
    [InlineData("Answered are people of every tenant", "--MicrosoftAppId=8d1b0f1e-5f0f-4c55-9a5f-0d6cbb3a6b0e", "--MicrosoftAppType=MultiTenant", "--MicrosoftAppPassword=secret")]
    [InlineData("Answered are people of tenant 33333333-3333-3333-3333-333333333333 alone", "--Bot:AllowedTenants=33333333-3333-3333-3333-333333333333", "--MicrosoftAppId=8d1b0f1e-5f0f-4c55-9a5f-0d6cbb3a6b0e", "--MicrosoftAppType=MultiTenant", "--MicrosoftAppPassword=secret")]
    public async Task Start_says_where_to_point_a_client_and_who_is_answered(string protection, params string[] arguments)
    {
        using var process = Start([.. arguments, "--urls=http://127.0.0.1:0"]);
        try
        {
            var said = new List<string?>();
            do
            {
                said.Add(await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken));
            }
            while (said[^1]?.Contains("Protection:", StringComparison.Ordinal) == false);

            Assert.Contains(said, line => line!.EndsWith("briefing.db", StringComparison.Ordinal));
            Assert.Contains(said, line => line!.Contains("has no articles", StringComparison.Ordinal));
            Assert.Matches("http://127.0.0.1:[1-9][0-9]+/api/messages$", said[^2]);
            Assert.Contains(protection, said[^1]);
            Assert.Equal(!arguments.Any(argument => argument.StartsWith("--MicrosoftAppId", StringComparison.Ordinal)), said.Any(line => line!.Contains("Ask in a browser at http://127.0.0.1:", StringComparison.Ordinal)));
        }
        finally
        {
            process.Kill();
        }
    }

    private static async Task<(int Code, string Output, string Error)> RunToEndAsync(string[] arguments)
    {
        using var process = Start(arguments);
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        try
        {
            await process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
            return (process.ExitCode, await output, await error);
        }
        finally
        {
            process.Kill();
        }
    }

    private static Process Start(string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(AnsweringBot).Assembly.Location, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["Storage__DataDirectory"] = Directory.CreateTempSubdirectory("briefing-start-").FullName;
        start.Environment["Samples__Load"] = "false";
        foreach (var key in start.Environment.Keys.Where(key => key.StartsWith("ASPNETCORE_", StringComparison.Ordinal)).ToList())
        {
            start.Environment.Remove(key);
        }

        return Process.Start(start)!;
    }
}
