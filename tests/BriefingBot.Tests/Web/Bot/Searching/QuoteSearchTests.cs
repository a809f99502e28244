using System.Net;
using System.Text.Json.Nodes;
using BriefingBot.Answering;
using BriefingBot.Articles;
using BriefingBot.Tests.Support;

namespace BriefingBot.Tests.Web;

/// <summary>The search in Teams' compose box, as Teams asks for it and as Agents Playground does.</summary>
public sealed class QuoteSearchTests
{
    private static readonly Article Dam = new()
    {
        Id = "dam",
        Version = 2,
        Title = "Dam <breaks> at night",
        Text = $"It rained. The *dam* broke on Friday, {string.Join(", ", Enumerable.Range(1, 40).Select(number => $"street{number}"))} included. Nobody was hurt.",
        Url = new("https://news.example/dam"),
    };

    private static readonly string Quoted = Dam.Text[11..^17];

    [Fact]
    public async Task Quote_that_is_chosen_is_a_card_with_the_stored_words_and_their_source()
    {
        await using var host = await HostAsync();

        var result = await SearchAsync(host, Query("dam broke"));

        Assert.Equal(("result", "list"), ((string?)result["type"], (string?)result["attachmentLayout"]));
        var found = Assert.Single(result["attachments"]!.AsArray())!;
        Assert.Equal("application/vnd.microsoft.card.adaptive", (string?)found["contentType"]);
        var runs = found["content"]!["body"]!.AsArray().SelectMany(element => element!["inlines"]!.AsArray()).ToArray();
        Assert.Equal(Quoted, (string?)Assert.Single(runs, run => (bool?)run!["highlight"] == true)!["text"]);
        Assert.Contains(runs, run => (string?)run!["text"] == "Dam <breaks> at night");
        Assert.Equal("https://news.example/dam", (string?)Assert.Single(found["content"]!["actions"]!.AsArray())!["url"]);
        var preview = found["preview"]!["content"]!;
        Assert.Equal("Dam <breaks> at night", (string?)preview["title"]);
        Assert.StartsWith("The *dam* broke on Friday, street1,", (string?)preview["text"]);
        Assert.InRange(((string)preview["text"]!).Length, 140, 160);
        var question = Assert.Single(host.Asked);
        Assert.Equal(("dam broke", true, true), (question.Text, question.IsExtractive, question.NeverRefuse));
        ApprovedJson.Matches("search", result);
    }

    [Fact]
    public async Task Agents_Playground_is_answered_although_it_names_neither_command_nor_parameter()
    {
        await using var host = await HostAsync();

        var result = await SearchAsync(host, JsonNode.Parse("""{"parameters":[{"value":"dam broke"}],"queryOptions":{"skip":0,"count":25}}"""));

        Assert.Equal("result", (string?)result["type"]);
        Assert.Equal("dam broke", Assert.Single(host.Asked).Text);
    }

    [Theory]
    [InlineData("""{"commandId":"searchQuery","parameters":[{"name":"query","value":"  "}],"queryOptions":{"skip":0,"count":25}}""")]
    [InlineData("""{"commandId":"searchQuery","parameters":[{"name":"initialRun","value":"true"}]}""")]
    [InlineData("""{"parameters":[null,7,{"name":"query","value":{"a":1}}]}""")]
    [InlineData("""{"parameters":"query"}""")]
    [InlineData("[]")]
    [InlineData("null")]
    public async Task Without_words_it_says_what_to_type(string value)
    {
        await using var host = await HostAsync();

        var result = await SearchAsync(host, JsonNode.Parse(value));

        Assert.Equal(("message", "Type what a quote should be about."), ((string?)result["type"], (string?)result["text"]));
        Assert.Empty(host.Asked);
    }

    [Fact]
    public async Task Nothing_found_too_long_and_an_outage_are_said_in_words()
    {
        await using var empty = await BotHost.StartAsync();
        await using var broken = await BotHost.StartAsync((_, _) => throw new InvalidOperationException("the disk is gone"));

        Assert.StartsWith("The articles have nothing", (string?)(await SearchAsync(empty, Query("tungsten")))["text"]);
        Assert.StartsWith("Your question has", (string?)(await SearchAsync(empty, Query(new string('x', 5_000))))["text"]);
        Assert.DoesNotContain("disk", (string?)(await SearchAsync(broken, Query("dam")))["text"]);
        Assert.Contains(broken.Log, line => line.Contains("A search from the compose box failed", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Search_ends_before_Teams_gives_up()
    {
        await using var host = await BotHost.StartAsync(async (question, cancellation) =>
        {
            await Task.Delay(Timeout.Infinite, cancellation);
            return BotHost.Refuse(question);
        });

        var searching = SearchAsync(host, Query("dam"));
        await host.Connector.UntilAsync(() => !host.Asked.IsEmpty);
        host.Time.Advance(TimeSpan.FromSeconds(4));

        Assert.StartsWith("The search took too long", (string?)(await searching)["text"]);
    }

    [Fact]
    public async Task Of_what_somebody_types_only_the_last_is_searched_for()
    {
        await using var host = await BotHost.StartAsync(async (question, cancellation) =>
        {
            await Task.Delay(question.Text == "da" ? Timeout.Infinite : 0, cancellation);
            return VerifiedAnswer.Answered(question, new([], 0.9, "extractive"), [Some.Quote(Dam, Quoted)], withheld: 0);
        });
        var begun = SearchAsync(host, Query("da"));
        await host.Connector.UntilAsync(() => !host.Asked.IsEmpty);

        var typed = await Task.WhenAll(new[] { "dam", "dam b", "dam br" }.Select(words => SearchAsync(host, Query(words))));

        Assert.Empty((await begun)["attachments"]!.AsArray());
        Assert.Single(typed, result => result["attachments"]!.AsArray().Count == 1);
        Assert.Equal(2, host.Asked.Count);
    }

    private static Task<BotHost> HostAsync() => BotHost.StartAsync((question, _) =>
        Task.FromResult(VerifiedAnswer.Answered(question, new([], 0.9, "extractive"), [Some.Quote(Dam, Quoted)], withheld: 0)));

    private static JsonNode? Query(string words) => new JsonObject
    {
        ["commandId"] = "searchQuery",
        ["parameters"] = new JsonArray(new JsonObject { ["name"] = "query", ["value"] = words }),
        ["queryOptions"] = new JsonObject { ["skip"] = 0, ["count"] = 25 },
    };

    private static async Task<JsonNode> SearchAsync(BotHost host, JsonNode? value)
    {
        using var response = await host.PostAsync(SomeActivity.With(host.Activity.TeamsInvoke("composeExtension/query"), "value", value));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!["composeExtension"]!;
    }
}
