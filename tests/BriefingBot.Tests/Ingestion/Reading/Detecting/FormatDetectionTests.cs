using System.IO.Compression;
using System.Text;
using BriefingBot.Ingestion;

namespace BriefingBot.Tests.Ingestion;

public sealed class FormatDetectionTests
{
    private const string Mail = "Received: from mx.example\nFrom: Ann Reed <ann@valley.example>\nDate: Sun, 1 Mar 2026 09:30:00 +0100\nSubject: Dam\n\nIt broke.\n";
    private const string Memo = "From: Ann Reed\nTo: Everybody\nDate: 1 March 2026\nSubject: Dam\n\nIt broke.\n";

    [Theory]
    [InlineData("a.txt", "Words.", nameof(InputFormat.PlainText))]
    [InlineData("a.TEXT", "Words.", nameof(InputFormat.PlainText))]
    [InlineData("README", "Words.", nameof(InputFormat.PlainText))]
    [InlineData("minutes of 3.12", "Words.", nameof(InputFormat.PlainText))]
    [InlineData("a.md", "# Words", nameof(InputFormat.Markdown))]
    [InlineData("a.MARKDOWN", "<p align=center>Words</p>", nameof(InputFormat.Markdown))]
    [InlineData("a.md", "<!-- licence -->\n# Words", nameof(InputFormat.Markdown))]
    [InlineData("a.txt", "---\ntitle: Dam\n---\nWords.", nameof(InputFormat.Markdown))]
    [InlineData("a", "---\r\ntitle: Dam\r\ndate: 2026-03-01\r\n---\r\nWords.", nameof(InputFormat.Markdown))]
    [InlineData("a.txt", "---\nWords, and more words.\n---\nWords.", nameof(InputFormat.PlainText))]
    [InlineData("a.txt", "---\nHe said: words.\n", nameof(InputFormat.PlainText))]
    [InlineData("a.htm", "Words without markup", nameof(InputFormat.Html))]
    [InlineData("a.md", "<!DOCTYPE html>\n<p>Words", nameof(InputFormat.Html))]
    [InlineData("a.txt", "\n\n  <HTML lang=en><p>Words", nameof(InputFormat.Html))]
    [InlineData("a.bin", "<!-- saved -->\n<!-- again --><head><title>Words</title>", nameof(InputFormat.Html))]
    [InlineData("a.md", "<body>\nWords", nameof(InputFormat.Html))]
    [InlineData("a.xml", "<?xml version='1.0'?><!DOCTYPE html PUBLIC 'a' 'b'><html xmlns='http://www.w3.org/1999/xhtml'>", nameof(InputFormat.Html))]
    [InlineData("a.pdf", "<html><body>Please log in", nameof(InputFormat.Html))]
    [InlineData("a.xml", "<?xml version='1.0' encoding='utf-8'?>\n<!-- made --><rss version='2.0'><channel/></rss>", nameof(InputFormat.Feed))]
    [InlineData("a.html", "<rss version='2.0'>", nameof(InputFormat.Feed))]
    [InlineData("a.txt", "<feed xmlns='http://www.w3.org/2005/Atom'>", nameof(InputFormat.Feed))]
    [InlineData("a.xml", "<a:feed xmlns:a=\"http://www.w3.org/2005/Atom\">", nameof(InputFormat.Feed))]
    [InlineData("a.rdf", "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/'>", nameof(InputFormat.Feed))]
    [InlineData("a.rdf", "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>", nameof(InputFormat.Unsupported))]
    [InlineData("a.xml", "<!DOCTYPE rss [<!ENTITY a '>'><!ENTITY b 'b'>]><rss version='2.0'>", nameof(InputFormat.Feed))]
    [InlineData("a.xml", "<feed xmlns='urn:other'>", nameof(InputFormat.Unsupported))]
    [InlineData("a.xml", "<note>Words</note>", nameof(InputFormat.Unsupported))]
    [InlineData("a.rss", "Words", nameof(InputFormat.Unsupported))]
    [InlineData("a.eml", Mail, nameof(InputFormat.Mail))]
    [InlineData("a.txt", Mail, nameof(InputFormat.Mail))]
    [InlineData("a", "\n\nFrom ann Sun Mar 1 2026\n" + Mail, nameof(InputFormat.Mail))]
    [InlineData("a.eml", Memo, nameof(InputFormat.Mail))]
    [InlineData("a.txt", Memo, nameof(InputFormat.PlainText))]
    [InlineData("a.mail", Memo, nameof(InputFormat.Mail))]
    [InlineData("a.eml", "Words: and more\nwords", nameof(InputFormat.Unsupported))]
    [InlineData("a.mhtml", "From: <Saved by Blink>\nSubject: Page\nDate: Sun, 1 Mar 2026 09:30:00 +0100\nMIME-Version: 1.0\n\n", nameof(InputFormat.Unsupported))]
    [InlineData("a.css", "p { color: red }", nameof(InputFormat.Unsupported))]
    [InlineData("a.js", "let a = 1;", nameof(InputFormat.Unsupported))]
    [InlineData("a.pdf", "Words", nameof(InputFormat.Unsupported))]
    [InlineData("a.docx", "Words", nameof(InputFormat.Unsupported))]
    [InlineData("a.md", "%PDF-1.7\n1 0 obj", nameof(InputFormat.Pdf))]
    [InlineData("a.txt", "HTTP/1.1 200 OK\n\n%PDF-1.7\n1 0 obj", nameof(InputFormat.Pdf))]
    [InlineData("a.txt", "Every PDF begins with %PDF-1.7, or nearly.", nameof(InputFormat.PlainText))]
    public void A_text_is_told_by_how_it_begins_and_else_by_its_name(string name, string content, string expected)
    {
        Assert.Equal(expected, FormatDetection.Of(name, Encoding.UTF8.GetBytes(content)).ToString());
        if (!content.Contains("%PDF", StringComparison.Ordinal))
        {
            Assert.Equal(expected, FormatDetection.Of(name, [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(content)]).ToString());
            Assert.Equal(expected, FormatDetection.Of(name, [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(content)]).ToString());
            Assert.Equal(expected, FormatDetection.Of(name, Encoding.BigEndianUnicode.GetBytes(content)).ToString());
        }
    }

