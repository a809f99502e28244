using BriefingBot.EndToEnd.Clients;
using BriefingBot.EndToEnd.Support;
using BriefingBot.Tests.Support;

namespace BriefingBot.EndToEnd.Requests;

/// <summary>Tables of what is typed somewhere and what is said to it.</summary>
internal static class RequestTable
{
    public static TheoryData<string, string, string> Rows(string page)
    {
        var rows = new TheoryData<string, string, string>();
        foreach (var cells in SpecTable.Rows(page))
        {
            rows.Add(cells[0], cells[1], cells[2]);
        }

        return rows;
    }

    /// <summary>What is said in a chat, on the first page or by a command, on the sample articles.</summary>
    public static async Task<string> SayAsync(SampleBot samples, string where, string command, string typed) => where switch
    {
        "chat" => (await (await samples.BotAsync()).AskAsync(typed)).Text,
        "page" => await PageAsync(await samples.StartAsync(), typed),
        "command" => (await samples.JsonAsync(command, typed)).Ended(0).Line.Text("text"),
        _ => throw new ArgumentException($"Nobody types there: {where}.", nameof(where)),
    };

    /// <summary>Each part in its order; none of those behind ¬.</summary>
    public static void AssertSaid(string expected, string said)
    {
        var from = 0;
        foreach (var part in expected.Split(" ⏎ "))
        {
            if (part.StartsWith('¬'))
            {
                Assert.DoesNotContain(part[1..].Trim(), said);
                continue;
            }

            var at = said.IndexOf(part, from, StringComparison.Ordinal);
            Assert.True(at >= 0, $"Not said, or not in this order: {part}\n\n{said}");
            from = at + part.Length;
        }
    }

    private static async Task<string> PageAsync(Uri page, string typed)
    {
        using var client = new HttpClient();
        using var response = await client.GetAsync(new Uri(page, $"?question={Uri.EscapeDataString(typed)}"), TestContext.Current.CancellationToken);
        return new SeenPage(response, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Text("#answer");
    }
}
