using System.Globalization;
using System.Text.Json.Nodes;
using BriefingBot.Answering;
using BriefingBot.Articles;
using BriefingBot.Tests.Support;

namespace BriefingBot.Tests.Web;

public sealed class AnsweringBotTests
{
    [Fact]
    public async Task Question_from_Teams_is_answered_with_quotes_in_Markdown()
    {
        await using var host = await BotHost.StartAsync((question, _) => Task.FromResult(BotHost.Quote(question, "The party won nineteen seats.")));

        var messages = await host.SendAsync(host.Activity.Teams("Who won?"));

        var answer = Assert.Single(messages);
        Assert.Contains("The party won nineteen seats.", answer.Text);
        Assert.Equal("markdown", answer.TextFormat);
        Assert.Equal(new Question("Who won?", Asker.Unknown), Assert.Single(host.Asked));
    }

    [Fact]
    public async Task Question_from_Emulator_is_answered()
    {
        await using var host = await BotHost.StartAsync((question, _) => Task.FromResult(BotHost.Quote(question, "The party won nineteen seats.")));

        var messages = await host.SendAsync(host.Activity.Emulator("Who won?"));

        Assert.Contains("nineteen seats", Assert.Single(messages).Text);
    }

    [Theory]
    [InlineData("2026-11-25T00:30:00.123+01:00", "2026-11-25")]
    [InlineData("2026-11-24T13:30:00.123-10:00", "2026-11-24")]
    [InlineData("2026-11-20T13:30:00.123-10:00", null)]
    [InlineData("0001-01-01T00:00:00", null)]
    [InlineData(null, null)]
    public async Task Day_of_asking_is_the_one_where_the_person_is(string? local, string? asked)
    {
        await using var host = await BotHost.StartAsync();
        host.Time.SetUtcNow(new(2026, 11, 24, 23, 30, 0, TimeSpan.Zero));

        await host.SendAsync(SomeActivity.With(host.Activity.Teams("Who won today?"), "localTimestamp", local));

        Assert.Equal(asked, Assert.Single(host.Asked).Asked?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task Reply_goes_to_the_activity_that_asked()
    {
        await using var host = await BotHost.StartAsync();
        var activity = host.Activity.Teams("Who won?");

        var reply = Assert.Single(await host.SendAsync(activity));

        Assert.Equal((string?)activity["id"], (string?)reply.Activity["replyToId"]);
        Assert.Equal("29:user-1", (string?)reply.Activity["recipient"]!["id"]);
        Assert.StartsWith("/v3/conversations/a:personal-1/activities/", reply.Path.Replace("%3A", ":"));
    }

    [Fact]
    public async Task Refusal_is_said_in_its_words()
    {
        await using var host = await BotHost.StartAsync();

        var messages = await host.SendAsync(host.Activity.Teams("Who won?"));

        Assert.Contains(AnswerWords.For(RefusalReason.NothingFound)[..20], Assert.Single(messages).Text);
    }

    [Fact]
    public async Task Typing_is_shown_while_the_answer_is_looked_for()
    {
        var answer = new TaskCompletionSource<VerifiedAnswer>();
        await using var host = await BotHost.StartAsync((_, _) => answer.Task);

        var turn = host.SendAsync(host.Activity.Teams("Who won?"));
        await host.Connector.UntilAsync(() => host.Connector.Deliveries.Count == 1 && !host.Asked.IsEmpty);

        Assert.Equal("typing", host.Connector.Deliveries[0].Type);
        answer.SetResult(BotHost.Refuse(host.Asked.Single()));
        Assert.Single(await turn);
    }

    [Theory]
    [InlineData("help")]
    [InlineData("  HELP ")]
    [InlineData("/Help")]
    [InlineData("?")]
    public async Task Help_says_how_to_ask(string text)
    {
        await using var host = await BotHost.StartAsync();

        var messages = await host.SendAsync(host.Activity.Teams(text));

        Assert.Contains("word for word", Assert.Single(messages).Text);
        Assert.Empty(host.Asked);
    }

    [Theory]
    [InlineData("hi", "Hello!")]
    [InlineData("Hello!", "Hello!")]
    [InlineData("Thanks.", "You are welcome.")]
    [InlineData("thank you", "You are welcome.")]
    [InlineData("Good morning, everyone! ☀️", "Hello!")]
    [InlineData("Hey there 👋", "Hello!")]
    [InlineData("thanks a lot", "You are welcome.")]
    [InlineData("great, thank you so much!! 🙏", "You are welcome.")]
    [InlineData("Thanks for your help", "You are welcome.")]
    [InlineData("yes please", "You are welcome.")]
    [InlineData("ok great", "You are welcome.")]
    [InlineData("very good", "You are welcome.")]
    [InlineData("That’s really helpful…", "You are welcome.")]
    [InlineData("No, thanks. Stop!", "You are welcome.")]
    [InlineData("see you tomorrow", "You are welcome.")]
    [InlineData("Bye, have a nice weekend", "You are welcome.")]
    public async Task Small_talk_is_answered_kindly_and_not_looked_for(string text, string reply)
    {
        await using var host = await BotHost.StartAsync();

        Assert.StartsWith(reply, Assert.Single(await host.SendAsync(host.Activity.Teams(text))).Text);
        Assert.Empty(host.Asked);
    }

    [Theory]
    [InlineData("Hello! Who won?")]
    [InlineData("Great Barrier Reef")]
    [InlineData("good governance")]
    [InlineData("see you in court")]
    [InlineData("yes, why?")]
    [InlineData("stop the strike")]
    public async Task Question_that_starts_like_small_talk_is_asked(string text)
    {
        await using var host = await BotHost.StartAsync();

        await host.SendAsync(host.Activity.Teams(text));

        Assert.Equal(text, Assert.Single(host.Asked).Text);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n\t ")]
    [InlineData("\u200B\uFEFF")]
    [InlineData("&nbsp;")]
    public async Task Empty_message_is_answered_with_how_to_ask(string text)
    {
        await using var host = await BotHost.StartAsync();

        var messages = await host.SendAsync(host.Activity.Teams(text));

        Assert.StartsWith("Your message had no text", Assert.Single(messages).Text);
        Assert.Empty(host.Asked);
    }

    [Fact]
    public async Task Attachment_without_text_is_answered_kindly()
    {
        await using var host = await BotHost.StartAsync();
        var activity = host.Activity.Teams(null);
        activity["attachments"] = JsonNode.Parse("""[{"contentType":"image/png","contentUrl":"https://example.org/a.png","name":"a.png"}]""");

        var messages = await host.SendAsync(activity);

        Assert.Contains("attachment without text", Assert.Single(messages).Text);
    }

    [Fact]
    public async Task Question_over_the_limit_is_told_its_length_and_the_limit()
    {
        await using var host = await BotHost.StartAsync();

        var messages = await host.SendAsync(host.Activity.Teams(new string('a', Question.MaxLength + 1)));

        var text = Assert.Single(messages).Text;
        Assert.Contains("4,001", text);
        Assert.Contains("4,000", text);
        Assert.Empty(host.Asked);
    }

    [Fact]
    public async Task Question_at_the_limit_is_asked()
    {
        await using var host = await BotHost.StartAsync();

        await host.SendAsync(host.Activity.Teams(new string('a', Question.MaxLength)));

        Assert.Equal(Question.MaxLength, Assert.Single(host.Asked).Text.Length);
    }

    [Fact]
    public async Task Message_from_the_bot_itself_is_ignored()
    {
        await using var host = await BotHost.StartAsync();
        var echoed = host.Activity.Teams("Who won?");
        echoed["from"] = echoed["recipient"]!.DeepClone();
        var fromRole = host.Activity.Emulator("Who won?");
        fromRole["from"]!["role"] = "bot";

        await host.SendAsync(echoed);
        await host.SendAsync(fromRole);

        Assert.Equal(0, host.Connector.Requests);
        Assert.Empty(host.Asked);
    }

    [Theory]
    [InlineData("messageReaction")]
    [InlineData("typing")]
    [InlineData("event")]
    [InlineData("endOfConversation")]
    [InlineData("installationUpdate")]
    [InlineData("somethingNew")]
    public async Task Other_activities_are_taken_and_ignored(string type)
    {
        await using var host = await BotHost.StartAsync();

        await host.SendAsync(SomeActivity.With(host.Activity.Teams("Who won?"), "type", type));

        Assert.Equal(0, host.Connector.Requests);
    }

    [Fact]
    public async Task Senders_locale_does_not_change_how_words_are_compared()
    {
        CultureInfo? culture = null;
        await using var host = await BotHost.StartAsync((question, _) =>
        {
            culture = CultureInfo.CurrentCulture;
            return Task.FromResult(BotHost.Refuse(question));
        });

        await host.SendAsync(SomeActivity.With(host.Activity.Teams("Who won?"), "locale", "tr-TR"));

        Assert.Equal(CultureInfo.InvariantCulture, culture);
    }

    [Theory]
    [InlineData("recipient", "null")]
    [InlineData("from", "null")]
    [InlineData("channelId", "null")]
    [InlineData("id", "null")]
    [InlineData("entities", "[null, {}, {\"type\":\"mention\"}, {\"type\":\"mention\",\"mentioned\":5}, {\"type\":\"mention\",\"mentioned\":{\"id\":{}}}]")]
    [InlineData("attachments", "[null]")]
    [InlineData("locale", "\"no such locale!\"")]
    [InlineData("channelData", "\"text\"")]
    public async Task Member_that_is_missing_or_odd_does_not_keep_a_question_from_its_answer(string member, string value)
    {
        await using var host = await BotHost.StartAsync();

        var messages = await host.SendAsync(SomeActivity.With(host.Activity.Teams("Who won?"), member, JsonNode.Parse(value)));

        Assert.Single(messages);
        Assert.Equal("Who won?", Assert.Single(host.Asked).Text);
    }
}
