using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using BriefingBot.Answering;
using BriefingBot.Tests.Support;
using BriefingBot.Web.Bot;
using Microsoft.Bot.Schema;

namespace BriefingBot.Tests.Web;

public sealed class AnswerCardTests
{
    private const string Question = "How many people left?";

    [Fact]
    public async Task Card_in_Teams_comes_behind_the_text_and_has_each_quote_in_its_line_with_its_source()
    {
        await using var host = await QuotingHost.StartAsync(QuotingHost.Dam, [QuotingHost.First, QuotingHost.Second], further: []);
        await host.IndexAsync(QuotingHost.Mayor);

        await host.SendAsync(host.Activity.Teams(Question));

        var sent = host.Connector.Deliveries[^1];
        Assert.Same(Assert.Single(host.Connector.Cards), sent);
        Assert.Empty(sent.Text);
        Assert.Equal([QuotingHost.First, QuotingHost.Second], SomeCard.Highlighted(sent.Card!));
        Assert.Equal(
            [
                $"[1] {QuotingHost.First} {QuotingHost.Second}",
                "Dam breaks above Orlen — The Valley Post, Ann Reed, 4 January 2019, version 1",
                $"[2] {QuotingHost.First} {QuotingHost.Second}",
                "Dam breaks above Orlen — The Valley Post, Ann Reed, 4 January 2019, version 1",
            ],
            SomeCard.Paragraphs(sent.Card!));
        Assert.Equal(["Show in context", "Open article", "Show in context", "Open article", "More quotes", "Brief me on Ida Brandt"], SomeCard.Titles(sent.Card!));
        ApprovedJson.Matches("answer-card-teams", sent.Activity);
    }

    [Fact]
    public async Task Card_in_Emulator_is_attached_to_the_answer_and_its_buttons_submit()
    {
        await using var host = await QuotingHost.StartAsync(QuotingHost.Dam, [QuotingHost.First], further: []);

        var message = Assert.Single(await host.SendAsync(host.Activity.Emulator(Question)));

        Assert.Contains(QuotingHost.First, message.Text);
        Assert.Equal(["Action.Submit", "Action.OpenUrl", "Action.Submit"], SomeCard.Actions(message.Card!).Select(action => (string?)action["type"]));
        Assert.Equal("context", (string?)SomeCard.Action(message.Card!, "Show in context")["data"]!["verb"]);
        ApprovedJson.Matches("answer-card-emulator", message.Activity);
    }

    [Fact]
    public async Task Refusal_has_no_card_and_neither_has_a_channel_that_draws_none()
    {
        await using var host = await QuotingHost.StartAsync(QuotingHost.Dam, [QuotingHost.First]);
        await using var refusing = await BotHost.StartAsync();

        await refusing.SendAsync(refusing.Activity.Teams(Question));
        await host.SendAsync(SomeActivity.With(host.Activity.Emulator(Question), "channelId", "sms"));

        Assert.Empty(refusing.Connector.Cards);
        Assert.Empty(host.Connector.Cards);
        Assert.Single(host.Connector.Messages);
    }

    [Fact]
    public async Task Article_is_opened_on_our_own_page_where_it_has_a_public_address_and_nowhere_where_it_has_none()
    {
        await using var linked = await QuotingHost.StartAsync(QuotingHost.Dam, [QuotingHost.First], settings: new() { ["Bot:PublicUrl"] = "https://bot.example" });
        await using var unlinked = await QuotingHost.StartAsync(QuotingHost.Dam with { Url = null }, [QuotingHost.First]);

        await linked.SendAsync(linked.Activity.Teams(Question));
        await unlinked.SendAsync(unlinked.Activity.Teams(Question));

        var link = (string)SomeCard.Action(linked.Connector.Cards[0].Card!, "Open article")["url"]!;
        Assert.StartsWith("https://bot.example/articles?id=dam&v=1&q=", link, StringComparison.Ordinal);
        await linked.GetAsync(new Uri(link).PathAndQuery);
        Assert.Equal(["Show in context"], SomeCard.Titles(unlinked.Connector.Cards[0].Card!));
    }

    [Fact]
    public async Task Every_link_of_an_answer_leads_to_our_own_page_where_it_has_a_public_address()
    {
        await using var linked = await QuotingHost.StartAsync(QuotingHost.Dam, [QuotingHost.First], settings: new() { ["Bot:PublicUrl"] = "https://bot.example" });
        await using var refusing = await BotHost.StartAsync(
            (_, _) => Task.FromResult(Some.Refusal(RefusalReason.NotEnough, new ClosestArticle("dam", 1, QuotingHost.Dam.Title, QuotingHost.Dam.Url))), new() { ["Bot:PublicUrl"] = "https://bot.example" });
        await refusing.SaveAsync(QuotingHost.Dam);

        await linked.SendAsync(linked.Activity.Teams(Question));
        await linked.SendAsync(linked.Activity.Emulator(Question));
        await refusing.SendAsync(refusing.Activity.Teams(Question));

        var cited = (string)linked.Connector.Messages[0].Activity["entities"]!.AsArray().Single(entity => (string?)entity!["type"] == "https://schema.org/Message")!["citation"]![0]!["appearance"]!["url"]!;
        var listed = LinkIn(linked.Connector.Messages[1].Text);
        var closest = LinkIn(refusing.Connector.Messages[0].Text);
        Assert.All([cited, listed], link => Assert.StartsWith("https://bot.example/articles?id=dam&v=1&q=", link, StringComparison.Ordinal));
        Assert.StartsWith("https://bot.example/articles?id=dam&v=1&e=", closest, StringComparison.Ordinal);
        await linked.GetAsync(new Uri(cited).PathAndQuery);
        await linked.GetAsync(new Uri(listed).PathAndQuery);
        await refusing.GetAsync(new Uri(closest).PathAndQuery);

        static string LinkIn(string markdown) => Regex.Match(markdown, @"\]\((?<link>[^)]+)\)").Groups["link"].Value;
    }

