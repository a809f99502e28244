using System.Text.Json.Nodes;
using BriefingBot.Answering;
using BriefingBot.Tests.Support;

namespace BriefingBot.Tests.Web;

/// <summary>Runs every row of Specs/FollowUps.md: turns of a chat with the real host, answered from the sample articles.</summary>
public sealed class FollowUpsSpecTests(LoadedSamples samples) : IClassFixture<LoadedSamples>
{
    private const string Unchanged = "=";
    private const string Anything = "–";

    public static TheoryData<string, string, string, string> Rows()
    {
        var rows = new TheoryData<string, string, string, string>();
        foreach (var cells in SpecTable.Rows("FollowUps.md"))
        {
            rows.Add(cells[0], cells[1], cells[2], cells[3]);
        }

        return rows;
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task Row_of_the_table_holds(string turns, string understood, string shows, string not)
    {
        await using var host = await BotHost.StartOnAsync(samples.Briefing);

        var reply = "";
        foreach (var turn in turns.Split(" ⏎ "))
        {
            reply = (await host.SendAsync(Activity(host, turn)))[^1].Said;
        }

        if (understood != Anything)
        {
            Assert.Equal(understood == Unchanged ? null : $"{AnswerWords.UnderstoodAs} {understood}", Understood(reply));
        }

        Assert.Contains(shows, reply);
        Assert.DoesNotContain(not, reply);
    }

    private static string? Understood(string reply)
    {
        var line = reply.Split('\n')[0];
        return line.StartsWith(AnswerWords.UnderstoodAs, StringComparison.Ordinal) ? line : null;
    }

    /// <summary>In a group a name and a colon stand before what a person says.</summary>
    private static JsonObject Activity(BotHost host, string turn)
    {
        if (turn.Split(": ", 2) is not [{ Length: 3 } name, var said])
        {
            return host.Activity.Emulator(turn);
        }

        var activity = host.Activity.TeamsChannel($"<at>Briefing</at> {said}", scope: "groupChat");
        activity["from"]!["id"] = $"29:{name}";
        return activity;
    }
}
