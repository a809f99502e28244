using BriefingBot.EndToEnd.Support;
using BriefingBot.ScriptedModel;

namespace BriefingBot.EndToEnd.Models;

/// <summary>The built programs with vectors from a provider.</summary>
public sealed class EmbeddingProviderTests
{
    private const string Question = "When did the comet pass?";
    private const string Secret = "sk-secret-4711";

    [Fact]
    public async Task Another_model_is_told_by_command_line_and_bot_and_reindex_is_the_remedy()
    {
        using var workspace = new Workspace();
        await using var server = await ScriptedServer.StartAsync(key: Secret);
        var settings = Settings(server);
        (await workspace.JsonAsync("ingest", workspace.Write("comet.txt", "Comet\n\nThe comet passed in March."))).Ended(0);

        foreach (var command in new[] { "ask", "search" })
        {
            var refused = (await workspace.RunAsync(settings, command, "--data", workspace.Data, Question)).Ended(1);
            Assert.Contains("was made with the embedding model 'snowflake-arctic-embed-xs", refused.Error);
            Assert.Contains("this program uses 'openai/scripted'. Run 'briefing reindex'", refused.Error);
        }

        var start = await workspace.RunAsBotAsync(settings);
        Assert.Equal(2, start.ExitCode);
        Assert.Contains("BriefingBot did not start: The index in", start.Error);
        Assert.Contains("Run 'briefing reindex'", start.Error);

        (await workspace.RunAsync(settings, "reindex", "--data", workspace.Data)).Ended(0);
        var asked = (await workspace.RunAsync(settings, "ask", "--json", "--no-refuse", "--data", workspace.Data, Question)).Ended(0);
        Assert.Contains("The comet passed in March.", asked.Line.Text("text"));
        Assert.DoesNotContain(Secret, asked.Error);
        Assert.NotEmpty(server.Embeddings.Requests);
    }

    [Fact]
    public async Task A_wrong_key_ends_with_2_and_a_dead_endpoint_with_1()
    {
        using var workspace = new Workspace();
        var server = await ScriptedServer.StartAsync(key: "another");
        var settings = Settings(server);
        var article = workspace.Write("comet.txt", "Comet\n\nThe comet passed in March.");

        var wrong = (await workspace.RunAsync(settings, "ingest", "--data", workspace.Data, article)).Ended(2);
        Assert.Contains("refuses the key (401). Correct Embedding:ApiKey", wrong.Error);
        Assert.DoesNotContain(Secret, wrong.Error);
        var start = await workspace.RunAsBotAsync(settings);
        Assert.Equal(2, start.ExitCode);
        Assert.Contains("BriefingBot did not start: The embedding model at", start.Error);
        Assert.DoesNotContain(Secret, start.Error);

        await server.DisposeAsync();
        var dead = (await workspace.RunAsync(settings, "ingest", "--data", workspace.Data, article)).Ended(1);
        Assert.Contains("cannot be reached. See that it runs", dead.Error);
    }

    [Fact]
    public async Task Bot_starts_without_its_provider_says_so_and_answers_once_it_is_there()
    {
        using var workspace = new Workspace();
        await using var server = await ScriptedServer.StartAsync(key: Secret);
        var settings = Settings(server);
        (await workspace.RunAsync(settings, "ingest", "--data", workspace.Data, workspace.Write("comet.txt", "Comet\n\nThe comet passed in March. It was seen by many."))).Ended(0);
        server.Embeddings.Always = EmbeddingBehaviour.ServerError;
        await using var bot = await RunningBot.StartAsync(workspace, settings: settings);
        Assert.Contains("failed (500)", bot.Log);
        Assert.Contains("The bot starts all the same", bot.Log);

        var apology = (await bot.AskAsync(Question)).Text!;
        Assert.Contains("the model that I search with cannot be reached", apology);

        server.Embeddings.Always = EmbeddingBehaviour.Honest;
        await AnswersAsync(bot);
        Assert.DoesNotContain(Secret, bot.Log);
        Assert.DoesNotContain("   at ", bot.Log);
    }

    /// <summary>A provider that failed several times rests for half a minute.</summary>
    private static async Task AnswersAsync(RunningBot bot)
    {
        for (var tries = 1; (await bot.AskAsync(Question)).Text!.Contains("cannot be reached", StringComparison.Ordinal); tries++)
        {
            Assert.True(tries < 50, bot.Log);
            await Task.Delay(TimeSpan.FromSeconds(1), TestContext.Current.CancellationToken);
        }
    }

    private static Dictionary<string, string> Settings(ScriptedServer server) => new()
    {
        ["Embedding__Provider"] = "OpenAI",
        ["Embedding__Endpoint"] = server.Endpoint.AbsoluteUri,
        ["Embedding__Model"] = "scripted",
        ["Embedding__ApiKey"] = Secret,
    };
}