    [Fact]
    public async Task Name_that_the_articles_tell_more_of_is_suggested_and_pressed_is_asked_as_if_it_were_typed()
    {
        await using var host = await QuotingHost.StartAsync(QuotingHost.Dam, [QuotingHost.First]);
        await host.IndexAsync(QuotingHost.Mayor);

        await host.SendAsync(host.Activity.Teams(Question));
        await host.SendAsync(host.Activity.TeamsChannel($"<at>Briefing</at> {Question}"));

        var typed = SomeCard.Action(host.Connector.Cards[0].Card!, "Brief me on Ida Brandt");
        Assert.Equal("imBack", (string?)typed["data"]!["msteams"]!["type"]);
        Assert.Equal("Brief me on Ida Brandt", (string?)typed["data"]!["msteams"]!["value"]);
        Assert.Equal(1, SomeCard.Titles(host.Connector.Cards[0].Card!).Count(title => title.StartsWith("Brief me", StringComparison.Ordinal)));
        Assert.Null(SomeCard.Action(host.Connector.Cards[1].Card!, "Brief me on Ida Brandt")["data"]!["msteams"]);

        await host.SendAsync(host.Activity.Emulator(Question));
        var messages = await host.SubmitAsync(SomeCard.Action(host.Connector.Cards[^1].Card!, "Brief me on Ida Brandt")["data"]!);
        Assert.Contains("was elected mayor in 2021", messages[^1].Text);
    }

    [Fact]
    public async Task Nothing_is_suggested_of_what_the_asker_may_not_read()
    {
        await using var host = await QuotingHost.StartAsync(QuotingHost.Dam, [QuotingHost.First]);
        await host.IndexAsync(QuotingHost.Mayor with { Groups = ["board"] });

        await host.SendAsync(host.Activity.Teams(Question));

        Assert.DoesNotContain(SomeCard.Titles(host.Connector.Cards[0].Card!), title => title.StartsWith("Brief me", StringComparison.Ordinal));
    }

    [Fact]
    public void Answer_that_could_not_be_kept_has_a_card_whose_buttons_need_nothing_that_was_kept()
    {
        var quote = Some.Quote(QuotingHost.Dam, QuotingHost.First);
        var buttons = new CardButtons(AnswerId: null, ChannelAbilities.Of(new Activity { ChannelId = "msteams" }), Address: null);

        var card = JsonNode.Parse(AnswerCard.Of([new(1, quote)], buttons, hasFurther: true, ["Ida Brandt"]).ToString())!;

        Assert.Equal(["Open article", "Brief me on Ida Brandt"], SomeCard.Titles(card));
        Assert.Equal([QuotingHost.First], SomeCard.Highlighted(card));
    }

    [Fact]
    public async Task Many_long_quotes_have_a_card_that_Teams_takes_and_that_repeats_three_of_them()
    {
        var sentences = Enumerable.Range(1, 25).Select(number => $"Witness {number} said {string.Join(' ', Enumerable.Repeat($"word{number}", 50))}.").ToArray();
        await using var host = await QuotingHost.StartAsync(QuotingHost.Dam with { Text = string.Join(' ', sentences) }, sentences);

        await host.SendAsync(host.Activity.Teams(Question));

        var card = Assert.Single(host.Connector.Cards).Card!;
        Assert.Equal(sentences[..3], SomeCard.Highlighted(card));
        Assert.InRange(card["body"]!.AsArray().Count, 6, 25);
        Assert.Matches("^\\[4\\] Witness 4 said word4 [word4 ]*…$", SomeCard.Paragraphs(card)[6]);
        Assert.StartsWith("Dam breaks above Orlen", SomeCard.Paragraphs(card)[7]);
    }

    [Fact]
    public async Task Words_that_a_card_would_take_for_a_function_stay_the_articles_own()
    {
        const string dated = "The note read {{DATE(2026-01-02T03:04:05Z, SHORT)}} and nothing else.";
        await using var host = await QuotingHost.StartAsync(QuotingHost.Dam with { Text = dated }, [dated]);

        await host.SendAsync(host.Activity.Teams(Question));

        var card = host.Connector.Cards[0].Card!;
        Assert.Equal(dated, string.Concat(SomeCard.Highlighted(card)));
        Assert.DoesNotContain("{{", card.ToJsonString());
    }
}
