using BriefingBot.EndToEnd.Support;

namespace BriefingBot.EndToEnd.Bot;

/// <summary>The store's file goes and comes under a running bot.</summary>
public sealed class LostStoreTests
{
    private const string Question = "When did the comet pass?";

    [Fact]
    public async Task Bot_apologises_while_its_store_is_gone_logs_it_once_and_quotes_the_one_that_takes_its_place()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows does not let an open file be moved.");
        using var workspace = new Workspace();
        using var other = new Workspace();
        (await workspace.JsonAsync("ingest", workspace.Write("comet.txt", "Comet\n\nThe comet passed in March."))).Ended(0);
        (await other.JsonAsync("ingest", other.Write("comet.txt", "Comet\n\nThe comet passed in April."))).Ended(0);
        await using var bot = await RunningBot.StartAsync(workspace);
        Assert.Contains("March", (await bot.AskAsync(Question)).Text);

        File.Delete(workspace.Database);
        var apology = (await bot.AskAsync(Question)).Text!;
        Assert.DoesNotContain("March", apology);
        var logged = (await bot.LogHavingAsync(apology[^9..^1])).Split('\n');
        Assert.Single(logged, line => line.Contains(apology[^9..^1], StringComparison.Ordinal));
        Assert.Single(logged, line => line.Contains("is not there any more", StringComparison.Ordinal));

        File.Move(other.Database, workspace.Database);
        Assert.Contains("April", (await bot.AskAsync(Question)).Text);
    }
}
