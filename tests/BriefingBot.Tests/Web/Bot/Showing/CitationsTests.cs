using System.Text.Json.Nodes;
using BriefingBot.Answering;
using BriefingBot.Articles;
using BriefingBot.Tests.Support;

namespace BriefingBot.Tests.Web;

public sealed class CitationsTests
{
    private static readonly Article Dam = new()
    {
        Id = "dam",
        Version = 2,
        Title = "Dam breaks at night",
        Text = "It rained for a week. The *dam* [3] broke on Friday. Nobody was hurt.\n\nThe mayor had warned of it.",
        Source = "The Valley Post",
        Author = "Ann Reed",
        Url = new("https://news.example/dam"),
    };

    [Fact]
    public async Task Number_in_Teams_has_the_stored_quote_its_article_and_a_card_that_says_more()
    {
        var claim = Assert.Single(await CitedAsync(Dam, "The *dam* [3] broke on Friday."));

        Assert.Equal(1, (int)claim["position"]!);
        var appearance = claim["appearance"]!;
        Assert.Equal("Dam breaks at night", (string?)appearance["name"]);
        Assert.Equal("https://news.example/dam", (string?)appearance["url"]);
        Assert.Equal("The *dam* [3] broke on Friday.", (string?)appearance["abstract"]);
        Assert.Equal("application/vnd.microsoft.card.adaptive", (string?)appearance["encodingFormat"]);
        var runs = Runs(JsonNode.Parse((string)appearance["text"]!)!).ToArray();
        Assert.Equal(["It rained for a week. ", "The *dam* [3] broke on Friday.", " Nobody was hurt."], runs[..3].Select(run => (string?)run["text"]));
        Assert.Equal("The *dam* [3] broke on Friday.", (string?)Assert.Single(runs, run => (bool?)run["highlight"] == true)["text"]);
        Assert.Contains("version 2", (string?)runs[^1]["text"]);
    }

    [Fact]
    public async Task Long_quote_and_title_are_cut_at_a_word()
    {
        var text = $"The committee heard {string.Join(", ", Enumerable.Range(1, 40).Select(number => $"witness{number}"))} and closed.";
        var claim = Assert.Single(await CitedAsync(Dam with { Title = $"{new string('x', 70)} and the rest of it", Text = text }, text));

        Assert.Equal($"{new string('x', 70)} and the…", (string?)claim["appearance"]!["name"]);
        var quote = (string)claim["appearance"]!["abstract"]!;
        Assert.InRange(quote.Length, 140, 160);
        Assert.StartsWith(quote[..^1], text, StringComparison.Ordinal);
        Assert.Matches(@"\w,?…$", quote);
    }

    [Fact]
    public async Task Teams_lists_no_sources_in_the_text_and_Emulator_does()
    {
        await using var host = await HostAsync(Dam, "The *dam* [3] broke on Friday.");

        await host.SendAsync(host.Activity.Teams("When did the dam break?"));
        var messages = await host.SendAsync(host.Activity.Emulator("When did the dam break?"));

        Assert.DoesNotContain("Dam breaks", messages[0].Text);
        Assert.Contains("1. [Dam breaks at night](https://news.example/dam)", messages.Last(message => message.Text.Length > 0).Text);
        Assert.Null(messages[^1].Activity["entities"]?.AsArray().FirstOrDefault(entity => (string?)entity!["type"] == "https://schema.org/Message"));
    }

    [Fact]
    public async Task Answer_without_a_language_model_has_no_label_of_one()
    {
        await using var host = await HostAsync(Dam, "Nobody was hurt.");

        var messages = await host.SendAsync(host.Activity.Teams("Who was hurt?"));

        Assert.Null(MessageEntity(messages[0].Activity)["additionalType"]);
    }

    [Fact]
    public async Task Answer_that_is_too_long_for_a_message_comes_in_several_with_every_quote_and_its_citation()
    {
        var sentences = Enumerable.Range(1, 25).Select(number => $"Witness {number} said {string.Join(' ', Enumerable.Repeat($"word{number}", 90))}.").ToArray();
        await using var host = await HostAsync(Dam with { Text = string.Join(' ', sentences) }, sentences);

        var messages = await host.SendAsync(host.Activity.Teams("What did they say?"));

        Assert.InRange(messages.Count, 2, 6);
        Assert.All(sentences, sentence => Assert.Contains(messages, message => message.Text.Contains(sentence, StringComparison.Ordinal)));
        Assert.Equal(Enumerable.Range(1, 20), messages.SelectMany(message => Claims(message.Activity)).Select(claim => (int)claim["position"]!));
        Assert.Contains("21. [Dam breaks at night]", messages[^1].Text);
    }

    private static async Task<JsonObject[]> CitedAsync(Article article, params string[] quotes)
    {
        await using var host = await HostAsync(article, quotes);
        return Claims((await host.SendAsync(host.Activity.Teams("What happened?")))[0].Activity);
    }

    private static Task<BotHost> HostAsync(Article article, params string[] quotes) => BotHost.StartAsync((question, _) => Task.FromResult(
        VerifiedAnswer.Answered(question, new([], 0.9, "extractive"), [.. quotes.Select(quote => Some.Quote(article, quote))], withheld: 0)));

    private static JsonObject MessageEntity(JsonObject activity) =>
        activity["entities"]!.AsArray().OfType<JsonObject>().Single(entity => (string?)entity["type"] == "https://schema.org/Message");

    private static JsonObject[] Claims(JsonObject activity) => activity["entities"]?.AsArray().OfType<JsonObject>().FirstOrDefault(entity => (string?)entity["type"] == "https://schema.org/Message") is { } message
        ? [.. message["citation"]!.AsArray().OfType<JsonObject>()]
        : [];

    private static IEnumerable<JsonNode> Runs(JsonNode card) => card["body"]!.AsArray().SelectMany(element => element!["inlines"]!.AsArray()).OfType<JsonNode>();
}
