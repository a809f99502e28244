using System.Text.RegularExpressions;
using BriefingBot.EndToEnd.Bot;
using BriefingBot.EndToEnd.Support;
using BriefingBot.Tests.Support;

namespace BriefingBot.EndToEnd.Samples;

/// <summary>A bot that was started on a new store, as a stranger starts it.</summary>
public sealed class NewBot : IAsyncLifetime
{
    internal Workspace Workspace { get; } = new();

    internal RunningBot Bot { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Bot = await RunningBot.StartAsync(Workspace, samples: true);

    public async ValueTask DisposeAsync()
    {
        await Bot.DisposeAsync();
        Workspace.Dispose();
    }
}

public sealed class FirstStartTests(NewBot started) : IClassFixture<NewBot>
{
    private readonly RunningBot _bot = started.Bot;

    [Fact]
    public async Task Store_holds_ten_articles_labelled_sample()
    {
        var listed = (await started.Workspace.JsonAsync("list")).Ended(0).Lines;

        Assert.Equal(10, listed.Count);
        Assert.All(listed, line => Assert.Equal("""["sample"]""", line["labels"]!.ToJsonString()));
        Assert.All(listed, line => Assert.InRange(line.Whole("passages"), 1, 20));
    }

    [Fact]
    public async Task Welcome_and_help_offer_four_questions_to_press_and_each_ends_as_they_say()
    {
        var welcomed = _bot.Activity.EmulatorMemberAdded(bot: true);
        var welcome = Assert.Single(await _bot.SendAsync(welcomed));
        var help = await _bot.AskAsync("help");
        Assert.Equal(Buttons(welcome), Buttons(help));

        var replies = new List<Connector.Delivery>();
        foreach (var question in Buttons(welcome))
        {
            Assert.Contains($"- {question}", welcome.Text);
            Assert.Contains($"- {question}", help.Text);
            replies.Add(await _bot.AskAsync(question));
        }

        Assert.Equal([true, true, true, false], replies.Select(reply => ReplyText.Quotes(reply.Text).Count > 0));
        Assert.Equal(["2,600 people", "1,900 people"], ReplyText.Quotes(replies[0].Text).Take(2).Select(quote => Regex.Match(quote, "[0-9,]+ people").Value));
        Assert.Contains("rest of eleven hours", ReplyText.Quotes(replies[1].Text)[0]);
        Assert.Contains("6.2 tonnes", ReplyText.Quotes(replies[2].Text)[0]);
        Assert.Contains("1. The people who teach metal to speak — The Stelmouth Courier, Jonas Ebberly, 17 October 2026", replies[2].Text);
        Assert.Contains("Closest, not an answer:", replies[3].Text);
    }

    [Fact]
    public async Task Teams_is_offered_the_three_buttons_that_it_shows_addressed_to_the_asker()
    {
        var replies = await _bot.SendAsync(_bot.Activity.Teams("hello"));

        // Agents Playground shows no Markdown in a message with buttons.
        Assert.Equal([("markdown", false), ("plain", true)], replies.Select(reply => (reply.TextFormat, reply.Activity["suggestedActions"] is not null)));
        Assert.Equal(3, Buttons(replies[1]).Length);
        Assert.Equal(["29:user-1"], replies[1].Activity["suggestedActions"]!["to"]!.AsArray().Select(to => (string?)to));
    }

    [Fact]
    public async Task Channel_is_offered_the_questions_in_words_alone()
    {
        var reply = Assert.Single(await _bot.SendAsync(_bot.Activity.TeamsChannel("<at>Briefing</at> help")));

        Assert.Contains("- How many people had to leave their homes in Vessing?", reply.Text);
        Assert.Null(reply.Activity["suggestedActions"]);
    }

    private static string[] Buttons(Connector.Delivery reply)
    {
        var actions = reply.Activity["suggestedActions"]!["actions"]!.AsArray();
        Assert.All(actions, action => Assert.Equal(("imBack", (string?)action!["title"]), ((string?)action["type"], (string?)action["value"])));
        return [.. actions.Select(action => (string)action!["value"]!)];
    }
}
