using System.Text;
using BriefingBot.Ingestion;
using BriefingBot.Tests.Support;

namespace BriefingBot.Tests.Ingestion;

public sealed class WebFetchTests
{
    [Theory]
    [InlineData("/next", "/next")]
    [InlineData("next?a=b#part", "/next?a=b")]
    [InlineData("//127.0.0.1:{port}/next", "/next")]
    [InlineData("http://127.0.0.1:{port}/n%C3%A4chste", "/n%C3%A4chste")]
    public async Task A_redirect_is_followed_from_where_it_stands(string location, string path)
    {
        await using var listener = new WebListener((asked, self, stream, ended) => stream.WriteAsync(Encoding.Latin1.GetBytes(asked == "/start/here"
            ? WebListener.Redirect(location.StartsWith("next", StringComparison.Ordinal) ? "/" + location : location.Replace("{port}", $"{self.Port}", StringComparison.Ordinal), 301)
            : WebListener.Answer("<p>Here.</p>")), ended).AsTask());
        using var web = SomeWeb.OnLoopback();
        Assert.Equal(listener.At(path), (await web.GetAsync(listener.At("/start/here")))!.Address);
        Assert.Equal(["/start/here", path], listener.Paths);
    }

    [Fact]
    public async Task Redirects_without_end_are_left_after_five()
    {
        await using var listener = new WebListener(path => WebListener.Redirect($"{path}x", 307));
        using var web = SomeWeb.OnLoopback();
        Assert.Contains("redirected more than 5 times", await web.RefusalAsync(listener.At("/")), StringComparison.Ordinal);
        Assert.Equal(6, listener.Requests.Count);
    }

    [Theory]
    [InlineData("file:///etc/passwd", "file is not fetched")]
    [InlineData("ftp://127.0.0.1/x", "ftp is not fetched")]
    [InlineData("http://user:secret@127.0.0.1/", "a user or a password")]
    [InlineData("http://127.0.0.1:22/", "port 22 is another protocol's")]
    [InlineData("http://", "redirected (302) to no address")]
    public async Task A_redirect_is_checked_as_an_address_is(string location, string words)
    {
        await using var listener = new WebListener(_ => WebListener.Redirect(location));
        using var web = SomeWeb.OnLoopback();
        Assert.Contains(words, await web.RefusalAsync(listener.At("/")), StringComparison.Ordinal);
        Assert.Single(listener.Requests);
    }

    [Theory]
    [InlineData(404, "", "no such page (404)", true)]
    [InlineData(410, "", "gone for good (410)", true)]
    [InlineData(401, "", "asks for a sign-in (401)", false)]
    [InlineData(403, "", "does not give it to this program (403)", false)]
    [InlineData(429, "Retry-After: 120", "too many requests (429). Try again in 120 s", false)]
    [InlineData(503, "Retry-After: Wed, 21 Oct 2026 07:28:00 GMT", "failed (503). Try again after 2026-10-21 07:28 UTC", false)]
    [InlineData(500, "", "failed (500). Try again later", false)]
    [InlineData(504, "", "took too long itself (504)", false)]
    [InlineData(451, "", "for legal reasons (451)", false)]
    [InlineData(418, "", "status 418", false)]
    [InlineData(304, "", "status 304", false)]
    [InlineData(206, "Content-Range: bytes 0-3/9", "without the whole document (206)", false)]
    [InlineData(204, "", "without the whole document (204)", false)]
    [InlineData(200, "", "an empty document", false)]
    public async Task What_is_no_document_is_told_by_its_status(int status, string header, string words, bool isGone)
    {
        await using var listener = new WebListener(_ => WebListener.Answer("", status: status, headers: header.Length > 0 ? [header] : []));
        using var web = SomeWeb.OnLoopback();
        var fault = await Assert.ThrowsAsync<UnreadableInputException>(() => web.GetAsync(listener.At("/")));
        Assert.Contains(words, fault.Message, StringComparison.Ordinal);
        Assert.Equal(isGone, fault.IsGone);
    }

    [Fact]
    public async Task A_known_version_is_sent_to_the_address_that_it_is_of_alone()
    {
        await using var listener = new WebListener((asked, self, stream, ended) => stream.WriteAsync(Encoding.Latin1.GetBytes(asked switch
        {
            "/moved" => WebListener.Redirect("/page"),
            _ when self.Requests.Last().Contains("If-None-Match: W/\"a b\"\nIf-Modified-Since: Wed, 21 Oct 2026 07:28:00 GMT\n", StringComparison.Ordinal) => "HTTP/1.1 304 Not Modified\r\n\r\n",
            _ => WebListener.Answer("<p>Here.</p>", headers: ["ETag: W/\"a b\"", "Last-Modified: Wed, 21 Oct 2026 07:28:00 GMT"]),
        }), ended).AsTask());
        using var web = SomeWeb.OnLoopback();

        var version = (await web.GetAsync(listener.At("/moved")))!.Version!;
        Assert.Equal(new PageVersion(listener.At("/page"), "W/\"a b\"", "Wed, 21 Oct 2026 07:28:00 GMT"), version);
        Assert.Null(await web.GetAsync(listener.At("/moved"), version));
        Assert.DoesNotContain(listener.Requests, request => request.StartsWith("GET /moved", StringComparison.Ordinal) && request.Contains("If-", StringComparison.Ordinal));

        Assert.NotNull(await web.GetAsync(listener.At("/other"), version));
    }

