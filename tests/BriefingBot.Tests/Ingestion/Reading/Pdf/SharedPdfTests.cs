using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using BriefingBot.Articles;
using BriefingBot.Ingestion;
using BriefingBot.Tests.Support;

namespace BriefingBot.Tests.Ingestion;

/// <summary>Reads the PDFs that lie beside the repository.</summary>
public sealed partial class SharedPdfTests
{
    /// <summary>Of the words of each document, as another tool read and people approved them, nine in ten are found, and few others.</summary>
    [Fact]
    public void Words_of_documents_are_found()
    {
        var folder = SharedData.Find("documents/pdf/expected") ?? Skipped();
        foreach (var expected in Directory.GetFiles(folder, "*.md"))
        {
            var pdf = Path.Combine(folder, "..", Path.ChangeExtension(Path.GetFileName(expected), ".pdf"));
            if (File.Exists(pdf))
            {
                var wanted = WordsOf(Unmarked(File.ReadAllText(expected)));
                var read = WordsOf(CanonicalText.From(PdfReader.Read(File.ReadAllBytes(pdf)).Text));
                var common = (double)wanted.Sum(word => Math.Min(word.Value, read.GetValueOrDefault(word.Key)));
                var (recall, precision) = (common / wanted.Values.Sum(), common / read.Values.Sum());

                // Of right_to_left_02 a table of headings is in what is read and not in what is expected.
                Assert.True(recall >= 0.93 && precision >= 0.87, string.Create(CultureInfo.InvariantCulture, $"{pdf}: recall {recall:F3}, precision {precision:F3}"));
            }
        }
    }

    /// <summary>
    /// Each damaged or odd file ends in text or in a message, within the time that it is given. Every fifteenth is tried, or as many as <c>BRIEFING_PDF_EVERY</c>
    /// says: 1 tries all, which takes a minute.
    /// </summary>
    [Fact]
    public void Damaged_files_end_in_text_or_a_message()
    {
        var folder = SharedData.Find("pdf-hostile") ?? Skipped();
        var every = int.TryParse(Environment.GetEnvironmentVariable("BRIEFING_PDF_EVERY"), NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given : 15;
        var (texts, longest, slowest) = (0, TimeSpan.Zero, "");
        foreach (var file in Directory.GetFiles(folder, "*.pdf").Order(StringComparer.Ordinal).Where((_, i) => i % every == 0))
        {
            var watch = Stopwatch.StartNew();
            texts += HasText(File.ReadAllBytes(file)) ? 1 : 0;
            (longest, slowest) = watch.Elapsed > longest ? (watch.Elapsed, file) : (longest, slowest);
        }

        TestContext.Current.SendDiagnosticMessage("{0} files with text; the longest took {1:F1} s: {2}", texts, longest.TotalSeconds, slowest);
        Assert.True(texts > 0 && longest < TimeSpan.FromSeconds(10), $"{texts} files have text; {slowest} took {longest}");
    }

    private static bool HasText(byte[] bytes)
    {
        try
        {
            return ReadArticle.HasWords(PdfReader.Read(bytes).Text);
        }
        catch (UnreadableInputException refused)
        {
            Assert.Contains(". ", refused.Message, StringComparison.Ordinal);
            return false;
        }
    }

    private static string Skipped()
    {
        Assert.Skip("The shared PDFs are not beside the repository.");
        return "";
    }

    private static string Unmarked(string markdown) => Unread().Replace(markdown, " ").Replace(@"\_", "_", StringComparison.Ordinal)
        .Replace("&amp;", "&", StringComparison.Ordinal).Replace("&lt;", "<", StringComparison.Ordinal).Replace("&gt;", ">", StringComparison.Ordinal);

    private static Dictionary<string, int> WordsOf(string text) => Words().Matches(text.ToLowerInvariant()).Select(match => match.Value).Where(word => word.Trim('_').Length > 0)
        .CountBy(word => word).ToDictionary();

    // Comments, formulae, images, the addresses of links, the numbers of lists.
    [GeneratedRegex(@"<!--.*?-->|\$\$.*?\$\$|!\[[^\]]*\]\([^)]*\)|(?<=\])\([^)]*\)|(?m:^\s*\d+\.\s)", RegexOptions.Singleline)]
    private static partial Regex Unread();

    [GeneratedRegex(@"\w+")]
    private static partial Regex Words();
}