    [Theory]
    [InlineData("89504E470D0A1A0A", "a PNG image", "text recognition")]
    [InlineData("FFD8FFE000104A464946", "a JPEG image", "text recognition")]
    [InlineData("474946383961", "a GIF image", "text recognition")]
    [InlineData("49492A0008000000", "a TIFF image", "text recognition")]
    [InlineData("524946460000000057454250", "a WebP image", "text recognition")]
    [InlineData("00000018667479706865696300000000", "a HEIC image", "text recognition")]
    [InlineData("000000186674797069736F6D00000000", "a video or a sound recording", "Write down")]
    [InlineData("49443303000000000000", "a sound recording", "Write down")]
    [InlineData("1F8B0800", "a gzip archive", "Unpack")]
    [InlineData("377ABCAF271C0004", "a 7z archive", "Unpack")]
    [InlineData("526172211A0700", "a RAR archive", "Unpack")]
    [InlineData("7B5C727466315C616E7369", "an RTF document", "save it as .docx")]
    [InlineData("252150532D41646F6265", "a PostScript document", "as PDF")]
    [InlineData("7F454C46020101", "a program", "documents")]
    public void A_kind_that_is_not_read_is_named_with_a_remedy_whatever_its_name(string hex, string kind, string remedy)
    {
        foreach (var name in (string[])["a.txt", "a.md", "a.pdf", "a.xyz", "a"])
        {
            AssertRefused(Convert.FromHexString(hex), name, kind, remedy);
        }
    }

    [Theory]
    [InlineData("EncryptedPackage", "an encrypted Office document", "without one")]
    [InlineData("__properties_version1.0", "a message of Outlook (.msg)", ".eml")]
    [InlineData("WordDocument", "an old Word document (.doc)", ".docx")]
    [InlineData("PowerPoint Document", "an old PowerPoint presentation (.ppt)", ".pptx")]
    [InlineData("Workbook", "an old spreadsheet (.xls)", ".docx")]
    [InlineData("Else", "an old Office file", ".docx")]
    public void An_old_office_file_is_told_by_what_is_in_it(string entry, string kind, string remedy) =>
        AssertRefused([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600], .. Encoding.Unicode.GetBytes(entry)], "a.docx", kind, remedy);

    [Fact]
    public void A_tar_archive_is_told_by_its_mark_behind_the_first_name() =>
        AssertRefused([.. "a.pdf"u8, .. new byte[252], .. "ustar\0"u8, .. new byte[249], .. "%PDF-1.4 obj"u8], "a.txt", "a tar archive", "Unpack");

    [Theory]
    [InlineData("xl/workbook.xml", "a spreadsheet")]
    [InlineData("Index/Document.iwa", "a document of Pages, Keynote or Numbers")]
    public void An_archive_that_another_program_wrote_is_named(string entry, string kind)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            archive.CreateEntry(entry);
        }

        AssertRefused(stream.ToArray(), "a.zip", kind, ".");
    }

    [Theory]
    [InlineData("a.pdf", "named .pdf")]
    [InlineData("a.eml", "headers of a mail")]
    [InlineData("a.atom", "holds no feed")]
    [InlineData("a.xml", "neither a feed nor a web page")]
    [InlineData("a.css", ".docx")]
    public void A_name_that_does_not_hold_what_it_says_is_told_so(string name, string said) =>
        Assert.Contains(said, Refusal("Words.\n"u8.ToArray(), name), StringComparison.Ordinal);

    [Fact]
    public void What_messages_and_pages_of_the_shared_data_are_is_told()
    {
        var folder = Support.SharedData.Find("documents");
        Assert.SkipWhen(folder is null, "The documents are not beside the repository.");
        Assert.All(Directory.GetFiles(Path.Combine(folder!, "html"), "*.html"), file => Assert.Equal(InputFormat.Html, OfFile(file)));
        Assert.All(Directory.GetFiles(Path.Combine(folder!, "pdf"), "*.pdf"), file => Assert.Equal(InputFormat.Pdf, OfFile(file)));
        Assert.All(Directory.GetFiles(Path.Combine(folder!, "email"), "*.eml"), file => Assert.Equal(InputFormat.Mail, OfFile(file)));
        Assert.All(Directory.GetFiles(Path.Combine(folder!, "email"), "*.msg"), file => AssertRefused(File.ReadAllBytes(file), file, "a message of Outlook", ".eml"));
    }

    private static InputFormat OfFile(string path) => FormatDetection.Of(path, File.ReadAllBytes(path));

    private static void AssertRefused(byte[] bytes, string name, string kind, string remedy)
    {
        Assert.Equal(InputFormat.Unsupported, FormatDetection.Of(name, bytes));
        var refusal = Refusal(bytes, name);
        Assert.StartsWith($"it is {kind}", refusal, StringComparison.Ordinal);
        Assert.Contains(remedy, refusal, StringComparison.Ordinal);
    }

    private static string Refusal(byte[] bytes, string name) => Assert.Throws<UnreadableInputException>(() => InputReaders.Read(name, bytes)).Message;
}
