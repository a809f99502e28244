using System.Text;
using BriefingBot.Articles;
using BriefingBot.Ingestion;
using BriefingBot.Tests.Support;

namespace BriefingBot.Tests.Ingestion;

public sealed class MailReaderTests
{
    private const string PlainPart = "Content-Type: text/plain; charset=utf-8\n\nThe dam broke at night.";

    [Fact]
    public void Subject_sender_and_date_are_title_author_and_day_of_publication()
    {
        var article = SomeMail.Only($"{SomeMail.Headers}Content-Language: en-GB\n\nThe dam broke at night.\n");

        Assert.Equal("The dam broke at night.\n", article.Text);
        Assert.Equal(("The dam", "Ann Reed", "en-GB"), (article.Title, article.Author, article.Language));
        Assert.Equal(new PublicationDate(new(2026, 3, 1, 9, 30, 15, TimeSpan.FromHours(1)), HasTime: true), article.Published);
    }

    [Fact]
    public void What_a_mail_does_not_say_is_not_guessed()
    {
        var article = SomeMail.Only("From: ann@valley.example\nMIME-Version: 1.0\n\nThe dam broke.\n");

        Assert.Equal((null, "ann@valley.example", null), (article.Title, article.Author, article.Published));
    }

    [Fact]
    public void Encoded_words_quoted_printable_and_charsets_are_decoded()
    {
        var mail = "From: =?iso-8859-1?Q?J=F6rg_M=FCller?= <j@valley.example>\nSubject: =?utf-8?B?RGVyIETDpG1t?=\nMIME-Version: 1.0\n"
            + "Content-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: quoted-printable\n\nDer D=E4mm ist nachts ge=\nbrochen. =80 5\n";
        var article = SomeMail.Only(mail);

        Assert.Equal(("Der Dämm", "Jörg Müller", "Der Dämm ist nachts gebrochen. € 5\n"), (article.Title, article.Author, article.Text));
    }

    [Theory]
    [InlineData("koi8-r", "koi8-r", "Комитет собрался во вторник.")]
    [InlineData("iso-2022-jp", "iso-2022-jp", "委員会は火曜日に開かれた。")]
    [InlineData("utf-8", "iso-8859-1", "La réunion s’est tenue mardi.")]
    [InlineData("windows-1252", "utf-8", "Le café de la mairie.")]
    [InlineData("utf-8", "no-such-charset", "La réunion s’est tenue mardi.")]
    public void A_charset_is_believed_unless_the_bytes_say_otherwise(string written, string declared, string text)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(written) ?? Encoding.GetEncoding(written);
        byte[] mail = [.. Encoding.ASCII.GetBytes($"{SomeMail.Headers}Content-Type: text/plain; charset={declared}\nContent-Transfer-Encoding: 8bit\n\n"), .. encoding.GetBytes(text)];

