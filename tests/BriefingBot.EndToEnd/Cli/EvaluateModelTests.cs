using BriefingBot.EndToEnd.Support;
using BriefingBot.ScriptedModel;

namespace BriefingBot.EndToEnd.Cli;

public sealed class EvaluateModelTests : IDisposable
{
    private readonly Workspace _workspace = new();

    private static string Samples => Path.Combine(Path.GetDirectoryName(Workspace.PathOf("BriefingBot.Web"))!, "Samples", "Articles");

    private string Out => Path.Combine(_workspace.Inputs, "evaluation");

    private string Replies => Path.Combine(_workspace.Inputs, "replies.jsonl");

    [Fact]
    public async Task A_language_model_is_measured_and_again_from_its_record_without_it()
    {
        string live;
        await using (var model = await ScriptedServer.StartAsync())
        {
            model.Next(Behaviour.ChangedDigit, Behaviour.Honest);
            live = (await EvaluateAsync(new()
            {
                ["LanguageModel__Provider"] = "OpenAI",
                ["LanguageModel__Endpoint"] = model.Endpoint.AbsoluteUri,
                ["LanguageModel__Model"] = "scripted",
                ["LanguageModel__PricePerMillionSent"] = "2",
            })).Ended(0).Line["drafting"]!.ToJsonString();
        }

        var replayed = (await EvaluateAsync(new() { ["LanguageModel__Provider"] = "Recorded", ["LanguageModel__PricePerMillionSent"] = "2" })).Ended(0).Line["drafting"]!;

        Assert.Equal(live, replayed.ToJsonString());
        Assert.Equal(("scripted", 2, 0.0), (replayed.Text("model"), replayed.Whole("asked"), replayed.Number("fallBackShare")));
        Assert.True(replayed.Number("citationRecall") < 1, "a statement with a changed digit was supported");
        Assert.True(replayed.Number("cost") > 0);
        Assert.Contains("citation precision", await File.ReadAllTextAsync(Path.Combine(Out, "report.html"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Without_a_language_model_there_is_none_to_measure()
    {
        var run = (await EvaluateAsync([])).Ended(2);

        Assert.Contains("LanguageModel:Provider", run.Error);
    }

    public void Dispose() => _workspace.Dispose();

    private Task<Run> EvaluateAsync(Dictionary<string, string> environment)
    {
        var questions = _workspace.Write(
            "questions.jsonl",
            """{"question":"How much does the great bell of Stelmouth minster weigh?","answerable":true}""" + "\n" + """{"question":"How many people had to leave their homes in Vessing?"}""" + "\n");
        return _workspace.RunAsync(environment, "evaluate", "--json", "--articles", Samples, "--questions", questions, "--out", Out, "--drafter", "model", "--replies", Replies);
    }
}
