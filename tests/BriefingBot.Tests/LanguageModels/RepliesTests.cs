using BriefingBot.Answering;
using BriefingBot.Articles;
using BriefingBot.LanguageModels;
using BriefingBot.ScriptedModel;
using BriefingBot.Tests.Support;

namespace BriefingBot.Tests.LanguageModels;

public sealed class RepliesTests
{
    private const string Question = "What did the bridge over the Tarn cost?";

    private static readonly string Cost = "The bridge over the Tarn cost 18 million crowns, the council said on 3 March 2026.";

    [Fact]
    public async Task The_same_question_over_the_same_articles_is_not_asked_twice()
    {
        await using var model = await ScriptedServer.StartAsync();
        await using var briefing = Briefing.On(SettingsOf(model));
        await briefing.SaveAsync(Some.Article(Cost, "bridge"));

        var first = await briefing.AskAsync(Question);
        var second = await briefing.AskAsync(Question);

        Assert.Single(model.Requests);
        Assert.Equal(PlainTextRendering.Render(first), PlainTextRendering.Render(second));
        Assert.True(first.Drafting!.TokensSent > 0);
        Assert.Equal((1, 0L, 0L, 0.0), (second.Drafting!.Calls, second.Drafting.TokensSent, second.Drafting.TokensReceived, second.Drafting.Cost));
    }