        Assert.Equal(text, Assert.Single(SomeMail.Read(mail)).Article!.Text);
    }

    [Theory]
    [InlineData("", "The dam broke at night, and the water came.\nTwo villages were flooded.\n")]
    [InlineData("; delsp=yes", "The dam broke at night, andthe water came.\nTwo villages were flooded.\n")]
    public void Flowed_lines_are_one_again(string parameter, string expected) => Assert.Equal(
        expected,
        SomeMail.Only($"{SomeMail.Headers}Content-Type: text/plain; charset=utf-8; format=flowed{parameter}\n\nThe dam broke at night, and \nthe water came.\nTwo villages were flooded.\n").Text.ReplaceLineEndings("\n"));

    [Fact]
    public void Plain_text_is_taken_before_HTML() => Assert.Equal(
        "The dam broke at night.",
        SomeMail.Only(SomeMail.Multipart("alternative", PlainPart, "Content-Type: text/html; charset=utf-8\n\n<p>The <b>dam</b> broke at night. Unsubscribe.</p>")).Text.Trim());

    [Theory]
    [InlineData("")]
    [InlineData("Your program does not show HTML. See https://valley.example/1")]
    public void HTML_is_taken_where_plain_text_only_points_to_it(string stub)
    {
        var html = $"Content-Type: text/html; charset=utf-8\n\n<html><body><h1>Dam</h1><p>{string.Concat(Enumerable.Repeat("The dam broke at night. ", 12))}</p></body></html>";
        var related = SomeMail.MultipartBody("related", "inner", html, "Content-Type: image/png\nContent-ID: <a>\nContent-Transfer-Encoding: base64\n\niVBORw0KGgo=");

        foreach (var rich in (string[])[html, related])
        {
            Assert.StartsWith("Dam\n\nThe dam broke at night. The dam", SomeMail.Only(SomeMail.Multipart("alternative", $"Content-Type: text/plain\n\n{stub}", rich)).Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Attachments_are_read_as_what_they_are_under_their_names()
    {
        var inner = "Content-Type: message/rfc822\n\n" + SomeMail.Multipart("mixed", "Content-Type: text/plain\n\nThe inner mail.", Attachment("text/plain", "list.txt", "A list.")).Replace("edge", "other", StringComparison.Ordinal);
        var parts = SomeMail.Read(SomeMail.Multipart(
            "mixed",
            PlainPart,
            Attachment("text/markdown", "report.md", "# Report\n\nThe wall was old."),
            Attachment("text/plain", "report.md", "Another."),
            Attachment("text/html", "../../etc/page.html", "<html><head><title>Page</title></head><body><p>The page.</p></body></html>"),
            Attachment("application/octet-stream", "", "Without a name."),
            Attachment("image/jpeg", "photo.jpg", "\xFF\xD8\xFFjpeg"),
            "Content-Type: image/png\nContent-Disposition: inline; filename=logo.png\nContent-Transfer-Encoding: base64\n\niVBORw0KGgo=",
            inner,
            Attachment("text/plain", "blank.txt", " ")));

        Assert.Equal(["", "report.md", "report (2).md", "page.html", "attachment 4", "photo.jpg", "attachment 6.eml", "attachment 6.eml!list.txt", "blank.txt"], parts.Select(part => part.Name));
        Assert.Equal(
            ["The dam broke at night.", "Report\n\nThe wall was old.", "Another.", "The page.", "Without a name.", null, "The inner mail.", "A list.", null],
            parts.Select(part => part.Article?.Text.Trim()));
        Assert.Equal("Report", parts[1].Article!.Title);
        Assert.Contains("text recognition", parts[5].Problem!, StringComparison.Ordinal);
        Assert.Contains("no text", parts[8].Problem!, StringComparison.Ordinal);
    }

    [Fact]
    public void The_charset_of_an_attached_text_is_the_one_that_the_mail_names()
    {
        var bytes = CodePagesEncodingProvider.Instance.GetEncoding("koi8-r")!.GetBytes("Плотина");
        var parts = SomeMail.Read(SomeMail.Multipart(
            "mixed", PlainPart, $"Content-Type: text/plain; charset=koi8-r; name=a.txt\nContent-Disposition: attachment\nContent-Transfer-Encoding: base64\n\n{Convert.ToBase64String(bytes)}"));

        Assert.Equal("Плотина", parts[1].Article!.Text);
    }

    [Fact]
    public void A_mail_that_only_carries_something_has_no_article_of_its_own() =>
        Assert.Equal("report.md", Assert.Single(SomeMail.Read(SomeMail.Multipart("mixed", "Content-Type: text/plain\n\n \n", Attachment("text/plain", "report.md", "The wall was old.")))).Name);

    [Theory]
    [InlineData("Content-Type: text/plain\n\n \n\n", "no text in the mail")]
    [InlineData("Content-Type: application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m\nContent-Transfer-Encoding: base64\n\nMIIB\n", "encrypted")]
    [InlineData("Content-Type: multipart/encrypted; protocol=\"application/pgp-encrypted\"; boundary=b\n\n--b\nContent-Type: application/pgp-encrypted\n\nVersion: 1\n--b--\n", "encrypted")]
    public void A_mail_without_text_that_can_be_read_is_refused(string rest, string said) =>
        Assert.Contains(said, Assert.Throws<UnreadableInputException>(() => SomeMail.Read(SomeMail.Headers + rest)).Message, StringComparison.Ordinal);

    [Fact]
    public void Mail_attached_to_mail_without_end_is_bounded()
    {
        var mail = SomeMail.Headers + "\nThe innermost.\n";
        for (var i = 0; i < 30; i++)
        {
            mail = $"{SomeMail.Headers}{SomeMail.MultipartBody("mixed", $"edge{i}", $"Content-Type: text/plain\n\nLevel {i}.", $"Content-Type: message/rfc822\n\n{mail}")}";
        }

        var parts = SomeMail.Read(mail);

        Assert.Equal(7, parts.Count);
        Assert.Contains("more than 5 files deep", parts[^1].Problem!, StringComparison.Ordinal);
    }

    [Fact]
    public void Multiparts_nested_without_end_are_not_followed()
    {
        var mail = string.Concat(Enumerable.Range(0, 5_000).Select(i => $"Content-Type: multipart/mixed; boundary=\"e{i}\"\n\n--e{i}\n"));

        Assert.Single(SomeMail.Read(SomeMail.Headers + mail));
    }

    [Fact]
    public void Of_very_many_attachments_the_first_are_read_and_the_rest_is_told()
    {
        var parts = SomeMail.Read(SomeMail.Multipart("mixed", [PlainPart, .. Enumerable.Range(0, 250).Select(i => Attachment("text/plain", $"{i}.txt", $"Note {i}."))]));

        Assert.Equal(202, parts.Count);
        Assert.Contains("250 attachments", parts[^1].Problem!, StringComparison.Ordinal);
    }

    [Fact]
    public void A_mailbox_is_read_mail_by_mail()
    {
        var parts = SomeMail.Read($"From ann@valley.example Sun Mar  1 09:30:00 2026\n{SomeMail.Headers}\nThe first.\n\nFrom ann@valley.example Sun Mar  1 09:30:00 2026\n{SomeMail.Headers}\nThe second.\n");

        Assert.Equal([("mail 1", "The first."), ("mail 2", "The second.")], parts.Select(part => (part.Name, part.Article!.Text.Trim())));
    }

    [Fact]
    public void Mail_of_the_shared_data_is_read()
    {
        var folder = SharedData.Find("documents/email");
        Assert.SkipWhen(folder is null, "The documents are not beside the repository.");

        var simple = Assert.Single(SomeMail.Read(File.ReadAllBytes(Path.Combine(folder!, "eml_simple.eml")))).Article!;
        Assert.Equal(("Simple Email", "Alice Example"), (simple.Title, simple.Author));
        Assert.Equal(["", "test.txt"], SomeMail.Read(File.ReadAllBytes(Path.Combine(folder!, "eml_with_attachment.eml"))).Select(part => part.Name));
    }

    private static string Attachment(string type, string name, string content) =>
        $"Content-Type: {type}\nContent-Disposition: attachment{(name.Length > 0 ? $"; filename=\"{name}\"" : "")}\nContent-Transfer-Encoding: base64\n\n{Convert.ToBase64String(Encoding.Latin1.GetBytes(content))}";
}
