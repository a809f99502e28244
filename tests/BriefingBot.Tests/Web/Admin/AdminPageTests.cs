using System.Net;
using System.Text.RegularExpressions;
using BriefingBot.Tests.Support;

namespace BriefingBot.Tests.Web;

/// <summary>Who is shown the admins' page, and that what it loads is there; what it does is tried in a browser.</summary>
public sealed partial class AdminPageTests
{
    private static readonly IPAddress Elsewhere = IPAddress.Parse("203.0.113.7");

    private static readonly Dictionary<string, string> Keyed = new() { ["Admin:ApiKeys:alice"] = new('0', 64) };

    private static readonly Dictionary<string, string> Registered = new()
    {
        ["MicrosoftAppId"] = "8d1b0f1e-5f0f-4c55-9a5f-0d6cbb3a6b0e",
        ["MicrosoftAppType"] = "UserAssignedMSI",
        ["MicrosoftAppTenantId"] = "22222222-2222-2222-2222-222222222222",
    };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Without_a_key_it_is_for_this_computer_alone(bool isRegistered)
    {
        await using var host = await BotHost.StartAsync(settings: isRegistered ? Registered : [], remote: Elsewhere);
        var page = await host.GetAsync("/admin", HttpStatusCode.Forbidden);
        Assert.Contains("briefing admin-key", page.Texts("main p")[0]);
        Assert.Empty(page.Texts("form"));

        await using var here = await BotHost.StartAsync(settings: isRegistered ? Registered : []);
        Assert.Equal(4, (await here.GetAsync("/admin")).Texts("form").Count);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task With_keys_everybody_is_asked_for_one_and_sees_nothing_else(bool isRegistered)
    {
        await using var host = await BotHost.StartAsync(settings: isRegistered ? new(Registered.Concat(Keyed)) : Keyed, remote: Elsewhere);
        await host.SaveAsync(Some.Article(id: "secret", title: "Quarne breaks its bank"));
        var page = await host.GetAsync("/admin");

        Assert.Equal(4, page.Texts("form").Count);
        Assert.DoesNotContain("Quarne", page.Document.DocumentElement.OuterHtml);
        Assert.Equal(
            "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; script-src 'self'; connect-src 'self'",
            Assert.Single(page.Response.Headers.GetValues("Content-Security-Policy")));
        Assert.Empty(page.Document.QuerySelectorAll("script:not([src]), style, [style]"));
    }

    [Fact]
    public async Task What_it_loads_and_what_that_imports_is_there_for_whoever_sees_it()
    {
        await using var host = await BotHost.StartAsync(settings: Keyed, remote: Elsewhere);
        var page = await host.GetAsync("/admin");
        var paths = new Queue<string>([.. page.Links("link[rel=stylesheet]"), page.Document.QuerySelector("script")!.GetAttribute("src")!]);
        var loaded = new Dictionary<string, string>();
        while (paths.TryDequeue(out var path))
        {
            if (loaded.ContainsKey(path))
            {
                continue;
            }

            using var response = await host.Client.GetAsync(path, Cancellation);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.Contains("immutable", response.Headers.CacheControl!.ToString());
            var text = loaded[path] = await response.Content.ReadAsStringAsync(Cancellation);
            foreach (Match import in Imported().Matches(text))
            {
                paths.Enqueue(path[..(path.LastIndexOf('/') + 1)] + import.Groups["file"].Value);
            }
        }

        Assert.Equal(11, loaded.Count);
        var scripts = string.Concat(loaded.Values);
        Assert.DoesNotContain("innerHTML", scripts);

        // Each word that a script asks for is on the page, and each that is there is asked for.
        string[] given = [.. page.Document.QuerySelectorAll("[data-word]").Select(word => word.GetAttribute("data-word")!["Admin_".Length..])];
        Assert.All(Asked().Matches(scripts), match => Assert.Contains(given, word => word == match.Groups["word"].Value || word == $"{match.Groups["word"].Value}_One"));
        Assert.All(
            given.Where(word => !word.StartsWith("Kind", StringComparison.Ordinal) && !word.StartsWith("State", StringComparison.Ordinal)),
            word => Assert.Contains($"\"{word.Replace("_One", "", StringComparison.Ordinal).Replace("_Other", "", StringComparison.Ordinal)}\"", scripts));
    }

    [GeneratedRegex("""from "\./(?<file>[a-z]+\.js)";""")]
    private static partial Regex Imported();

    [GeneratedRegex("""(?:word|counted)\("(?<word>\w+)[^\w]""")]
    private static partial Regex Asked();
}
