using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using BriefingBot.Answering;
using BriefingBot.EndToEnd.Support;
using BriefingBot.Tests.Support;

namespace BriefingBot.EndToEnd.Tokens;

/// <summary>Runs every row of Specs/Tokens.md against the real bot.</summary>
public sealed class TokensTests(RegisteredBots bots) : IClassFixture<RegisteredBots>
{
    private const int Kinds = 28;

    public static TheoryData<string, string, string, int, string> Rows()
    {
        var rows = new TheoryData<string, string, string, int, string>();
        foreach (var cells in SpecTable.Rows("Tokens.md"))
        {
            rows.Add(cells[0], cells[1], cells[2], int.Parse(cells[3]), cells[4]);
        }

        return rows;
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task Row_of_the_table_holds(string token, string sent, string registration, int status, string end)
    {
        var bot = await bots.BotAsync(registration);
        var activity = SentActivity.Make(sent, bot);
        var service = (string)activity["serviceUrl"]!;

        using var request = new HttpRequestMessage(HttpMethod.Post, bot.Endpoint + TokenKind.Query(token, bots.Issuer, service))
        {
            Content = new StringContent(activity.ToJsonString(), Encoding.UTF8, "application/json"),
        };
        request.Headers.TryAddWithoutValidation("Authorization", TokenKind.Headers(token, bots.Issuer, service));
        using var client = new HttpClient();
        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.True(status == (int)response.StatusCode, $"{(int)response.StatusCode} instead of {status}.\n{bot.Log}");
        Assert.Equal(status == 401 ? "Bearer" : "", response.Headers.WwwAuthenticate.ToString());
        Assert.Equal(end, EndOf(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), activity, bot));
        Assert.DoesNotContain("Quillmere", bot.Log);
        Assert.DoesNotContain("   at ", bot.Log);
    }

    [Fact]
    public void Table_has_the_28_kinds_of_token_and_more() => Assert.True(Rows().DistinctBy(row => row.Data.Item1).Count() >= Kinds);

    [Fact]
    public async Task Who_is_refused_stands_in_the_log_by_the_tenant_and_without_words()
    {
        await Row_of_the_table_holds("valid", "a message of another tenant", "single-tenant", (int)HttpStatusCode.OK, "refused");

        await (await bots.BotAsync("single-tenant")).LogHavingAsync(
            "A message activity was refused: its tenant is 33333333-3333-3333-3333-333333333333. Answered are people of tenant 22222222-2222-2222-2222-222222222222 alone (Bot:AllowedTenants)");
    }

    /// <summary>Whether the bot's own code ran, by what came of it.</summary>
    private static string EndOf(string body, JsonObject activity, RunningBot bot)
    {
        var expected = body.Contains("\"activities\"", StringComparison.Ordinal) ? JsonNode.Parse(body)!["activities"]!.AsArray().Select(reply => reply!.AsObject()) : [];
        var replies = bot.Connector.Deliveries.Select(delivery => delivery.Activity).Where(reply => (string?)reply["replyToId"] == (string?)activity["id"]).Concat(expected).ToList();
        return replies switch
        {
            [] => "did not run",
            [var only] when (string?)only["text"] == AnswerWords.For(RefusalReason.NotAllowed) => "refused",
            _ => Assert.Single(replies, reply => (string?)reply["type"] == "message")["text"]!.GetValue<string>().StartsWith("There are no articles yet", StringComparison.Ordinal) ? "ran" : "said something else",
        };
    }
}
