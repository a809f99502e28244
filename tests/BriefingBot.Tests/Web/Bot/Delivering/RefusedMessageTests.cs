using System.Text.Json.Nodes;
using BriefingBot.Answering;
using BriefingBot.Tests.Support;
using BriefingBot.Web.Bot;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;

namespace BriefingBot.Tests.Web;

/// <summary>Messages that a channel does not take: 413, 400, 403.</summary>
public sealed class RefusedMessageTests
{
    private const string Quoted = "The party won nineteen seats.";

    [Fact]
    public async Task Message_that_is_too_large_is_shortened_by_whole_blocks_and_says_so()
    {
        string[] sentences = [.. Enumerable.Range(1, 8).Select(number => $"Witness {number} said that the dam broke at night.")];
        var article = Some.Article(string.Join(' ', sentences));
        await using var host = await BotHost.StartAsync((question, _) => Task.FromResult(
            VerifiedAnswer.Answered(question, new([], 0.9, "extractive"), [.. sentences.Select(sentence => Some.Quote(article, sentence))], withheld: 0)));
        var whole = Assert.Single(await host.SendAsync(host.Activity.Teams("Who saw it?"))).Text;
        host.Connector.Refuses = activity => ((string?)activity["text"] ?? "").Length >= whole.Length / 2 ? new(413, "MessageSizeTooBig") : null;

        var shortened = (await host.SendAsync(host.Activity.Teams("Who saw it?")))[^1].Text;

        var (kept, said) = (shortened[..shortened.LastIndexOf("\n\n", StringComparison.Ordinal)], shortened[shortened.LastIndexOf("\n\n", StringComparison.Ordinal)..]);
        Assert.StartsWith("\n\n… shortened", said, StringComparison.Ordinal);
        Assert.StartsWith(kept + "\n\n", whole, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Message_of_which_nothing_whole_is_small_enough_is_told_of()
    {
        await using var host = await StartAsync();
        host.Connector.Refuses = activity => ((string?)activity["text"])?.Contains("nineteen", StringComparison.Ordinal) == true ? new(413, "MessageSizeTooBig") : null;

        Assert.StartsWith("I have more to show", Assert.Single(await host.SendAsync(host.Activity.Teams("Who won?"))).Text);
    }

    [Fact]
    public void Shortened_message_cites_what_is_left_without_cards()
    {
        var message = new Activity { Text = "One [1].\n\nTwo [2].", Entities = [Cited(1, 2)], Attachments = [new("a/b")] };

        message.Shorten(ReducedMessage.ShorterTexts(message.Text).First());

        Assert.StartsWith("One [1].\n\n… shortened", message.Text, StringComparison.Ordinal);
        Assert.Null(message.Attachments);
        var claim = Assert.Single(Assert.Single(message.Entities).Properties["citation"]!);
        Assert.Equal(1, (int)claim["position"]!);
        Assert.Null(claim["appearance"]!["text"]);
        Assert.Null(claim["appearance"]!["encodingFormat"]);
    }

    [Fact]
    public void Mention_that_is_left_out_leaves_no_mark()
    {
        var (shortened, bare) = (Mentioning(), Mentioning());

        shortened.Shorten("One.");
        bare.Bare();

        Assert.Empty(shortened.Entities);
        Assert.StartsWith("Alex\n\nOne.\n\n", bare.Text, StringComparison.Ordinal);
        Assert.False(bare.HasTrimmings());
    }

    [Fact]
    public async Task Message_in_a_form_that_is_not_taken_comes_in_plain_words_with_its_sources()
    {
        await using var host = await StartAsync();
        host.Connector.Refuses = activity => activity["entities"] is JsonArray { Count: > 0 } ? new(400, "BadSyntax", "Bad format of conversation entity") : null;

        var message = Assert.Single(await host.SendAsync(host.Activity.Teams("Who won?")));

        Assert.Contains(Quoted, message.Text);
        Assert.Contains("1. [Iceland votes](https://example.org/iceland)", message.Text);
        Assert.Contains("in plain words", message.Text);
        Assert.Contains(host.Log, line => line.StartsWith("Warning: A message is sent in a smaller form. The channel answered 400 (BadSyntax: Bad format of conversation entity).", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Card_that_is_not_taken_is_told_of_and_the_answer_before_it_stands()
    {
        await using var host = await StartAsync();
        host.Connector.Refuses = activity => activity["attachments"] is JsonArray { Count: > 0 } ? new(400, "BadSyntax", "Bad card") : null;

        var messages = await host.SendAsync(host.Activity.Teams("Who won?"));

        Assert.Equal(2, messages.Count);
        Assert.Contains(Quoted, messages[0].Text);
        Assert.Equal("I have a card to show that this chat does not take.", messages[1].Text);
    }

    [Theory]
    [InlineData(401, "check MicrosoftAppId")]
    [InlineData(403, "removed or blocked")]
    [InlineData(404, "conversation is gone")]
    public async Task Chat_that_takes_nothing_is_not_written_to_again_and_the_log_has_the_remedy(int status, string remedy)
    {
        await using var host = await StartAsync();
        host.Connector.Refuses = _ => new(status, "Refused", "for a reason");

        Assert.Empty(await host.SendAsync(host.Activity.Teams("Who won?")));

        Assert.Equal(2, host.Connector.Requests);
        var logged = Assert.Single(host.Log, line => line.StartsWith("Error", StringComparison.Ordinal));
        Assert.Contains($"The channel answered {status} (Refused: for a reason).", logged);
        Assert.Contains(remedy, logged);
        Assert.DoesNotContain(" at BriefingBot", logged);

        host.Connector.Refuses = null;
        Assert.Single(await host.SendAsync(host.Activity.Teams("And now?")));
    }

    [Fact]
    public async Task Marks_of_HTML_in_a_question_are_its_words()
    {
        await using var host = await StartAsync();

        await host.SendAsync(host.Activity.Teams("<p>Who <b>won</b>? <script>alert(1)</script></p>"));

        Assert.Equal("<p>Who <b>won</b>? <script>alert(1)</script></p>", Assert.Single(host.Asked).Text);
    }

    private static Task<BotHost> StartAsync() => BotHost.StartAsync((question, _) => Task.FromResult(BotHost.Quote(question, Quoted)));

    private static Activity Mentioning() => new()
    {
        Text = "<at>Alex</at>\n\nOne.",
        Entities = [new("mention") { Properties = new JObject { ["mentioned"] = new JObject { ["name"] = "Alex" }, ["text"] = "<at>Alex</at>" } }],
    };

    private static Entity Cited(params int[] positions) => new("https://schema.org/Message")
    {
        Properties = new JObject
        {
            ["citation"] = new JArray(positions.Select(position => new JObject
            {
                ["position"] = position,
                ["appearance"] = new JObject { ["name"] = "Iceland votes", ["text"] = "{}", ["encodingFormat"] = "x" },
            })),
        },
    };
}
