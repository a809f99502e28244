using System.Text.Json.Nodes;
using BriefingBot.Answering;
using BriefingBot.Tests.Support;
using BriefingBot.Web.Access;
using BriefingBot.Web.Bot;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace BriefingBot.Tests.Web;

/// <summary>A conversation with somebody whose client says <c>de-DE</c>: all of it in German, but the articles' own words.</summary>
public sealed class GermanConversationTests
{
    private const string Question = "How many people left?";

    [Fact]
    public async Task Answer_has_the_quotes_as_they_are_in_English_and_everything_around_them_in_German()
    {
        await using var host = await QuotingHost.StartAsync(QuotingHost.Dam, [QuotingHost.First, QuotingHost.Second], further: []);
        await host.IndexAsync(QuotingHost.Mayor);

        var english = (await host.SendAsync(host.Activity.Teams(Question)))[^1].Text;
        var german = (await host.SendAsync(German(host.Activity.Teams(Question))))[^1].Text;

        Assert.Equal(Quotes(english), Quotes(german));
        var (before, card) = (host.Connector.Cards[0].Card!, host.Connector.Cards[1].Card!);
        Assert.Equal(SomeCard.Highlighted(before), SomeCard.Highlighted(card));
        Assert.Equal("Dam breaks above Orlen — The Valley Post, Ann Reed, 4. Januar 2019, Version 1", SomeCard.Paragraphs(card)[1]);
        Assert.Equal(["Im Zusammenhang zeigen", "Artikel öffnen", "Im Zusammenhang zeigen", "Artikel öffnen", "Weitere Zitate", "Briefing zu Ida Brandt"], SomeCard.Titles(card));
        Assert.Equal("2 Zitate aus 1 Artikel.", (string?)card["fallbackText"]);

        var response = await host.PressAsync(SomeCard.Action(card, "Im Zusammenhang zeigen"), change: activity => German(activity));
        Assert.Equal("Zitat 1 in seinem Artikel", SomeCard.Paragraphs(SomeCard.CardOf(response))[0]);
        Assert.Equal(["Zurück", "Artikel öffnen"], SomeCard.Titles(SomeCard.CardOf(response)));
        response = await host.PressAsync(SomeCard.Action(card, "Weitere Zitate"), change: activity => German(activity));
        Assert.Equal("Zu dieser Frage gibt es keine weiteren Zitate, die ich zeigen kann.", SomeCard.SentenceOf(response));
    }

    [Fact]
    public async Task Sources_below_an_answer_have_German_days()
    {
        await using var host = await QuotingHost.StartAsync(QuotingHost.Dam, [QuotingHost.First]);

        var german = Assert.Single(await host.SendAsync(German(host.Activity.Emulator(Question)))).Text;

        Assert.Contains("The Valley Post, Ann Reed, 4. Januar 2019", german);
    }

    [Fact]
    public async Task Watch_is_made_told_listed_and_ended_in_German()
    {
        await using var host = await WatchHost.StartAsync();

        Assert.Equal(
            "Ich melde Ihnen jeden Tag um 19:30 (Europe/Berlin), was neue Artikel zu „the museum in Teln“ berichten, wenn es welche gibt. Um das zu beenden, schreiben Sie „beobachte nicht mehr 1“.",
            await host.SayAsync(InBerlin(host.Activity.Teams("Beobachte the museum in Teln täglich um 19.30 Uhr"))));
        Assert.StartsWith("Ab jetzt achte ich auf Neues zu „the flood in Orlen“: ", await host.SayAsync(German(host.Activity.Teams("beobachte the flood in Orlen"))), StringComparison.Ordinal);
        Assert.Contains("- 2: **the flood in Orlen**, sofort", await host.SayAsync(German(host.Activity.Teams("Beobachtungen"))));
        await host.IndexAsync(WatchHost.Flood);
        await host.RoundAsync();

        var news = Assert.Single(host.Connector.Messages, message => message.Said.StartsWith("Neu zu **the flood in Orlen**:\n\n", StringComparison.Ordinal));
        Assert.Contains($"> “{WatchHost.Lead}” [1]", news.Text);
        Assert.EndsWith("Um das zu beenden, schreiben Sie „beobachte nicht mehr 2“.", news.Text, StringComparison.Ordinal);
        Assert.Contains("Nicht mehr beobachten", SomeCard.Titles(host.Connector.Cards[^1].Card!));
        Assert.Equal("Auf Neues zu „the flood in Orlen“ achte ich nicht mehr.", await host.SayAsync(German(host.Activity.Teams("Beobachte the flood in Orlen nicht mehr"))));
        Assert.Equal("Auf Neues zu „the museum in Teln“ achte ich nicht mehr.", await host.SayAsync(German(host.Activity.Teams("Beobachte nicht mehr 1"))));

        static JsonObject InBerlin(JsonObject activity)
        {
            German(activity)["localTimezone"] = "Europe/Berlin";
            return activity;
        }
    }

