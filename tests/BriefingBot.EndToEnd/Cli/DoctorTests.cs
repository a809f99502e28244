using System.Text;
using BriefingBot.EndToEnd.Support;
using BriefingBot.ScriptedModel;

namespace BriefingBot.EndToEnd.Cli;

public sealed class DoctorTests : IDisposable
{
    private const string Secret = "sk-secret-4711";

    private readonly Workspace _own = new();

    [Fact]
    public async Task Doctor_has_a_line_for_each_part_and_ends_with_0_where_nothing_failed()
    {
        (await _own.JsonAsync("ingest", _own.Write("mill.txt", "The mill of Torvik has one wheel."))).Ended(0);

        var run = (await _own.JsonAsync("doctor")).Ended(0);

        Assert.Equal(["configuration", "disk", "store", "texts", "index", "embedding", "reader", "language model", "prompts", "state", "registration"], run.Lines.Select(line => line.Text("part")));
        Assert.All(run.Lines, line => line.HasFields("part", "outcome", "what", "elapsedMs"));
        Assert.All(run.Lines.Where(line => line.Text("part") != "disk"), line => Assert.Equal("ok", line.Text("outcome")));
        Assert.Contains(" 0 failed", run.Error);

        var seen = Encoding.UTF8.GetString((await _own.RunAsync("doctor", "--data", _own.Data)).Ended(0).Output).ReplaceLineEndings("\n");
        Assert.Contains("ok       index           1 article in 1 passages, made with snowflake-arctic-embed-xs", seen);
    }

    [Fact]
    public async Task Doctor_makes_no_store_and_says_where_there_is_none()
    {
        var run = (await _own.JsonAsync("doctor")).Ended(0);

        Assert.Equal("warning", run.Lines.Single(line => line.Text("part") == "store").Text("outcome"));
        Assert.False(Directory.Exists(_own.Data));
    }

    [Fact]
    public async Task Doctor_ends_with_1_where_something_failed_and_never_prints_a_secret()
    {
        await using var server = await ScriptedServer.StartAsync(key: "another");
        var settings = new Dictionary<string, string>
        {
            ["Embedding__Provider"] = "OpenAI",
            ["Embedding__Endpoint"] = server.Endpoint.AbsoluteUri,
            ["Embedding__Model"] = "scripted",
            ["Embedding__ApiKey"] = Secret,
            ["LanguageModel__Provider"] = "OpenAI",
            ["LanguageModel__Endpoint"] = server.Endpoint.AbsoluteUri,
            ["LanguageModel__Model"] = "scripted",
            ["LanguageModel__ApiKey"] = Secret,
            ["MicrosoftAppPassword"] = Secret,
        };

        var run = (await _own.RunAsync(settings, "doctor", "--data", _own.Data)).Ended(1);

        var seen = Encoding.UTF8.GetString(run.Output);
        Assert.Matches("(?m)^failed   embedding       The embedding model at .* refuses the key", seen);
        Assert.Matches("(?m)^failed   language model  The language model at .* refuses the key", seen);
        Assert.Matches("(?m)^warning  registration    MicrosoftAppPassword is set", seen);
        Assert.DoesNotContain(Secret, seen + run.Error);
    }

    [Fact]
    public async Task Doctor_tells_of_a_key_that_nobody_knows()
    {
        var run = (await _own.RunAsync(new Dictionary<string, string> { ["Storage__DataDir"] = "/x" }, "doctor", "--json")).Ended(1);

        Assert.Equal(("configuration", "failed"), (run.Line.Text("part"), run.Line.Text("outcome")));
        Assert.Contains("Did you mean Storage__DataDirectory?", run.Line.Text("what"));
    }

    public void Dispose() => _own.Dispose();
}
