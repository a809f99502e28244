using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using BriefingBot.Configuration;
using BriefingBot.Tests.Support;
using BriefingBot.Web.Access;
using BriefingBot.Web.Admin;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace BriefingBot.Tests.Web;

public sealed class AdminDoorTests
{
    private const string Key = "bb_the-key-of-alice";

    private static readonly IPAddress Elsewhere = IPAddress.Parse("203.0.113.7");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static Dictionary<string, string> OfAlice => new() { ["Admin:ApiKeys:alice"] = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(Key))) };

    [Fact]
    public async Task A_right_key_lets_in_from_elsewhere_and_names_who_asks()
    {
        await using var host = await BotHost.StartAsync(settings: OfAlice, remote: Elsewhere);
        foreach (var (header, value) in new[] { ("X-Api-Key", Key), ("Authorization", $"Bearer {Key}"), ("Authorization", $"bearer {Key}") })
        {
            host.Client.DefaultRequestHeaders.Clear();
            host.Client.DefaultRequestHeaders.Add(header, value);
            using var form = AdminCalls.Form(("bad.jsonl", "{broken"));
            Assert.Equal("alice", (string)(await host.UploadAsync(form))["who"]!);
        }
    }

    [Fact]
    public async Task Without_the_key_nothing_is_seen()
    {
        await using var host = await BotHost.StartAsync(settings: OfAlice);
        foreach (var address in new[] { "/api/articles", "/api/articles/storm.txt", "/api/jobs", "/api/jobs/x/outcomes", "/api/jobs/x/events", "/api/sources", "/openapi/v1.json" })
        {
            var problem = await host.JsonAsync(address, HttpStatusCode.Unauthorized);
            Assert.Contains("X-Api-Key", (string)problem["detail"]!, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Wrong_keys_are_logged_without_the_key_and_after_ten_have_to_wait()
    {
        await using var host = await BotHost.StartAsync(settings: OfAlice);
        for (var i = 0; i < 10; i++)
        {
            Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(host, "wrong-key-of-mallory"));
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, await StatusAsync(host, Key));
        host.Time.Advance(TimeSpan.FromSeconds(61));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(host, Key));
        Assert.Equal(10, host.Log.Count(line => line.Contains("A wrong admin key", StringComparison.Ordinal)));
        Assert.DoesNotContain(host.Log, line => line.Contains("mallory", StringComparison.Ordinal) || line.Contains(Key, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_a_configured_key_only_this_computer_is_admitted()
    {
        await using var here = await BotHost.StartAsync();
        await here.JsonAsync("/api/articles");

        await using var elsewhere = await BotHost.StartAsync(settings: new() { ["Bot:AllowUnauthenticated"] = "true" }, remote: Elsewhere);
        Assert.Contains("briefing admin-key", (string)(await elsewhere.JsonAsync("/api/articles", HttpStatusCode.Forbidden))["detail"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_of_another_site_cannot_have_a_browser_on_this_computer_ask()
    {
        await using var host = await BotHost.StartAsync();
        await host.SaveAsync(Some.Article(id: "kept"));
        (string Header, string Value)[] signs =
        [
            ("X-Forwarded-For", "203.0.113.7"), ("Origin", "https://example.org"), ("Origin", "http://localhost:1"),
            ("Sec-Fetch-Site", "cross-site"), ("Sec-Fetch-Site", "same-site"), ("Host", "bot.example.org"),
        ];
        foreach (var (header, value) in signs)
        {
            host.Client.DefaultRequestHeaders.Clear();
            host.Client.DefaultRequestHeaders.TryAddWithoutValidation(header, value);
            using var removed = await host.Client.DeleteAsync("/api/articles/kept", Cancellation);
            Assert.Equal((value, HttpStatusCode.Forbidden), (value, removed.StatusCode));
        }

        Assert.NotNull(await host.Articles.FindAsync("kept", version: null, Cancellation));
    }

    [Fact]
    public async Task The_bots_own_page_may_ask()
    {
        await using var host = await BotHost.StartAsync();
        host.Client.DefaultRequestHeaders.Add("Origin", host.Client.BaseAddress!.GetLeftPart(UriPartial.Authority));
        host.Client.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");

        await host.JsonAsync("/api/jobs");
    }

    [Fact]
    public async Task A_token_of_Entra_ID_with_the_role_lets_in()
    {
        await using var issuer = await TokenIssuer.StartAsync();
        await using var host = await BotHost.StartAsync(settings: issuer.Settings, remote: Elsewhere);
        var now = host.Time.GetUtcNow();
        using var forged = RSA.Create(2048);

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(host, issuer.Token(now)));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(host, issuer.Token(now, role: "Reader")));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(host, issuer.Token(now, audience: "another")));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(host, issuer.Token(now.AddHours(-2))));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(host, issuer.Token(now.AddHours(2))));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(host, issuer.Token(now, key: forged)));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(host, Key));
    }

    [Theory]
    [InlineData("Admin:ApiKeys:alice", "secret", "Admin:ApiKeys:alice")]
    [InlineData("Admin:ApiKeys:al ice", "", "\"al ice\"")]
    [InlineData("Admin:ApiKeys", "secret", "Admin:ApiKeys:NAME")]
    [InlineData("Admin:EntraTenant", "11111111-2222-3333-4444-555555555555", "Admin:EntraAudience")]
    [InlineData("Admin:EntraTenant", "example.org", "GUID")]
    [InlineData("Admin:EntraMetadata", "http://example.org/keys", "Admin:EntraMetadata")]
    [InlineData("Admin:UploadMegabytes", "0", "Admin:UploadMegabytes")]
    [InlineData("Admin:TeamsAdmins", "11111111-2222-3333-4444-555555555555, alex@example.org", "\"alex@example.org\", which is not a GUID")]
    [InlineData("Admin:TeamsAdmins", " , ", "names nobody")]
    [InlineData("Admin:TeamsAdmins", "11111111-2222-3333-4444-555555555555", "Bot:AllowUnauthenticated", "Bot:AllowUnauthenticated", "true")]
    [InlineData("Admin:WaitingLoads", "0", "Admin:WaitingLoads")]
    public void A_value_that_protects_nothing_stops_the_start(string key, string value, string told, params string[] besides)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new(key, value), .. besides.Chunk(2).Select(other => KeyValuePair.Create(other[0], (string?)other[1]))]).Build();
        var access = configuration.GetSection(AccessOptions.Section).Get<AccessOptions>() ?? new();

        var result = new AdminOptionsRules(configuration, Options.Create(new AppRegistration()), Options.Create(access)).Validate(name: null, configuration.GetSection(AdminOptions.Section).Get<AdminOptions>() ?? new());

        Assert.Contains(told, result.FailureMessage, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", result.FailureMessage, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Admin:ApiKeys:alice", "Value", true)]
    [InlineData("Admin:ApiKeys", "Section", true)]
    [InlineData("Admin:ApiKeys:alice:bob", "Value", false)]
    [InlineData("Admin:ApiKey:alice", "Value", false)]
    [InlineData("Admin:Keys", "Value", false)]
    public void A_key_with_a_name_that_the_admin_chose_is_known(string key, string form, bool isKnown) =>
        Assert.Equal(isKnown, !KeyCheck.FaultsOf([new(key, key, "here", Enum.Parse<GivenForm>(form))]).Any());

    private static async Task<HttpStatusCode> StatusAsync(BotHost host, string credential)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/jobs") { Headers = { Authorization = new AuthenticationHeaderValue("Bearer", credential) } };
        using var response = await host.Client.SendAsync(request, Cancellation);
        return response.StatusCode;
    }
}
