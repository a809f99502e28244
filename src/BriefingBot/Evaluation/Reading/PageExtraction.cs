using System.Collections.Immutable;
using System.IO.Compression;
using System.Text.Json;
using BriefingBot.Ingestion;

namespace BriefingBot.Evaluation;

/// <summary>
/// Measures how much of web pages' articles is read, and how much else, against texts that people chose. The folder holds
/// <c>ground-truth.json</c>, an object of <c>{articleBody}</c> by id, a page <c>html/ID.html.gz</c> each, and what other extractors made of the pages in
/// files <c>output-NAME.json</c> of the same form.
/// </summary>
internal static class PageExtraction
{
    private const string Ours = "BriefingBot";

    /// <summary>Ours, SmartReader alone, and every other extractor whose output is there, the best first behind ours.</summary>
    public static ImmutableArray<ExtractorScore> Measure(string folder, CancellationToken cancellation)
    {
        var truth = Bodies(Path.Combine(folder, "ground-truth.json")).ToDictionary(body => body.Key, body => Shingles.Of(body.Value), StringComparer.Ordinal);
        var pages = truth.Keys.Order(StringComparer.Ordinal).ToDictionary(id => id, id => Page(folder, id), StringComparer.Ordinal);
        var others = Directory.EnumerateFiles(folder, "output-*.json").Order(StringComparer.Ordinal)
            .Select(file => (Name: Path.GetFileNameWithoutExtension(file)["output-".Length..], Texts: Bodies(file)))
            .Select(other => Score(other.Name, id => other.Texts.GetValueOrDefault(id, "")));
        return
        [
            Score(Ours, id => ReadByUs(pages[id])),
            .. others.Append(Score("SmartReader alone", id => SmartReaderAlone.TextOf(HtmlDecoding.Decode(pages[id]))))
                .OrderByDescending(score => score.F1).ThenBy(score => score.Name, StringComparer.Ordinal),
        ];

        ExtractorScore Score(string name, Func<string, string> read) => new(name, [.. pages.Keys.Select(id =>
        {
            cancellation.ThrowIfCancellationRequested();
            return new PageScore(id, Overlap.Of(Shingles.Of(read(id)), truth[id]));
        })]);
    }

    /// <summary>A page that cannot be read counts as one of which nothing was read.</summary>
    private static string ReadByUs(byte[] page)
    {
        try
        {
            return string.Join("\n\n", InputReaders.Read("page.html", page).Select(part => part.Article?.Text));
        }
        catch (UnreadableInputException)
        {
            return "";
        }
    }

    private static byte[] Page(string folder, string id)
    {
        using var file = new GZipStream(File.OpenRead(Path.Combine(folder, "html", $"{id}.html.gz")), CompressionMode.Decompress);
        using var page = new MemoryStream();
        file.CopyTo(page);
        return page.ToArray();
    }

    private static Dictionary<string, string> Bodies(string file)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(file));
        return json.RootElement.EnumerateObject().ToDictionary(page => page.Name, page => page.Value.GetProperty("articleBody").GetString() ?? "", StringComparer.Ordinal);
    }
}