    [Theory]
    [InlineData("/news/dam", "text/html; charset=utf-8", "", "dam.html")]
    [InlineData("/news/dam.php", "text/html", "", "dam.php.html")]
    [InlineData("/news/dam.HTM", "text/html", "", "dam.HTM")]
    [InlineData("/", "text/html", "", "index.html")]
    [InlineData("/", "", "", "index.html")]
    [InlineData("/README.md", "text/plain", "", "README.md")]
    [InlineData("/notes", "text/plain", "", "notes.txt")]
    [InlineData("/report", "application/pdf", "", "report.pdf")]
    [InlineData("/get?id=7", "application/octet-stream", "Content-Disposition: attachment; filename=\"../../annual report.docx\"", "annual report.docx")]
    [InlineData("/get", "application/octet-stream", "Content-Disposition: attachment; filename*=UTF-8''B%C3%BCrgschaft.pdf", "Bürgschaft.pdf")]
    [InlineData("/a%2Fb%0A.txt", "text/plain", "", "b.txt")]
    [InlineData("/feed", "application/rss+xml", "", "feed.rss")]
    [InlineData("/news.jsonl", "text/plain", "", "news.jsonl")]
    public async Task A_documents_name_tells_its_format(string path, string type, string header, string name)
    {
        await using var listener = new WebListener(_ => WebListener.Answer("Words.", type, headers: header.Length > 0 ? [header] : []));
        using var web = SomeWeb.OnLoopback();
        Assert.Equal(name, (await web.GetAsync(listener.At(path)))!.Name);
    }

    [Theory]
    [InlineData("text/html; charset=windows-1251", "<p>\u00CC\u00E8\u00F0", "<p>Мир")]
    [InlineData("text/html; charset=\"iso-8859-1\"", "<p>caf\u00E9", "<p>café")]
    [InlineData("text/html; charset=iso-8859-1", "<p>caf\u00C3\u00A9", "<p>café")]
    [InlineData("text/html; charset=made-up", "<p>caf\u00E9", "<p>café")]
    [InlineData("text/html; charset=shift_jis", "<meta charset=utf-8><p>\u0093\u00FA\u0096\u007B", "<meta charset=utf-8><p>日本")]
    public async Task What_the_server_says_of_the_encoding_counts_where_the_bytes_do_not_say_otherwise(string type, string bytes, string text)
    {
        await using var listener = new WebListener(_ => WebListener.Answer(bytes, type));
        using var web = SomeWeb.OnLoopback();
        var document = await web.GetAsync(listener.At("/"));
        Assert.Equal(text, HtmlDecoding.Decode(document!.Bytes.Span));
    }

    [Theory]
    [InlineData(401, "its link has expired, or is not for this program (401). Send the file again")]
    [InlineData(404, "its link has expired")]
    [InlineData(410, "its link has expired")]
    [InlineData(503, "the server failed (503)")]
    [InlineData(206, "without the whole document (206)")]
    public async Task A_link_that_does_not_give_its_file_is_told_without_the_link(int status, string words)
    {
        await using var listener = new WebListener(_ => WebListener.Answer("", status: status));
        using var web = new SomeWeb(settings: ("AllowedNetworks", SomeWeb.LoopbackAllowed));

        var said = (await Assert.ThrowsAsync<UnreadableInputException>(() => web.Fetch.GetLinkedAsync(listener.At("/file?token-of-the-link"), "file.md", TestContext.Current.CancellationToken))).Message;

        Assert.Contains(words, said, StringComparison.Ordinal);
        Assert.DoesNotContain("token", said, StringComparison.Ordinal);
        Assert.Equal(["/file?token-of-the-link"], listener.Paths);
    }

    [Fact]
    public async Task A_linked_file_is_given_as_it_is_whatever_the_server_calls_it_and_within_the_limit()
    {
        await using var listener = new WebListener(path => WebListener.Answer(path == "/large" ? new string('x', (1 << 20) + 1) : "\u00E4 <p>", "text/html; charset=iso-8859-1"));
        using var web = SomeWeb.OnLoopback(("LargestMegabytes", "1"));

        Assert.Equal("\u00E4 <p>"u8.Length - 1, (await web.Fetch.GetLinkedAsync(listener.At("/small"), "page.HTM", TestContext.Current.CancellationToken)).Length);
        Assert.Contains("larger than 1 MB", (await Assert.ThrowsAsync<UnreadableInputException>(() => web.Fetch.GetLinkedAsync(listener.At("/large"), "page.html", TestContext.Current.CancellationToken))).Message, StringComparison.Ordinal);
    }
}
