using System.Diagnostics;
using BriefingBot.Tests.Support;
using BriefingBot.Web.Bot;
using Microsoft.Bot.Schema;
using Newtonsoft.Json;
using Activity = Microsoft.Bot.Schema.Activity;

namespace BriefingBot.Tests.Web;

public sealed class AskedTextTests
{
    [Theory]
    [InlineData("<at>Briefing</at> who won?", "<at>Briefing</at>", "who won?")]
    [InlineData("<at>Briefing</at>&nbsp;who won?\n", "<at>Briefing</at>", "who won?")]
    [InlineData("<at id=\"0\">Briefing</at> who won?", "<at>Briefing</at>", "who won?")]
    [InlineData("<AT>briefing</AT> who won?", "<at>Briefing</at>", "who won?")]
    [InlineData("<at><b>Briefing</b></at> who won?", "<at>Briefing</at>", "who won?")]
    [InlineData("<at><at>Briefing</at></at> who won?", "<at>Briefing</at>", "who won?")]
    [InlineData("<at> Briefing </at> who won?", "<at>Briefing</at>", "who won?")]
    [InlineData("who won, <at>Briefing</at>?", "<at>Briefing</at>", "who won,  ?")]
    [InlineData("<at>Briefing</at> <at>Briefing</at> who won?", "<at>Briefing</at>", "who won?")]
    [InlineData("<at>Old name</at> who won?", "<at>Briefing</at>", "who won?")]
    [InlineData("<at>R&amp;D Briefing</at> who won?", "<at>R&D Briefing</at>", "who won?")]
    [InlineData("Briefing who won the Briefing prize?", "Briefing", "who won the Briefing prize?")]
    [InlineData("<at>Briefing</at>", "<at>Briefing</at>", "")]
    public void Mention_of_the_bot_is_taken_out(string text, string written, string expected) =>
        Assert.Equal(expected, AskedText.From(InChannel(text, written)));

    [Theory]
    [InlineData("", "")]
    [InlineData("who won?", "who won?")]
    public void Place_of_a_card_that_was_put_into_the_message_is_no_text(string typed, string expected)
    {
        const string place = "\n<span class=\"inline-compose-card\" itemid=\"0\" itemtype=\"http://schema.skype.com/InputExtension\">\n  <span content=\"0\" itemprop=\"cardId\"></span>\n</span>\n";
        var activity = new Activity { Text = typed + place, Attachments = [new() { ContentType = "application/vnd.microsoft.card.adaptive" }] };

        Assert.Equal(expected, AskedText.From(activity));
        Assert.NotEqual(expected, AskedText.From(new Activity { Text = typed + place }));
    }

    [Fact]
    public void Thousands_of_mentions_and_marks_take_no_time()
    {
        var activity = InChannel(string.Concat(Enumerable.Repeat("<at>y</at>", 10_000)) + " who won?", "<at>z</at>");
        for (var i = 0; i < 2_500; i++)
        {
            activity.Entities.Add(activity.Entities[0]);
        }

        var watch = System.Diagnostics.Stopwatch.StartNew();
        Assert.EndsWith("who won?", AskedText.From(activity), StringComparison.Ordinal);
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 3);
    }

    [Theory]
    [InlineData("<at>Briefing</at> what did <at>Ann</at> say?", "what did <at>Ann</at> say?")]
    [InlineData("<at>Briefing</at> what does <at> mean?", "what does <at> mean?")]
    [InlineData("<at>Briefing</at> </at> <attic> it", "</at> <attic> it")]
    public void Other_marks_are_text(string text, string expected) =>
        Assert.Equal(expected, AskedText.From(InChannel(text, "<at>Briefing</at>")));

    [Fact]
    public void Mention_of_somebody_else_is_text_even_when_the_bots_own_is_not_found()
    {
        var activity = InChannel("<at>Ann</at> <at>Old name</at> who won?", "<at>Briefing</at>");
        activity.Entities.Add(JsonConvert.DeserializeObject<Entity>("""{"type":"mention","text":"<at>Ann</at>","mentioned":{"id":"29:ann","name":"Ann"}}"""));

        Assert.Equal("<at>Ann</at>   who won?", AskedText.From(activity));
    }

    [Fact]
    public void Without_a_recipient_nothing_is_taken_out()
    {
        var activity = InChannel("<at>Briefing</at> who won?", "<at>Briefing</at>");
        activity.Recipient = null;

        Assert.Equal("<at>Briefing</at> who won?", AskedText.From(activity));
    }

    [Fact]
    public void Hostile_marks_cost_no_more_than_their_length()
    {
        var watch = Stopwatch.StartNew();
        foreach (var text in new[] { string.Concat(Enumerable.Repeat("<at>", 50_000)), string.Concat(Enumerable.Repeat("<at>", 20_000).Concat(Enumerable.Repeat("</at>", 20_000))), "<at " + new string(' ', 200_000), string.Concat(Enumerable.Repeat("<at ", 50_000)) })
        {
            AskedText.From(InChannel(text, "<at>Briefing</at>"));
        }

        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(5));
    }

    [Theory]
    [InlineData("channel")]
    [InlineData("groupChat")]
    public async Task Mentioned_bot_answers_the_rest_of_the_message(string scope)
    {
        await using var host = await BotHost.StartAsync();

        await host.SendAsync(host.Activity.TeamsChannel("<at>Briefing</at> who won?", scope: scope));

        Assert.Equal("who won?", Assert.Single(host.Asked).Text);
    }

    [Fact]
    public async Task Mention_and_nothing_else_is_an_empty_message()
    {
        await using var host = await BotHost.StartAsync();

        var messages = await host.SendAsync(host.Activity.TeamsChannel("<at>Briefing</at> "));

        Assert.StartsWith("Your message had no text", Assert.Single(messages).Said);
    }

    private static Activity InChannel(string text, string written) =>
        JsonConvert.DeserializeObject<Activity>(new SomeActivity("http://127.0.0.1/").TeamsChannel(text, written).ToJsonString())!;
}
