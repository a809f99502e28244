using BriefingBot.Answering;
using BriefingBot.Articles;
using BriefingBot.Tests.Support;

namespace BriefingBot.Tests.Answering;

public sealed class FollowUpPermissionTests
{
    private const string Text = "The mayor spoke at night. “The dam will hold until the spring comes,” said Ann Reed, the engineer of the county.";

    private static readonly Turn Told = new("Will the dam hold until the spring?", [new("dam", "“The dam will hold until the spring comes,” said Ann Reed, the engineer of the county.")]);

    [Fact]
    public async Task Speaker_of_the_last_quote_is_found()
    {
        await using var briefing = Briefing.OnNewStore();
        await briefing.SaveAsync(Some.Article(Text) with { Id = "dam", Author = null });

        var answer = await AskAsync(briefing, "Who said that?", Told);

        Assert.Equal("Who said that? (dam)", answer.UnderstoodAs);
        Assert.Contains("Ann Reed", Assert.Single(answer.Quotes).Text);
    }

    [Fact]
    public async Task Speaker_in_an_article_that_may_no_longer_be_read_is_not_told()
    {
        await using var briefing = Briefing.OnNewStore();
        await briefing.SaveAsync(Some.Article(Text) with { Id = "dam", Author = null, Groups = ["editors"] });

        var answer = await AskAsync(briefing, "Who said that?", Told);

        Assert.NotNull(answer.Refusal);
        Assert.Empty(answer.Closest);
        Assert.DoesNotContain("Reed", PlainTextRendering.Render(answer));
    }

    [Fact]
    public async Task Speaker_is_not_told_when_the_words_were_removed_from_the_article()
    {
        await using var briefing = Briefing.OnNewStore();
        await briefing.SaveAsync(Some.Article("The mayor spoke at night. Nobody knows whether the dam will hold, said the county.") with { Id = "dam", Author = null });

        var answer = await AskAsync(briefing, "Who said that?", Told);

        Assert.DoesNotContain("Reed", PlainTextRendering.Render(answer));
    }

    [Fact]
    public async Task What_is_asked_about_a_checked_quotation_is_asked_of_its_article_alone()
    {
        await using var briefing = Briefing.OnNewStore();
        await briefing.SaveAsync(Some.Article(Text) with { Id = "dam", Author = null });
        await briefing.SaveAsync(Some.Article("“The dam will hold until the winter,” she said. Nobody said what else she said.") with { Id = "other", Author = null });

        var answer = await AskAsync(briefing, "What else did she say?", new Turn("“The dam will hold until the spring comes”", [new("dam", "The dam will hold until the spring comes")]));

        Assert.Equal("What else did she say? (“The dam will hold until the spring comes”)", answer.UnderstoodAs);
        Assert.All(answer.Quotes, quote => Assert.Equal("dam", quote.Article.Id));
        Assert.NotEmpty(answer.Quotes);
    }

    [Fact]
    public async Task What_is_asked_about_a_checked_quotation_is_not_told_who_may_no_longer_read_it()
    {
        await using var briefing = Briefing.OnNewStore();
        await briefing.SaveAsync(Some.Article(Text) with { Id = "dam", Author = null, Groups = ["editors"] });
        await briefing.SaveAsync(Some.Article("“The dam will hold until the winter,” she said.") with { Id = "other", Author = null });

        var answer = await AskAsync(briefing, "What else did she say?", new Turn("“The dam will hold until the spring comes”", [new("dam", "The dam will hold until the spring comes")]));

        Assert.NotNull(answer.Refusal);
        Assert.DoesNotContain("Reed", PlainTextRendering.Render(answer));
    }

    [Fact]
    public async Task What_was_understood_is_shown_as_text()
    {
        await using var briefing = Briefing.OnNewStore();

        var answer = await AskAsync(briefing, "When?", new Turn("Why did *the* [dam](http://evil.example) <b>break</b>?", []));

        Assert.StartsWith("Understood as: When did *the* [dam](http://evil.example) <b>break</b>?\n\n", PlainTextRendering.Render(answer));
        Assert.StartsWith("Understood as: When did \\*the\\* \\[dam\\](http\\://evil.example) &lt;b&gt;break&lt;/b&gt;?\n\n", MarkdownRendering.Render(answer));
        Assert.StartsWith("<p>Understood as: <bdi>When did *the* [dam](http://evil.example) &lt;b&gt;break&lt;/b&gt;?</bdi></p>\n<p>", HtmlRendering.Render(answer));
    }

    private static Task<VerifiedAnswer> AskAsync(Briefing briefing, string question, params Turn[] turns) => briefing.Get<QuestionAnswerer>().AnswerAsync(
        new Question(question, Asker.Unknown) { Turns = [.. turns] }, TestContext.Current.CancellationToken);
}
