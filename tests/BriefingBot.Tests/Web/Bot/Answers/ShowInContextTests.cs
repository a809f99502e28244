using System.Text.Json.Nodes;
using BriefingBot.Tests.Support;

namespace BriefingBot.Tests.Web;

public sealed class ShowInContextTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Paragraphs_around_the_quote_take_the_cards_place_and_Back_brings_it_back(bool trigger)
    {
        await using var host = await QuotingHost.StartAsync(QuotingHost.Dam, [QuotingHost.First, QuotingHost.Second], further: []);
        var card = await CardAsync(host);

        var response = await host.PressAsync(SomeCard.Action(card, "Show in context"), trigger);

        var context = SomeCard.CardOf(response);
        Assert.Equal([QuotingHost.First], SomeCard.Highlighted(context));
        Assert.Equal(
            [
                "Quote 1 in its article",
                "The dam above Orlen broke on Friday at 03:12. Two villages below it were under water by noon.",
                $"{QuotingHost.First} {QuotingHost.Second}",
                "The railway to Teln stays closed until Monday.",
                "Dam breaks above Orlen",
                "The Valley Post, Ann Reed, 4 January 2019, version 1",
            ],
            SomeCard.Paragraphs(context));
        Assert.Equal(["Back", "Open article"], SomeCard.Titles(context));
        ApprovedJson.Matches("context-card-teams", response);

        var back = SomeCard.CardOf(await host.PressAsync(SomeCard.Action(context, "Back")));
        Assert.True(JsonNode.DeepEquals(card, back), back.ToJsonString());
    }

    [Fact]
    public async Task Emulator_gets_the_paragraphs_as_a_message()
    {
        await using var host = await QuotingHost.StartAsync(QuotingHost.Dam, [QuotingHost.First, QuotingHost.Second]);
        var card = (await host.SendAsync(host.Activity.Emulator("How many?")))[0].Card!;

        await host.SubmitAsync(SomeCard.Action(card, "Show in context", index: 1)["data"]!);

        var context = host.Connector.Cards[^1].Card!;
        Assert.Equal([QuotingHost.Second], SomeCard.Highlighted(context));
        Assert.Equal(["Open article"], SomeCard.Titles(context));
    }

    [Fact]
    public async Task Article_of_one_long_paragraph_is_cut_at_words()
    {
        var much = string.Join(' ', Enumerable.Range(1, 2_000).Select(number => $"word{number}"));
        var article = QuotingHost.Dam with { Text = $"{much}. {QuotingHost.First} {much}." };
        await using var host = await QuotingHost.StartAsync(article, [QuotingHost.First]);

        var card = await CardAsync(host);
        Assert.InRange(SomeCard.Paragraphs(card)[0].Length, 600, 700);
        var paragraph = SomeCard.Paragraphs(SomeCard.CardOf(await host.PressAsync(SomeCard.Action(card, "Show in context"))))[1];

        Assert.Matches($@"^…word\d+ .* word2000\. {QuotingHost.First} word1 .* word\d+…$", paragraph);
        Assert.InRange(paragraph.Length, 3_900, 4_200);
    }

    [Fact]
    public async Task Article_that_was_removed_or_closed_since_is_not_shown()
    {
        await using var host = await QuotingHost.StartAsync(QuotingHost.Dam, [QuotingHost.First]);
        var action = SomeCard.Action(await CardAsync(host), "Show in context");

        await host.SaveAsync(QuotingHost.Dam with { Groups = ["board"] });
        Assert.StartsWith("This article is not available any more", SomeCard.SentenceOf(await host.PressAsync(action)));
        Assert.StartsWith("This article is not available any more", SomeCard.SentenceOf(await host.PressAsync(With(action, "back"))));
        await host.SaveAsync(QuotingHost.Dam);
        SomeCard.CardOf(await host.PressAsync(action));
        await host.Articles.RemoveAsync("dam", Cancellation);
        Assert.StartsWith("This article is not available any more", SomeCard.SentenceOf(await host.PressAsync(action)));
    }

    [Fact]
    public async Task Article_that_changed_since_is_shown_as_it_was_quoted_and_said_so()
    {
        await using var host = await QuotingHost.StartAsync(QuotingHost.Dam, [QuotingHost.First]);
        var action = SomeCard.Action(await CardAsync(host), "Show in context");
        await host.SaveAsync(QuotingHost.Dam with { Text = QuotingHost.Dam.Text.Replace("340", "430", StringComparison.Ordinal) });

        var paragraphs = SomeCard.Paragraphs(SomeCard.CardOf(await host.PressAsync(action)));

        Assert.Contains(paragraphs, paragraph => paragraph.Contains("340 people", StringComparison.Ordinal));
        Assert.Contains("It has changed since", paragraphs[^1]);
    }

    [Fact]
    public async Task Answer_that_is_too_old_or_forgotten_says_so()
    {
        await using var host = await QuotingHost.StartAsync(QuotingHost.Dam, [QuotingHost.First]);
        var old = SomeCard.Action(await CardAsync(host), "Show in context");

        host.Time.Advance(TimeSpan.FromDays(30.1));
        Assert.StartsWith("I do not keep this answer any longer", SomeCard.SentenceOf(await host.PressAsync(old)));

        var forgotten = SomeCard.Action(await CardAsync(host), "Show in context");
        await host.SendAsync(host.Activity.Teams("forget me"));
        Assert.StartsWith("I do not keep this answer any longer", SomeCard.SentenceOf(await host.PressAsync(forgotten)));
    }

    [Fact]
    public async Task Button_works_for_others_in_its_conversation_and_for_nobody_in_another()
    {
        await using var host = await QuotingHost.StartAsync(QuotingHost.Dam, [QuotingHost.First]);
        var action = SomeCard.Action(await CardAsync(host), "Show in context");

        SomeCard.CardOf(await host.PressAsync(action, change: activity => activity["from"]!["id"] = "29:bob"));
        Assert.StartsWith(
            "This answer was given in another conversation", SomeCard.SentenceOf(await host.PressAsync(action, change: activity => activity["conversation"]!["id"] = "a:personal-2")));
    }

    [Theory]
    [InlineData("""{ "verb": "context" }""")]
    [InlineData("""{ "verb": "erase", "data": { "answer": "a/b/c" } }""")]
    [InlineData("""{ "verb": "context", "data": { "answer": 3 } }""")]
    [InlineData("""{ "verb": "context", "data": "a/b/c" }""")]
    [InlineData("""{ "verb": "context", "data": { "answer": "a/b/c", "quote": "1" } }""")]
    [InlineData("""{ "verb": ["context"], "data": { "answer": "a/b/c" } }""")]
    [InlineData("""{ "data": { "verb": "erase" } }""")]
    public async Task Action_that_no_button_of_ours_has_is_a_bad_request_and_a_kind_sentence_in_Emulator(string action)
    {
        await using var host = await BotHost.StartAsync();

        var response = await host.PressAsync(JsonNode.Parse(action)!.AsObject());

        Assert.Equal(400, (int)response["statusCode"]!);
        Assert.Equal("application/vnd.microsoft.error", (string?)response["type"]);
        Assert.Equal("BadRequest", (string?)response["value"]!["code"]);
        Assert.StartsWith("I do not know what this button means", Assert.Single(await host.SubmitAsync(new JsonObject { ["verb"] = "erase" })).Text);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public async Task Number_that_the_answer_does_not_have_is_told(int number)
    {
        await using var host = await QuotingHost.StartAsync(QuotingHost.Dam, [QuotingHost.First]);
        var action = SomeCard.Action(await CardAsync(host), "Show in context").DeepClone().AsObject();
        action["data"]!["quote"] = number;

        Assert.StartsWith("I do not know what this button means", SomeCard.SentenceOf(await host.PressAsync(action)));
    }

    [Fact]
    public async Task Fault_is_apologised_for_beside_the_card()
    {
        await using var host = await QuotingHost.StartAsync(QuotingHost.Dam, [QuotingHost.First], further: [[QuotingHost.Second]]);
        var action = SomeCard.Action(await CardAsync(host), "More quotes");
        host.Connector.FailWith(400);

        Assert.Contains("something went wrong on my side", SomeCard.SentenceOf(await host.PressAsync(action)));
    }

    private static async Task<JsonObject> CardAsync(BotHost host)
    {
        await host.SendAsync(host.Activity.Teams("How many people left?"));
        return host.Connector.Cards[^1].Card!;
    }

    private static JsonObject With(JsonObject action, string verb) => new() { ["verb"] = verb, ["data"] = action["data"]!.DeepClone() };
}
