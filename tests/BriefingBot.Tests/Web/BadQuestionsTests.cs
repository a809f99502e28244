using System.Text.Json.Nodes;
using BriefingBot.Tests.Support;

namespace BriefingBot.Tests.Web;

/// <summary>Runs every row of Specs/BadQuestions.md through the real host: the page, the article's page or a chat.</summary>
public sealed class BadQuestionsTests
{
    private const string Text = "The dam broke at night.";

    private static readonly Dictionary<string, Func<BotHost, Task<Reply>>> Arrangements = new()
    {
        ["no words, on the page"] = host => AskAsync(host, "%20%0A"),
        ["NUL alone, on the page"] = host => AskAsync(host, "%00"),
        ["10,000 letters, on the page"] = host => AskAsync(host, new string('x', 10_000)),
        ["10,000 CJK characters, on the page"] = host => AskAsync(host, Uri.EscapeDataString(new string('水', 10_000))),
        ["10,000 letters, in a chat"] = host => ChatAsync(host, new string('x', 10_000)),
        ["a picture without words, in a chat"] = host => ChatAsync(host, "", attachment: true),
        ["nothing, in a chat"] = host => ChatAsync(host, ""),
        ["emoji, on the page"] = host => AskAsync(host, Uri.EscapeDataString("😀👩‍👩‍👧 who?")),
        ["emoji, in a chat"] = host => ChatAsync(host, "😀👩‍👩‍👧 who?"),
        ["right-to-left text, on the page"] = host => AskAsync(host, Uri.EscapeDataString("מי ניצח?")),
        ["right-to-left text, in a chat"] = host => ChatAsync(host, "מי ניצח?"),
        ["a briefing on it, on the page"] = host => AskAsync(host, "Brief%20me%20on%20it"),
        ["a briefing on it, in a chat"] = host => ChatAsync(host, "Brief me on it"),
        ["NUL between words, on the page"] = host => AskAsync(host, "who%00won%3F"),
        ["NUL between words, in a chat"] = host => ChatAsync(host, "who\0won?"),
        ["half of a surrogate pair, on the page"] = host => AskAsync(host, "%ED%A0%80who%3F"),
        ["half of a surrogate pair, in a chat"] = host => PostAsync(host, host.Activity.Teams("HALF").ToJsonString().Replace("HALF", "\\ud800who?", StringComparison.Ordinal)),
        ["an id with / that no article has"] = host => OpenAsync(host, "a/b"),
        ["an id of .. that no article has"] = host => OpenAsync(host, ".."),
        ["an id with %2F that no article has"] = host => OpenAsync(host, "a%2Fb"),
        ["an id with blanks that no article has"] = host => OpenAsync(host, " a  b "),
        ["an id of 2,000 characters that no article has"] = host => OpenAsync(host, new string('日', 2_000)),
        ["an article's page without an id"] = host => ReadAsync(host, "/articles"),
        ["an article's version that is no number"] = host => ReadAsync(host, "/articles?id=dam&v=first"),
        ["words that the article does not have"] = host => ReadAsync(host, "/articles?id=dam&q=0-9999"),
    };

    public static TheoryData<string, int, string> Rows()
    {
        var rows = new TheoryData<string, int, string>();
        foreach (var cells in SpecTable.Rows("BadQuestions.md"))
        {
            rows.Add(cells[0], int.Parse(cells[2]), cells[1].Trim('`'));
        }

        return rows;
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task Row_of_the_table_holds(string input, int status, string message)
    {
        await using var host = await BotHost.StartAsync();
        await host.SaveAsync(Some.Article(Text) with { Id = "dam" });

        var reply = await Arrangements[input](host);

        Assert.Equal(status, reply.Status);
        Assert.Contains(message, reply.Seen);
        var stored = await host.Articles.FindAsync("dam", version: null, TestContext.Current.CancellationToken);
        Assert.Equal((Text, 1), (stored!.Text, stored.Version));
    }

    [Fact]
    public void Every_arrangement_has_its_row() =>
        Assert.Equal(Arrangements.Keys.Order(StringComparer.Ordinal), Rows().Select(row => row.Data.Item1).Order(StringComparer.Ordinal));

    private static Task<Reply> AskAsync(BotHost host, string encoded) => ReadAsync(host, $"/?question={encoded}");

    private static Task<Reply> OpenAsync(BotHost host, string id) => ReadAsync(host, $"/articles?id={Uri.EscapeDataString(id)}");

    private static async Task<Reply> ReadAsync(BotHost host, string address)
    {
        using var response = await host.Client.GetAsync(address, TestContext.Current.CancellationToken);
        var page = new SeenPage(response, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        return new((int)response.StatusCode, page.Text("main"));
    }

    private static Task<Reply> ChatAsync(BotHost host, string text, bool attachment = false)
    {
        var activity = host.Activity.Teams(text);
        if (attachment)
        {
            activity["attachments"] = new JsonArray(new JsonObject { ["contentType"] = "image/png", ["contentUrl"] = "https://example.org/a.png" });
        }

        return PostAsync(host, activity.ToJsonString());
    }

    private static async Task<Reply> PostAsync(BotHost host, string body)
    {
        using var response = await host.PostAsync(body);
        var problem = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return new((int)response.StatusCode, problem.Length > 0 ? problem : (string?)host.Connector.Messages[^1].Activity["text"] ?? "");
    }

    private sealed record Reply(int Status, string Seen);
}