    [Theory]
    [InlineData("beobachte die Flut in Orlen", true)]
    [InlineData("beobachte das Hochwasser an der Orle täglich", true)]
    [InlineData("beobachte the flood in Orlen", false)]
    [InlineData("beobachte Angela Merkel", false)]
    public async Task Watch_for_a_German_topic_begins_and_says_that_articles_are_in_English(string text, bool isTold)
    {
        await using var host = await WatchHost.StartAsync();

        var said = await host.SayAsync(German(host.Activity.Teams(text)));

        Assert.Equal(isTold, said.EndsWith("“. Die Artikel sind in der Regel auf Englisch: Mit einem englischen Thema finde ich mehr.", StringComparison.Ordinal));
        Assert.Single(await host.WatchesAsync());
    }

    [Theory]
    [InlineData("msteams", "Brief me on Ida Brandt")]
    [InlineData("playground", "Briefing zu Ida Brandt")]
    public async Task Suggestion_is_understood_whichever_of_its_texts_a_client_sends(string client, string sent)
    {
        await using var host = await QuotingHost.StartAsync(QuotingHost.Dam, [QuotingHost.First]);
        await host.IndexAsync(QuotingHost.Mayor);
        await host.SendAsync(German(host.Activity.Teams(Question)));

        var button = SomeCard.Action(host.Connector.Cards[0].Card!, "Briefing zu Ida Brandt");
        Assert.Equal(sent, (string?)(client == "playground" ? button["title"] : button["data"]!["msteams"]!["value"]));
        var briefing = (await host.SendAsync(German(host.Activity.Teams(sent))))[^1].Text;

        Assert.Contains("was elected mayor in 2021", briefing);
        Assert.StartsWith("**Ohne Datum**", briefing, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Who?", "Ich habe dazu in den Artikeln nichts gefunden. ")]
    [InlineData("Who?", "\n\nAm nächsten kommen diese Artikel, ohne eine Antwort zu geben:\n")]
    [InlineData("Wie viele Menschen mussten fliehen?", "Bitte fragen Sie auf Englisch.\n\nAm nächsten kommen diese Artikel, ohne eine Antwort zu geben:\n")]
    [InlineData("Briefing zum Streik im Hafen", "Es gibt noch keine Artikel, aus denen ich antworten kann.")]
    [InlineData("danke", "Gern geschehen. ")]
    [InlineData("Guten Tag!", "Guten Tag! Ich beantworte Fragen zu den Artikeln")]
    [InlineData("feedback", "Sagen Sie mir, was Sie von meiner letzten Antwort halten: ")]
    [InlineData("feedback good", "Ich kenne hier keine Antwort, um die es gehen könnte; ")]
    [InlineData("neues Thema", "Ein neues Thema: Ich habe vergessen, was Sie vorher gefragt haben. ")]
    [InlineData("vergiss mich", "Ich habe Sie vergessen: ")]
    [InlineData("Quellen", "Ich habe noch keine Artikel, die Sie lesen dürfen.")]
    [InlineData("/hilfee", "/hilfee kenne ich nicht. Meinten Sie „hilfe“?")]
    [InlineData("/sourcs", "/sourcs kenne ich nicht. Meinten Sie „quellen“?")]
    [InlineData("quelen", "Zu „quelen“ habe ich nichts gefunden. Meinten Sie „quellen“?")]
    public async Task Replies_are_German(string text, string said)
    {
        await using var host = await BotHost.StartAsync();

        Assert.Contains(said, Assert.Single(await host.SendAsync(German(host.Activity.Teams(text)))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Question_that_is_too_long_is_told_both_numbers_as_Germans_write_them()
    {
        await using var host = await BotHost.StartAsync();

        var said = Assert.Single(await host.SendAsync(German(host.Activity.Teams(new string('x', 4_321))))).Text;

        Assert.StartsWith("Ihre Frage hat 4.321 Zeichen, und mehr als 4.000 kann ich nicht annehmen.", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fault_is_apologised_for_in_German_and_logged_in_English()
    {
        await using var host = await BotHost.StartAsync((_, _) => throw new InvalidDataException("broken"));

        var apology = Assert.Single(await host.SendAsync(German(host.Activity.Teams("Who won?")))).Text;

        Assert.StartsWith("Es tut mir leid: Bei mir ist etwas schiefgegangen", apology, StringComparison.Ordinal);
        Assert.Single(host.Log, line => line.Contains($"A message activity failed, reference {apology[^9..^1]}: broken"));
    }

    [Fact]
    public async Task Feedback_is_thanked_for_in_German()
    {
        await using var host = await SomeFeedback.StartAsync();
        await host.SendAsync(German(host.Activity.Teams("Who won?")));

        Assert.StartsWith("Danke. Ich habe notiert, ", (await host.SendAsync(German(host.Activity.Teams("feedback hilfreich"))))[^1].Text, StringComparison.Ordinal);
        Assert.Equal("Like", Assert.Single(await SomeFeedback.KeptAsync(host)).Reaction.ToString());
    }

    [Fact]
    public async Task What_is_being_done_and_that_time_is_over_is_told_in_German()
    {
        await using var host = await BotHost.StartAsync((_, cancellation) => new TaskCompletionSource<VerifiedAnswer>().Task.WaitAsync(cancellation), new() { ["Bot:AnswerTimeoutSeconds"] = "7" });

        var turn = host.SendAsync(German(host.Activity.Teams("Who won?")));
        await host.Connector.UntilAsync(() => !host.Asked.IsEmpty);
        var last = Assert.Single(await host.PassTimeUntilAsync(turn, step: 0.5));

        Assert.Contains(host.Connector.Deliveries, delivery => delivery is { Type: "typing", Text: "Ich durchsuche die Artikel" });
        Assert.StartsWith("Es tut mir leid: Ich habe innerhalb von 7 Sekunden keine Antwort gefunden.", last.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Search_in_the_compose_box_says_in_German_what_to_type()
    {
        await using var host = await BotHost.StartAsync();

        using var response = await host.PostAsync(German(host.Activity.TeamsInvoke("composeExtension/query")));

        var body = JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
        Assert.Equal("Schreiben Sie, worum es im Zitat gehen soll.", (string?)body["composeExtension"]!["text"]);
    }

    [Fact]
    public async Task Who_may_not_use_the_bot_is_told_so_in_German()
    {
        await using var host = await BotHost.StartAsync(services: services => services.AddSingleton(new AllowedTenants(
            Options.Create<BriefingBot.Configuration.AppRegistration>(new()), Options.Create<AccessOptions>(new() { AllowedTenants = "33333333-3333-3333-3333-333333333333" }))));

        Assert.StartsWith("Sie sind für diesen Bot nicht freigeschaltet.", Assert.Single(await host.SendAsync(German(host.Activity.Teams("Who?")))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_lists_German_commands_that_are_all_taken()
    {
        await using var host = await BotHost.StartAsync();

        var help = Assert.Single(await host.SendAsync(German(host.Activity.Teams("Hilfe")))).Text;

        var listed = help.Split('\n').Where(line => line.StartsWith("- **", StringComparison.Ordinal)).Select(line => line[4..line.IndexOf("** ", StringComparison.Ordinal)]).ToArray();
        Assert.Equal(["quellen", "neues", "briefing zu election", "woher stammt das? „…“", "beobachte the flood", "beobachtungen", "beobachte nicht mehr the flood", "neues thema", "feedback", "vergiss mich", "hilfe"], listed);
        foreach (var command in listed)
        {
            var reply = (await host.SendAsync(German(host.Activity.Teams(command.Replace("…", "The party won nineteen seats", StringComparison.Ordinal)))))[^1].Text;
            Assert.NotEmpty(reply);
        }

        Assert.Empty(host.Asked);
        Assert.Contains("in der Sprache der Artikel, in der Regel auf Englisch", help);
    }

    [Theory]
    [InlineData("was gibt es Neues zu dam?")]
    [InlineData("neues zu dam")]
    [InlineData("Briefing über dam in 5 Zitaten, bitte")]
    [InlineData("Woher stammt dieses Zitat: The railway to Teln stays closed until Monday.")]
    [InlineData("„The railway to Teln stays closed until Monday.“ Woher ist das?")]
    public async Task German_wishes_reach_the_articles(string text)
    {
        await using var host = await BotHost.StartAsync();
        await host.IndexAsync(QuotingHost.Dam);

        var reply = (await host.SendAsync(German(host.Activity.Teams(text))))[^1];

        Assert.Contains("> “", reply.Text, StringComparison.Ordinal);
        Assert.Empty(host.Asked);
    }

    [Theory]
    [InlineData("en-US", "January 4, 2019")]
    [InlineData("en-GB", "4 January 2019")]
    [InlineData("fr-FR", "4 January 2019")]
    [InlineData("x y", "4 January 2019")]
    [InlineData(null, "4 January 2019")]
    public async Task Other_locales_read_English_with_the_days_of_their_region(string? locale, string day)
    {
        await using var host = await QuotingHost.StartAsync(QuotingHost.Dam, [QuotingHost.First]);

        Assert.Contains($"The Valley Post, Ann Reed, {day}", Assert.Single(await host.SendAsync(SomeActivity.With(host.Activity.Emulator(Question), "locale", locale))).Text);
    }

    [Fact]
    public async Task Locale_of_the_client_does_where_the_activity_has_none()
    {
        await using var host = await BotHost.StartAsync();
        var activity = host.Activity.Teams("danke");
        activity.Remove("locale");
        activity["entities"]![0]!["locale"] = "de-AT";

        Assert.StartsWith("Gern geschehen.", Assert.Single(await host.SendAsync(activity)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Conversation_that_is_continued_later_speaks_the_language_that_it_was_left_in()
    {
        await using var host = await BotHost.StartAsync();
        var reference = new ConversationReference
        {
            Bot = new("28:bot-1"),
            User = new("29:user-1"),
            ChannelId = "msteams",
            ServiceUrl = host.Connector.Url,
            Conversation = new(id: "a:personal-1"),
            Locale = "de-DE",
        };

        await host.Get<BriefingAdapter>().ContinueConversationAsync(
            Guid.Empty.ToString(), reference, (turn, cancellation) => turn.SendActivityAsync(BotWords.Say(AnswerWords.Disagreement), cancellation), TestContext.Current.CancellationToken);

        Assert.Equal("Die Artikel widersprechen sich:", Assert.Single(host.Connector.Messages).Text);
    }

    internal static JsonObject German(JsonObject activity) => SomeActivity.With(activity, "locale", "de-DE");

    private static IEnumerable<string> Quotes(string markdown) => markdown.Split('\n').Where(line => line.StartsWith("> ", StringComparison.Ordinal));
}
