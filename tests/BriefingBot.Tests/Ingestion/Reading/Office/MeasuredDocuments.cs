using System.Text.RegularExpressions;
using BriefingBot.Ingestion;
using BriefingBot.Tests.Support;

namespace BriefingBot.Tests.Ingestion;

/// <summary>How much of what another tool read of documents we read, and how much else: word by word, in whatever order.</summary>
internal static partial class MeasuredDocuments
{
    public sealed record Measured(string File, double Recall, double Precision, IReadOnlyList<string> Missing, IReadOnlyList<string> More);

    /// <summary>Each document of a folder of the shared data; skips the test when it is absent.</summary>
    public static List<Measured> Of(string folder, string ending, params string[] except)
    {
        var path = SharedData.Find($"documents/{folder}");
        Assert.SkipWhen(path is null, "The shared data is not there.");
        return [.. Directory.GetFiles(path, $"*{ending}").Order(StringComparer.Ordinal).Where(file => !except.Contains(Path.GetFileName(file))).Select(file => Of(path, file))];
    }

    private static Measured Of(string folder, string file)
    {
        var expected = Words(Plain(File.ReadAllText(Path.Combine(folder, "expected", Path.GetFileName(file) + ".md"))));
        var read = Words(Plain(Assert.Single(InputReaders.Read(file, File.ReadAllBytes(file))).Article!.Text));
        var missing = Without(expected, read);
        var more = Without(read, expected);
        return new(
            Path.GetFileName(file),
            expected.Count == 0 ? 1 : 1 - ((double)missing.Count / expected.Count),
            read.Count == 0 ? 1 : 1 - ((double)more.Count / read.Count),
            missing,
            more);
    }

    private static List<string> Without(List<string> words, List<string> others)
    {
        var counts = others.CountBy(word => word).ToDictionary();
        return [.. words.Where(word => counts.GetValueOrDefault(word) == 0 || counts[word]-- == 0)];
    }

    private static List<string> Words(string text) => [.. Word().Matches(text.ToLowerInvariant()).Select(match => match.Value)];

    private static string Plain(string markdown) => System.Net.WebUtility.HtmlDecode(Unread().Replace(markdown, " ").Replace("\\_", "_", StringComparison.Ordinal));

    [GeneratedRegex(@"\w+")]
    private static partial Regex Word();

    // HTML comments, pictures, formulae, addresses of links, and the numbers of lists.
    [GeneratedRegex(@"<!--.*?-->|!\[[^\]]*\]\([^)]*\)|\$\$.*?\$\$|\$[^$\n]+\$|(?<=\])\([^)\s]*\)|^[ \t]*(?:[-*] )?\d{1,3}(?:\.\d+)*[.)] |\[[ x]\]", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Unread();
}