    [Fact]
    public async Task A_changed_article_is_asked_about_anew()
    {
        await using var model = await ScriptedServer.StartAsync();
        await using var briefing = Briefing.On(SettingsOf(model));
        await briefing.SaveAsync(Some.Article(Cost, "bridge"));
        await briefing.AskAsync(Question);
        await briefing.SaveAsync(Some.Article(Cost.Replace("18", "21", StringComparison.Ordinal), "bridge"));

        var answer = await briefing.AskAsync(Question);

        Assert.Equal(2, model.Requests.Count);
        Assert.Contains("21 million", Assert.Single(answer.Statements).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reply_that_came_to_nothing_is_asked_for_anew()
    {
        await using var model = await ScriptedServer.StartAsync();
        model.Next(Behaviour.Refusal);
        await using var briefing = Briefing.On(SettingsOf(model));
        await briefing.SaveAsync(Some.Article(Cost, "bridge"));

        var failed = await briefing.AskAsync(Question);
        var answered = await briefing.AskAsync(Question);

        Assert.Equal(ModelFailure.Unreadable, failed.FallBack);
        Assert.Single(answered.Statements);
    }

    [Fact]
    public async Task What_the_day_has_used_up_is_not_spent_but_kept_replies_are_given()
    {
        await using var model = await ScriptedServer.StartAsync();
        await using var briefing = Briefing.On(SettingsOf(model, ("LanguageModel:DailyTokens", "1")));
        await briefing.SaveAsync(Some.Article(Cost, "bridge"));
        await briefing.AskAsync(Question);

        Assert.Equal("model", (await briefing.AskAsync(Question)).Drafter);
        Assert.Equal(ModelFailure.LimitReached, (await briefing.AskAsync("How much did the Tarn bridge cost?")).FallBack);
        Assert.Single(model.Requests);
    }

    [Fact]
    public async Task A_record_answers_without_a_model_and_with_the_same_figures()
    {
        await using var model = await ScriptedServer.StartAsync();
        await using var home = Briefing.OnNewStore();
        var record = Path.Combine(home.Directory, "replies.jsonl");
        await using var recording = Briefing.On(SettingsOf(model, ("LanguageModel:Replies", record)));
        await recording.SaveAsync(Some.Article(Cost, "bridge"));
        var recorded = await recording.AskAsync(Question);

        await using var replaying = Briefing.On(new Dictionary<string, string?> { ["LanguageModel:Provider"] = "Recorded", ["LanguageModel:Replies"] = record, ["LanguageModel:PricePerMillionSent"] = "3" });
        await replaying.SaveAsync(Some.Article(Cost, "bridge"));
        var replayed = await replaying.AskAsync(Question);
        var unknown = await replaying.AskAsync("How much did the Tarn bridge cost?");

        Assert.Equal(PlainTextRendering.Render(recorded), PlainTextRendering.Render(replayed));
        Assert.Equal(recorded.Drafting, replayed.Drafting);
        Assert.Single(model.Requests);
        Assert.Equal(ModelFailure.Unavailable, unknown.FallBack);
    }

    [Fact]
    public async Task A_question_of_two_steps_is_searched_for_a_second_time_and_answered_from_both()
    {
        await using var model = await ScriptedServer.StartAsync();
        (model.Always, model.Query) = (Behaviour.TwoSteps, "Who painted the ceiling of the town hall?");
        await using var briefing = Briefing.On(SettingsOf(model));
        await SaveManyAsync(briefing);

        var answer = await briefing.AskAsync(Question);

        Assert.Equal(2, model.Requests.Count);
        var result = Assert.Single(model.Requests.Last().FunctionResults);
        Assert.Contains("Mira Sand painted the ceiling of the town hall", result, StringComparison.Ordinal);
        Assert.Equal(2, answer.Drafting!.Calls);
        Assert.NotEmpty(answer.Statements);
    }

    [Fact]
    public async Task A_search_of_the_model_finds_nothing_that_the_asker_may_not_read()
    {
        await using var model = await ScriptedServer.StartAsync();
        (model.Always, model.Query) = (Behaviour.TwoSteps, "Who painted the ceiling of the town hall?");
        await using var briefing = Briefing.On(SettingsOf(model));
        await SaveManyAsync(briefing, group: "board");

        await briefing.AskAsync(Question);

        Assert.DoesNotContain("Mira Sand", string.Concat(model.Requests.Select(request => request.Body.ToJsonString())), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_model_that_searches_without_end_is_told_once_and_stopped()
    {
        await using var model = await ScriptedServer.StartAsync();
        model.Always = Behaviour.CallLoop;
        await using var briefing = Briefing.On(SettingsOf(model, ("LanguageModel:Searches", "2")));
        await SaveManyAsync(briefing);

        var answer = await briefing.AskAsync(Question);

        Assert.Equal(4, model.Requests.Count);
        Assert.Equal(ModelFailure.Unreadable, answer.FallBack);
        Assert.NotEmpty(answer.Quotes);
    }

    [Fact]
    public async Task Schema_and_functions_that_a_server_refuses_are_not_offered_again()
    {
        await using var model = await ScriptedServer.StartAsync();
        await using var briefing = Briefing.On(SettingsOf(model, ("LanguageModel:KeepRepliesMinutes", "0")));
        await briefing.SaveAsync(Some.Article(Cost, "bridge"));
        model.Next(Behaviour.RefusedSchema, Behaviour.RefusedTools);

        var answerer = briefing.Get<QuestionAnswerer>();
        var first = await answerer.AnswerAsync(new(Question, Asker.Unknown), TestContext.Current.CancellationToken);
        var second = await answerer.AnswerAsync(new(Question, Asker.Unknown), TestContext.Current.CancellationToken);

        Assert.Equal(("model", "model"), (first.Drafter, second.Drafter));
        Assert.Equal(4, model.Requests.Count);
        Assert.All(model.Requests.Skip(2), request => Assert.True(request.Body["response_format"] is null && request.Offered is null));
    }

    private static Dictionary<string, string?> SettingsOf(ScriptedServer model, params (string Key, string Value)[] more)
    {
        var settings = new Dictionary<string, string?>
        {
            ["LanguageModel:Provider"] = "OpenAI",
            ["LanguageModel:Endpoint"] = model.Endpoint.AbsoluteUri,
            ["LanguageModel:Model"] = "scripted",
            ["LanguageModel:PricePerMillionSent"] = "3",
        };
        foreach (var (key, value) in more)
        {
            settings[key] = value;
        }

        return settings;
    }

    /// <summary>More articles than a question has passages of, so that the second search finds what the first did not.</summary>
    private static Task SaveManyAsync(Briefing briefing, string? group = null) => briefing.SaveAsync(
    [
        Some.Article(Cost, "bridge"),
        Some.Article("Mira Sand painted the ceiling of the town hall in nine weeks.", "ceiling", "A ceiling") with { Groups = group is null ? [] : [group] },
        .. Enumerable.Range(1, 30).Select(number => Some.Article($"Bridge number {number} over the Tarn cost {number + 30} million crowns.", $"bridge-{number}", $"Bridge {number}")),
    ]);
}
