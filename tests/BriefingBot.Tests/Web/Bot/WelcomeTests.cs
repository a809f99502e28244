using System.Text.Json.Nodes;
using BriefingBot.Tests.Support;

namespace BriefingBot.Tests.Web;

public sealed class WelcomeTests
{
    [Fact]
    public async Task Emulators_two_announcements_are_welcomed_once()
    {
        await using var host = await BotHost.StartAsync();

        await host.SendAsync(host.Activity.EmulatorMemberAdded(bot: true));
        var messages = await host.SendAsync(host.Activity.EmulatorMemberAdded(bot: false));

        Assert.Contains("word-for-word quotes", Assert.Single(messages).Text);
    }

    [Fact]
    public async Task Welcome_without_samples_offers_no_question_that_could_be_pressed()
    {
        await using var host = await BotHost.StartAsync();

        var welcome = Assert.Single(await host.SendAsync(host.Activity.EmulatorMemberAdded(bot: true)));

        Assert.Contains("Ask in a full sentence, for example:", welcome.Text);
        Assert.Null(welcome.Activity["suggestedActions"]);
    }

    [Fact]
    public async Task Personal_chat_in_Teams_is_welcomed_when_the_bot_alone_is_announced()
    {
        await using var host = await BotHost.StartAsync();

        Assert.Single(await host.SendAsync(host.Activity.TeamsBotAdded()));
    }

    [Fact]
    public async Task Each_conversation_has_its_own_welcome()
    {
        await using var host = await BotHost.StartAsync();
        var other = host.Activity.TeamsBotAdded();
        other["conversation"]!["id"] = "a:personal-2";

        await host.SendAsync(host.Activity.TeamsBotAdded());

        Assert.Equal(2, (await host.SendAsync(other)).Count);
    }

    [Fact]
    public async Task Person_who_joins_a_channel_is_not_welcomed_in_front_of_everybody()
    {
        await using var host = await BotHost.StartAsync();

        Assert.Empty(await host.SendAsync(host.Activity.TeamsUserJoinsChannel()));
    }

    [Fact]
    public async Task Bot_that_joins_a_channel_introduces_itself()
    {
        await using var host = await BotHost.StartAsync();
        var joins = host.Activity.TeamsUserJoinsChannel();
        joins["membersAdded"] = new JsonArray(joins["recipient"]!.DeepClone());

        Assert.EndsWith("In a channel or a group chat, mention me and ask in the same message.", Assert.Single(await host.SendAsync(joins)).Said);
    }

    [Theory]
    [InlineData("membersRemoved", "[{\"id\":\"29:user-1\"}]")]
    [InlineData("membersAdded", "[]")]
    [InlineData("membersAdded", "[null]")]
    [InlineData("topicName", "\"News\"")]
    public async Task Other_changes_of_a_conversation_are_not_welcomed(string member, string value)
    {
        await using var host = await BotHost.StartAsync();
        var update = host.Activity.TeamsBotAdded();
        update.Remove("membersAdded");

        Assert.Empty(await host.SendAsync(SomeActivity.With(update, member, JsonNode.Parse(value))));
    }
}
