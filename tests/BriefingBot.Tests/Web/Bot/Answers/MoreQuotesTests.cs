using System.Text.Json.Nodes;
using BriefingBot.Answering;
using BriefingBot.Tests.Support;

namespace BriefingBot.Tests.Web;

public sealed class MoreQuotesTests
{
    private const string Railway = "The railway to Teln stays closed until Monday.";
    private const string Rain = "More rain is expected.";

    [Fact]
    public async Task Further_quotes_come_as_an_answer_of_their_own_until_there_are_no_more()
    {
        await using var host = await QuotingHost.StartAsync(QuotingHost.Dam, [QuotingHost.First], [[Railway], [Rain]]);
        await host.SendAsync(host.Activity.Teams("What happened?"));

        Assert.Equal("Here is 1 more quote.", SomeCard.SentenceOf(await host.PressAsync(More(host))));
        Assert.Equal("Here is 1 more quote.", SomeCard.SentenceOf(await host.PressAsync(More(host))));
        Assert.StartsWith("There are no more quotes", SomeCard.SentenceOf(await host.PressAsync(More(host))));

        Assert.Equal(3, host.Connector.Messages.Count);
        Assert.StartsWith($"More quotes:\n\n> “{Railway}” [1]", host.Connector.Messages[1].Text);
        Assert.Contains(host.Connector.Messages[1].Activity["entities"]!.AsArray(), entity => (string?)entity!["type"] == "https://schema.org/Message");
        Assert.Equal([[QuotingHost.First], [Railway], [Rain]], host.Connector.Cards.Select(card => SomeCard.Highlighted(card.Card!)));

        // Each time all that was shown before is told, and the question as it stood.
        Assert.Equal([0, 1, 2, 3], host.Asked.Select(question => question.Shown.Length));
        Assert.All(host.Asked, question => Assert.Equal("What happened?", question.Text));
        Assert.Equal(QuotedPlace.Of(Some.Quote(QuotingHost.Dam, QuotingHost.First)), host.Asked.Last().Shown[0]);
    }

    [Fact]
    public async Task Emulator_gets_them_as_a_message_and_no_word_about_it()
    {
        await using var host = await QuotingHost.StartAsync(QuotingHost.Dam, [QuotingHost.First], [[Railway]]);
        await host.SendAsync(host.Activity.Emulator("What happened?"));

        Assert.Equal(2, (await host.SubmitAsync(Data(host))).Count);
        Assert.Contains(Railway, host.Connector.Messages[1].Text);
        Assert.StartsWith("There are no more quotes", (await host.SubmitAsync(Data(host)))[^1].Text);
    }

    [Fact]
    public async Task Answer_that_all_was_quoted_for_has_no_such_button()
    {
        await using var host = await QuotingHost.StartAsync(QuotingHost.Dam, [QuotingHost.First]);
        await host.SendAsync(host.Activity.Teams("What happened?"));

        Assert.DoesNotContain("More quotes", SomeCard.Titles(host.Connector.Cards[0].Card!));
    }

    private static JsonObject More(BotHost host) => SomeCard.Action(host.Connector.Cards[^1].Card!, "More quotes");

    private static JsonNode Data(BotHost host) => More(host)["data"]!;
}
