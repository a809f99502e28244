using BriefingBot.EndToEnd.Support;
using BriefingBot.Tests.Support;

namespace BriefingBot.EndToEnd.Bot;

/// <summary>What the bot's process remembers when it is ended in the middle of a conversation, and what it does without a memory.</summary>
public sealed class RememberedTests
{
    private const string First = "When did the comet pass?";
    private const string FollowUp = "And why did it?";

    [Fact]
    public async Task Follow_up_is_understood_after_the_process_was_ended_and_not_after_forget_me()
    {
        using var workspace = await WithCometAsync();
        await using (var bot = await RunningBot.StartAsync(workspace))
        {
            Assert.Contains("March", (await bot.AskAsync(First)).Text);
        }

        await using var again = await RunningBot.StartAsync(workspace);
        Assert.Contains("comet", (await again.AskAsync(FollowUp)).Text.Split('\n')[0]);
        Assert.StartsWith("I have forgotten you", (await again.AskAsync("forget me")).Text);
        Assert.DoesNotContain("comet", (await again.AskAsync(FollowUp)).Text.Split('\n')[0]);
    }

    [Fact]
    public async Task Bot_that_finds_no_Redis_starts_says_so_and_answers_and_uses_it_once_it_is_there()
    {
        using var workspace = await WithCometAsync();
        await using var redis = await RedisServer.StartAsync();
        await redis.KillAsync();

        // The load that filled the workspace was told nothing of Redis, and kept its job in a file.
        foreach (var file in Directory.GetFiles(workspace.Data, "state.db*"))
        {
            File.Delete(file);
        }

        await using var bot = await RunningBot.StartAsync(workspace, settings: new Dictionary<string, string> { ["Redis__ConnectionString"] = redis.ConnectionString });
        Assert.Contains($"Redis at 127.0.0.1:{redis.Port} cannot be reached", bot.Log);
        Assert.Contains("March", (await bot.AskAsync(First)).Text);

        await redis.StartAgainAsync();
        string said;
        do
        {
            await bot.AskAsync(First);
            said = (await bot.AskAsync(FollowUp)).Text.Split('\n')[0];
        }
        while (!said.Contains("comet", StringComparison.Ordinal));

        Assert.False(File.Exists(Path.Combine(workspace.Data, "state.db")));
    }

    [Fact]
    public async Task Wrong_password_of_Redis_stops_the_start()
    {
        using var workspace = await WithCometAsync();
        await using var redis = await RedisServer.StartAsync(password: "right-4711");
        var settings = new Dictionary<string, string> { ["Redis__ConnectionString"] = $"{redis.ConnectionString},password=wrong-4711" };

        var fault = await Assert.ThrowsAsync<InvalidOperationException>(() => RunningBot.StartAsync(workspace, settings: settings));

        Assert.Contains($"BriefingBot did not start: Redis at 127.0.0.1:{redis.Port} refuses the user or the password. Correct 'user=' and 'password=' in Redis:ConnectionString.", fault.Message);
        Assert.DoesNotContain("4711", fault.Message);
    }

    private static async Task<Workspace> WithCometAsync()
    {
        var workspace = new Workspace();
        (await workspace.JsonAsync("ingest", workspace.Write("comet.txt", "Comet\n\nThe comet passed in March. The comet passed because it was on its way to the sun."))).Ended(0);
        return workspace;
    }
}
