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
    /// <summary>Ours, SmartReader alone, and every other extractor whose output is there, the best first behind ours.</summary>
    public static ImmutableArray<ExtractorScore> Measure(string folder, CancellationToken cancellation)
    {
        var truth = Truth(folder);
        var others = Directory.EnumerateFiles(folder, "output-*.json").Order(StringComparer.Ordinal)
            .Select(file => (Name: Path.GetFileNameWithoutExtension(file)["output-".Length..], Texts: Bodies(file)))
            .Select(other => Score(other.Name, truth, id => other.Texts.GetValueOrDefault(id, ""), cancellation))
            .Append(Score("SmartReader alone", truth, id => SmartReaderAlone.TextOf(HtmlDecoding.Decode(Page(folder, id))), cancellation));
        return [MeasureOurs(folder, cancellation), .. others.OrderByDescending(score => score.F1).ThenBy(score => score.Name, StringComparer.Ordinal)];
    }

    public static ExtractorScore MeasureOurs(string folder, CancellationToken cancellation) => Score("BriefingBot", Truth(folder), id => ReadByUs(Page(folder, id)), cancellation);

    private static ExtractorScore Score(string name, Dictionary<string, Dictionary<string, int>> truth, Func<string, string> read, CancellationToken cancellation) =>
        new(name, [.. truth.Keys.Order(StringComparer.Ordinal).Select(id =>
        {
            cancellation.ThrowIfCancellationRequested();
            return new PageScore(id, Overlap.Of(Shingles.Of(read(id)), truth[id]));
        })]);

    private static Dictionary<string, Dictionary<string, int>> Truth(string folder) =>
        Bodies(Path.Combine(folder, "ground-truth.json")).ToDictionary(body => body.Key, body => Shingles.Of(body.Value), StringComparer.Ordinal);

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
