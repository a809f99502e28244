using System.Net;
using BriefingBot.Tests.Support;

namespace BriefingBot.Tests.Web.Pages;

/// <summary>The pages as a browser has them that prefers German.</summary>
public sealed class GermanPagesTests
{
    [Fact]
    public async Task First_page_is_German_and_says_so()
    {
        await using var host = await BotHost.StartAsync();
        var page = await GetAsync(host, "/");

        Assert.Equal("de", page.Document.DocumentElement.GetAttribute("lang"));
        Assert.Equal("Ihre Frage", page.Text("label"));
        Assert.Equal("Fragen", page.Text("form button"));
        Assert.StartsWith("Fragen Sie die Artikel", page.Text("title"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answer_marks_the_articles_words_as_English()
    {
        await using var host = await QuotingHost.StartAsync(QuotingHost.Dam, [QuotingHost.First]);

        var german = await GetAsync(host, "/?question=How+many%3F");
        var english = await GetAsync(host, "/?question=How+many%3F", "en-US");

        Assert.Equal("Ein Zitat", german.Text("#answer h2"));
        Assert.Equal(english.Texts("#answer blockquote"), german.Texts("#answer blockquote"));
        Assert.All(german.Document.QuerySelectorAll("blockquote bdi, cite bdi"), words => Assert.Equal("en", words.GetAttribute("lang")));
        Assert.All(english.Document.QuerySelectorAll("bdi"), words => Assert.Null(words.GetAttribute("lang")));
        Assert.Contains("4. Januar 2019", german.Text("#answer figcaption"));
        Assert.Contains("January 4, 2019", english.Text("#answer figcaption"));
        Assert.Contains("Original bei news.example", german.Texts("#answer figcaption a"));
    }

    [Fact]
    public async Task Article_is_its_own_text_with_German_around_it()
    {
        await using var host = await BotHost.StartAsync();
        await host.SaveAsync(QuotingHost.Dam);
        var at = QuotingHost.Dam.Text.IndexOf(QuotingHost.First, StringComparison.Ordinal);
        var address = $"/articles?id=dam&q={at}-{at + QuotingHost.First.Length}";

        var (german, english) = (await GetAsync(host, address), await GetAsync(host, address, "en"));

        Assert.Equal(english.Texts("#text p"), german.Texts("#text p"));
        Assert.Equal(("en", "en"), (german.Document.QuerySelector("#text")!.GetAttribute("lang"), german.Document.QuerySelector("h1")!.GetAttribute("lang")));
        Assert.Null(english.Document.QuerySelector("#text")!.GetAttribute("lang"));
        Assert.Equal(["Quelle", "Verfasst von", "Veröffentlicht", "Adresse", "Version"], german.Texts("dt"));
        Assert.Equal(["Von Ann Reed", "4. Januar 2019", "Version 1", "Original bei news.example"], german.Texts(".byline > *"));
        var copying = german.Document.QuerySelector("button[data-copies]")!;
        Assert.Equal("Kopiert.", copying.GetAttribute("data-copied"));
        Assert.StartsWith("Nicht kopiert:", copying.GetAttribute("data-refused"));
    }

    [Theory]
    [InlineData("/nowhere", HttpStatusCode.NotFound, "Diese Seite gibt es nicht")]
    [InlineData("/articles?id=none", HttpStatusCode.NotFound, "Diesen Artikel gibt es nicht")]
    [InlineData("/articles", HttpStatusCode.BadRequest, "Diese Adresse ist nicht lesbar")]
    public async Task What_is_not_there_is_told_in_German(string address, HttpStatusCode status, string said)
    {
        await using var host = await BotHost.StartAsync();

        Assert.Equal(said, (await GetAsync(host, address, status: status)).Text("h1"));
    }

    [Theory]
    [InlineData("fr, de;q=0.8, en;q=0.9", "en")]
    [InlineData("fr-CH, de-CH;q=0.9, en;q=0.5", "de")]
    [InlineData("de;q=0, *", "en")]
    [InlineData("\"", "en")]
    public async Task Browser_that_prefers_several_languages_gets_the_first_that_there_are_texts_in(string preferred, string language)
    {
        await using var host = await BotHost.StartAsync();

        Assert.Equal(language, (await GetAsync(host, "/", preferred)).Document.DocumentElement.GetAttribute("lang"));
    }

    private static async Task<SeenPage> GetAsync(BotHost host, string address, string language = "de-DE", HttpStatusCode status = HttpStatusCode.OK)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.TryAddWithoutValidation("Accept-Language", language);
        request.Headers.TryAddWithoutValidation("Accept", "text/html");
        using var response = await host.Client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(status, response.StatusCode);
        return new(response, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
