using System.Text.Encodings.Web;
using System.Text.Json.Nodes;
using BriefingBot.Configuration;
using BriefingBot.Tests.Support;
using BriefingBot.Web.Access;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace BriefingBot.Tests.Web;

/// <summary>Channels and group chats, where people talk to each other.</summary>
public sealed class GroupTests
{
    [Theory]
    [InlineData("channel")]
    [InlineData("groupChat")]
    public async Task Message_that_mentions_nobody_or_somebody_else_gets_no_reply_at_all(string scope)
    {
        await using var host = await SomeFeedback.StartAsync();
        var unmentioned = host.Activity.TeamsChannel("Who won?", scope: scope);
        unmentioned["entities"] = new JsonArray();
        var ofOther = host.Activity.TeamsChannel("<at>Bob</at> who won?", written: "<at>Bob</at>", scope: scope, name: "Bob");
        ofOther["entities"]![1]!["mentioned"]!["id"] = "29:bob";
        var named = host.Activity.TeamsChannel("help, Briefing", scope: scope);
        named["entities"] = null;
        named["conversation"]!.AsObject().Remove("isGroup");

        foreach (var message in new[] { unmentioned, ofOther, named })
        {
            await host.SendAsync(message);
            await host.SendAsync(SomeActivity.With(SomeActivity.With(message.DeepClone().AsObject(), "type", "messageUpdate"), "id", "edited"));
        }

        Assert.Equal(0, host.Connector.Requests);
        Assert.Empty(host.Asked);
    }

    [Fact]
    public async Task Somebody_who_may_not_use_the_bot_is_told_so_only_when_they_mention_it()
    {
        await using var host = await BotHost.StartAsync(services: services => services.AddSingleton(new AllowedTenants(
            Options.Create<AppRegistration>(new()), Options.Create<AccessOptions>(new() { AllowedTenants = "33333333-3333-3333-3333-333333333333" }))));
        var unmentioned = host.Activity.TeamsChannel("Who won?");
        unmentioned["entities"] = new JsonArray();

        Assert.Empty(await host.SendAsync(unmentioned));
        Assert.Single(await host.SendAsync(host.Activity.TeamsChannel("<at>Briefing</at> Who won?")));
        Assert.Empty(host.Asked);
    }

    [Theory]
    [InlineData("<at>Briefing</at> Who won?", "<at>Briefing</at>")]
    [InlineData("<at>Briefing</at>&nbsp;Who won?", "<at>Briefing</at>")]
    [InlineData("Who won? <at>Briefing</at>", "<at>Briefing</at>")]
    [InlineData("<at id=\"0\">Briefing</at> Who won?", "<at id=\"0\">Briefing</at>")]
    [InlineData("@Briefing Who won?", "@Briefing")]
    public async Task Answer_goes_into_the_thread_and_begins_with_a_mention_of_whoever_asked(string text, string written)
    {
        await using var host = await SomeFeedback.StartAsync();

        var reply = Assert.Single(await host.SendAsync(host.Activity.TeamsChannel(text, written)));

        Assert.Equal("Who won?", Assert.Single(host.Asked).Text);
        Assert.Contains("19:general@thread.tacv2;messageid=1", Uri.UnescapeDataString(reply.Path));
        Assert.Equal("19:general@thread.tacv2;messageid=1", (string?)reply.Activity["conversation"]!["id"]);
        Assert.StartsWith("<at>Alex Example</at>\n\n> ", reply.Text);
        var mention = Assert.Single(reply.Activity["entities"]!.AsArray(), entity => (string?)entity!["type"] == "mention")!;
        Assert.Equal("""{"mentioned":{"id":"29:user-1","name":"Alex Example"},"text":"<at>Alex Example</at>"}""", Without(mention, "type"));
    }

    [Fact]
    public async Task Plain_reply_in_a_group_is_seen_as_it_was_meant()
    {
        await using var host = await SomeFeedback.StartAsync();
        var empty = host.Activity.TeamsChannel("<at>Briefing</at> Thanks!");
        empty["from"]!["name"] = "<b>A & B</b>";

        var reply = Assert.Single(await host.SendAsync(empty));

        Assert.Equal("markdown", reply.TextFormat);
        Assert.StartsWith("<at>&lt;b&gt;A &amp; B&lt;/b&gt;</at>\n\nYou are welcome.", reply.Text);
    }

    [Fact]
    public async Task Personal_chat_and_a_person_without_a_name_are_mentioned_nowhere()
    {
        await using var host = await SomeFeedback.StartAsync();
        var nameless = host.Activity.TeamsChannel("<at>Briefing</at> Who won?");
        nameless["from"]!.AsObject().Remove("name");

        await host.SendAsync(host.Activity.Teams("Who won?"));
        var messages = await host.SendAsync(nameless);

        Assert.Equal(2, messages.Count);
        Assert.All(messages, message => Assert.StartsWith("> ", message.Text));
    }

    [Fact]
    public async Task Misspelt_command_in_a_group_offers_nothing_that_no_client_shows()
    {
        await using var host = await BotHost.StartAsync();

        var reply = Assert.Single(await host.SendAsync(host.Activity.TeamsChannel("<at>Briefing</at> soruces")));

        Assert.Contains("Did you mean sources?", reply.Text);
        Assert.Null(reply.Activity["suggestedActions"]);
    }

    private static string Without(JsonNode entity, string member)
    {
        var copy = entity.DeepClone().AsObject();
        copy.Remove(member);
        return copy.ToJsonString(new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    }
}
