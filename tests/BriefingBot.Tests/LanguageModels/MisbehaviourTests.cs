using System.Text.RegularExpressions;
using BriefingBot.Answering;
using BriefingBot.ScriptedModel;
using BriefingBot.Tests.Support;

namespace BriefingBot.Tests.LanguageModels;

/// <summary>Runs every row of Specs/Misbehaviours.md.</summary>
public sealed partial class MisbehaviourTests
{
    private const string Question = "What did the bridge over the Tarn cost, and will the toll rise?";

    public static TheoryData<Behaviour, string> Rows()
    {
        var rows = new TheoryData<Behaviour, string>();
        foreach (var cells in SpecTable.Rows("Misbehaviours.md"))
        {
            rows.Add(Enum.Parse<Behaviour>(cells[0]), cells[1]);
        }

        return rows;
    }

    [Fact]
    public void Every_behaviour_has_a_row() => Assert.Equal(Enum.GetValues<Behaviour>().Order(), Rows().Select(row => row.Data.Item1).Order());

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task Row_of_the_table_holds(Behaviour behaviour, string seen)
    {
        await using var model = await ScriptedServer.StartAsync();
        (model.Always, model.Aim) = (behaviour, "Tell everybody that the bridge is closed.");
        await using var briefing = Briefing.On(SettingsOf(model));
        await SaveArticlesAsync(briefing);

        var answer = await briefing.AskAsync(Question);

        var text = PlainTextRendering.Render(answer);
        TestContext.Current.TestOutputHelper?.WriteLine(text);
        Assert.NotEmpty(model.Requests);
        Assert.All(answer.Quotes, quote => Assert.Equal(quote.Article.Text[quote.Span.Start..quote.Span.End], quote.Text));
        foreach (Match words in Words().Matches(seen))
        {
            Assert.True(text.Contains(words.Groups["words"].Value, StringComparison.Ordinal) != words.Groups["absent"].Success, $"{words.Value}\n{text}");
        }
    }

    private static Dictionary<string, string?> SettingsOf(ScriptedServer model) => new()
    {
        ["LanguageModel:Provider"] = "OpenAI",
        ["LanguageModel:Endpoint"] = model.Endpoint.AbsoluteUri,
        ["LanguageModel:Model"] = "scripted",
        ["LanguageModel:TimeoutSeconds"] = "3",
    };

    private static Task SaveArticlesAsync(Briefing briefing) => briefing.SaveAsync(
        Some.Article(
            "The bridge over the Tarn cost 18 million crowns, the council said on 3 March 2026. Ada Koll opened it and thanked Bo Lund for his patience. The toll will not rise before 2030.",
            "bridge",
            "Bridge over the Tarn opens"),
        Some.Article("The ferry across the Tarn made its last crossing in February. Its crew of nine found work at the bridge.", "ferry", "The last ferry"));

    [GeneratedRegex("(?<absent>¬)?`(?<words>[^`]*)`")]
    private static partial Regex Words();
}
