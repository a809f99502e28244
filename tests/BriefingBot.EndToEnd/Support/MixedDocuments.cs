using System.Globalization;
using System.Text;
using BriefingBot.Tests.Support;

namespace BriefingBot.EndToEnd.Support;

/// <summary>Files of eight formats, of about 80 words each, no two of them alike. The same number gives the same files.</summary>
internal static class MixedDocuments
{
    private const int SentencesOfText = 8;
    private const int WordsOfSentence = 10;

    private static readonly string[] Words =
    [
        "river", "bridge", "council", "flood", "harbour", "engineer", "school", "winter", "market", "railway", "teacher", "valley", "museum", "ferry", "storm", "budget",
        "ladder", "orchard", "mayor", "signal", "quarry", "letter", "tunnel", "garden", "lantern", "meadow", "printer", "island", "factory", "singer", "barrel", "village",
    ];

    /// <summary>Makes the folder.</summary>
    /// <param name="folder">It must not be there.</param>
    /// <param name="articles">How many articles the files hold.</param>
    /// <returns>The inputs that a load tells of, one for each article: paths, and what lies in an archive behind an exclamation mark.</returns>
    public static IReadOnlyList<string> Write(string folder, int articles)
    {
        Directory.CreateDirectory(folder);
        var inputs = new List<string>();
        for (var (file, article) = (0, 0); article < articles; file++)
        {
            var (ending, bytes, texts) = (file % 8) switch
            {
                0 => ("txt", Utf8(Text(article)), 1),
                1 => ("md", Utf8($"# {Title(article)}\n\n{Text(article)}\n"), 1),
                2 => ("html", Utf8($"<!doctype html><html><head><title>{Title(article)}</title></head><body><article><h1>{Title(article)}</h1><p>{Text(article)}</p></article></body></html>"), 1),
                3 => ("eml", Utf8($"From: Ann Lee <ann@valley.example>\r\nTo: bo@valley.example\r\nSubject: {Title(article)}\r\nDate: Mon, 2 Mar 2026 10:00:00 +0000\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n{Text(article)}\r\n"), 1),
                4 => ("docx", SomeDocx.Of(SomeDocx.P(Title(article)) + SomeDocx.P(Text(article))), 1),
                5 => ("pdf", Pdf(article), 1),
                6 => ("odt", Odt(article), 1),
                _ => ("zip", Zipped.Of([("one.txt", Text(article)), ("two.txt", Text(article + 1))]), 2),
            };
            var path = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{file:D5}.{ending}"));
            File.WriteAllBytes(path, bytes);
            inputs.AddRange(texts == 1 ? [path] : [$"{path}!one.txt", $"{path}!two.txt"]);
            article += texts;
        }

        return inputs;
    }

    private static string Title(int article) => $"Report {article} of the valley";

    private static string Text(int article) => string.Join(' ', Sentences(article));

    private static IEnumerable<string> Sentences(int article)
    {
        var random = new Random(article);
        for (var sentence = 0; sentence < SentencesOfText; sentence++)
        {
            var words = Enumerable.Range(0, WordsOfSentence - 1).Select(_ => Words[random.Next(Words.Length)]);
            yield return $"Report{article} {string.Join(' ', words)}.";
        }
    }

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    private static byte[] Pdf(int article)
    {
        var lines = string.Concat(Sentences(article).Select(line => $"({line}) Tj T* "));
        return RawPdf.Of(
            "",
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
            RawPdf.Stream($"BT /F1 10 Tf 14 TL 50 780 Td {lines}ET"),
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
    }

    private static byte[] Odt(int article) => Zipped.Of(
    [
        ("mimetype", "application/vnd.oasis.opendocument.text"),
        ("content.xml", $"""
            <office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0">
            <office:body><office:text><text:h text:outline-level="1">{Title(article)}</text:h><text:p>{Text(article)}</text:p></office:text></office:body></office:document-content>
            """),
    ]);
}
