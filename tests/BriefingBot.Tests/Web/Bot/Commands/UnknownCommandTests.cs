using BriefingBot.Articles;
using BriefingBot.Tests.Support;

namespace BriefingBot.Tests.Web;

public sealed class UnknownCommandTests
{
    [Theory]
    [InlineData("soruces", "sources")]
    [InlineData("source", "sources")]
    [InlineData("Sorces!", "sources")]
    [InlineData("halp", "help")]
    [InlineData("hlep", "help")]
    [InlineData("lattest", "latest")]
    [InlineData("fedback", "feedback")]
    [InlineData("feedbak?", "feedback")]
    [InlineData("new topc", "new topic")]
    [InlineData("forgt me", "forget me")]
    [InlineData("frget me", "forget me")]
    [InlineData("/soruces", "sources")]
    [InlineData("/HALP me please", "help")]
    public async Task Misspelt_command_is_answered_with_the_nearest_to_press(string text, string meant)
    {
        await using var host = await BotHost.StartAsync();

        var reply = Assert.Single(await host.SendAsync(host.Activity.Teams(text)));

        Assert.EndsWith($"Did you mean {meant}?", reply.Text);
        var action = Assert.Single(reply.Activity["suggestedActions"]!["actions"]!.AsArray())!;
        Assert.Equal(("imBack", meant), ((string?)action["type"], (string?)action["value"]));
    }

    [Fact]
    public async Task Command_that_needs_more_words_is_shown_with_them()
    {
        await using var host = await BotHost.StartAsync();

        Assert.Equal("I do not know /breif me on. Did you mean: brief me on the election?", Assert.Single(await host.SendAsync(host.Activity.Teams("/breif me on"))).Text);
    }

    [Fact]
    public async Task Slash_that_is_near_to_nothing_is_told_of_help()
    {
        await using var host = await BotHost.StartAsync();

        var reply = Assert.Single(await host.SendAsync(host.Activity.Teams("/translate this into French")));

        Assert.Equal("I do not know /translate this into French. Type help to see what I can do.", reply.Text);
        Assert.Empty(host.Asked);
    }

    [Theory]
    [InlineData("Kelp")]
    [InlineData("sauces")]
    [InlineData("held")]
    public async Task Word_that_the_articles_tell_of_is_answered_though_it_is_near_a_command(string word)
    {
        await using var briefing = Briefing.OnNewStore();
        await briefing.SaveAsync(new Article { Id = "a", Title = "Farming the sea", Text = "Kelp is grown on ropes off Denmoor and dried for sauces. A fair is held for it every summer in the town." });
        await using var host = await BotHost.StartOnAsync(briefing);

        var reply = Assert.Single(await host.SendAsync(host.Activity.Teams(word)));

        Assert.Contains(word, reply.Text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Did you mean", reply.Text);
        Assert.Single(host.Asked);
    }

    [Theory]
    [InlineData("halp")]
    [InlineData("soruces")]
    [InlineData("lattest")]
    public async Task Misspelt_command_finds_nothing_in_articles_about_other_things(string text)
    {
        await using var briefing = Briefing.OnNewStore();
        await briefing.SaveAsync(new Article { Id = "a", Title = "Farming the sea", Text = "Kelp is grown on ropes off Denmoor and dried for sauces. A fair is held for it every summer in the town." });
        await using var host = await BotHost.StartOnAsync(briefing);

        Assert.Contains("Did you mean", Assert.Single(await host.SendAsync(host.Activity.Teams(text))).Text);
    }

    [Theory]
    [InlineData("Iceland")]
    [InlineData("unemployment")]
    [InlineData("When?")]
    [InlineData("/etc/passwd leaked?")]
    [InlineData("/ what is this")]
    [InlineData("the sources of the Nile")]
    [InlineData("Where is that from?")]
    [InlineData("help for flood victims")]
    public async Task Question_that_is_near_no_command_is_asked(string text)
    {
        await using var host = await BotHost.StartAsync();

        var reply = Assert.Single(await host.SendAsync(host.Activity.Teams(text)));

        Assert.DoesNotContain("Did you mean", reply.Text);
        Assert.Equal(text, Assert.Single(host.Asked).Text);
    }

    [Fact]
    public async Task Greeting_that_is_near_a_command_is_a_greeting()
    {
        await using var host = await BotHost.StartAsync();

        Assert.StartsWith("Hello!", Assert.Single(await host.SendAsync(host.Activity.Teams("hello"))).Text);
    }
}
