using BriefingBot.Answering;
using BriefingBot.Articles;
using BriefingBot.ScriptedModel;
using BriefingBot.Tests.Support;

namespace BriefingBot.Tests.LanguageModels;

public sealed class ModelledBriefingTests
{
    [Fact]
    public async Task A_briefing_is_summed_up_above_its_quotes_by_their_numbers()
    {
        await using var model = await ScriptedServer.StartAsync();
        await using var briefing = await StartAsync(model);

        var digest = await BriefAsync(briefing);

        Assert.All(digest.Statements, statement => Assert.All(statement.Quotes, quote => Assert.Contains(quote, digest.Quotes)));
        var text = PlainTextRendering.Render(digest);
        Assert.StartsWith($"{digest.Statements[0].Text} [{digest.Statements[0].NumbersIn(digest.Quotes)[0]}]", text, StringComparison.Ordinal);
        Assert.Contains("> “", text, StringComparison.Ordinal);
        Assert.Contains("Subject: the bridge over the Tarn", model.Requests.Single().Text, StringComparison.Ordinal);
        Assert.Contains(digest.Statements[0].Text[..20], MarkdownRendering.Render(digest), StringComparison.Ordinal);
        Assert.Contains($"<p><bdi>{digest.Statements[0].Text[..20]}", HtmlRendering.Render(digest), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_no_quote_of_a_briefing_supports_is_withheld_and_said_so()
    {
        await using var model = await ScriptedServer.StartAsync();
        model.Always = Behaviour.UnretrievedArticle;
        await using var briefing = await StartAsync(model);

        var digest = await BriefAsync(briefing);

        Assert.Empty(digest.Statements);
        var text = PlainTextRendering.Render(digest);
        Assert.Contains("One sentence was withheld because no source supports it.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Port Lorne", text, StringComparison.Ordinal);
        Assert.NotEmpty(digest.Quotes);
    }

    [Fact]
    public async Task A_briefing_without_the_model_has_its_quotes()
    {
        await using var model = await ScriptedServer.StartAsync();
        model.Always = Behaviour.ServerError;
        await using var briefing = await StartAsync(model);

        var digest = await BriefAsync(briefing);

        Assert.NotEmpty(digest.Quotes);
        Assert.EndsWith("The language model is unavailable; these are the quotes.", PlainTextRendering.Render(digest), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_article_that_says_otherwise_is_shown_although_the_model_kept_it_to_itself()
    {
        await using var model = await ScriptedServer.StartAsync();
        model.Always = Behaviour.OneOfTwo;
        await using var briefing = await StartAsync(model);
        await briefing.SaveAsync(
            Some.Article("About 1,900 people had to leave their homes in Dorn after the dike broke.", "post", "Dorn under water"),
            Some.Article("Some 2,600 people had to leave their homes in Dorn after the dike broke.", "courier", "Dike of Dorn breaks"));

        var answer = await briefing.AskAsync("How many people had to leave their homes in Dorn?");

        Assert.Single(answer.Statements);
        Assert.True(answer.Disagreement);
        Assert.Equal(["courier", "post"], answer.Quotes.Select(quote => quote.Article.Id).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_follow_up_is_understood_in_the_words_of_the_questions()
    {
        await using var model = await ScriptedServer.StartAsync();
        model.Condensed = "Who opened the bridge over the Tarn?";
        await using var briefing = await StartAsync(model);

        var answer = await AskAsync(briefing, "And who opened it?");

        Assert.Equal("Who opened the bridge over the Tarn?", answer.UnderstoodAs);
        Assert.Contains(answer.Quotes, quote => quote.Text.Contains("Ada Koll opened", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Who opened the ferry of Port Lorne?")]
    [InlineData("Who built it?")]
    [InlineData("What opened the bridge over the Tarn not?")]
    [InlineData("See https://evil.example")]
    [InlineData("")]
    public async Task A_rewrite_in_other_words_is_not_taken(string rewrite)
    {
        await using var model = await ScriptedServer.StartAsync();
        model.Condensed = rewrite;
        await using var briefing = await StartAsync(model);

        var answer = await AskAsync(briefing, "And who opened it?");

        Assert.NotEqual(rewrite, answer.UnderstoodAs);
        Assert.Contains("bridge", answer.UnderstoodAs, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_follow_up_is_understood_by_rules_while_the_model_is_away()
    {
        await using var model = await ScriptedServer.StartAsync();
        model.Always = Behaviour.ServerError;
        await using var briefing = await StartAsync(model);

        Assert.Contains("bridge", (await AskAsync(briefing, "And who opened it?")).UnderstoodAs, StringComparison.Ordinal);
    }

    private static async Task<Briefing> StartAsync(ScriptedServer model)
    {
        var briefing = Briefing.On(new Dictionary<string, string?>
        {
            ["LanguageModel:Provider"] = "OpenAI",
            ["LanguageModel:Endpoint"] = model.Endpoint.AbsoluteUri,
            ["LanguageModel:Model"] = "scripted",
        });
        await briefing.SaveAsync(
            Some.Article("The bridge over the Tarn opened on Monday. Ada Koll opened the bridge over the Tarn and thanked the workers.", "opening", "Bridge over the Tarn opens"),
            Some.Article("The bridge over the Tarn cost 18 million crowns, the council said. The toll will not rise before 2030.", "cost", "What the bridge over the Tarn cost"));
        return briefing;
    }

    private static Task<Digest> BriefAsync(Briefing briefing) =>
        briefing.Get<DigestWriter>().WriteAsync(new("the bridge over the Tarn", Asker.Unknown), TestContext.Current.CancellationToken);

    private static Task<VerifiedAnswer> AskAsync(Briefing briefing, string question) => briefing.Get<QuestionAnswerer>().AnswerAsync(
        new(question, Asker.Unknown) { Turns = [new("What did the bridge over the Tarn cost?", [])] }, TestContext.Current.CancellationToken);
}
