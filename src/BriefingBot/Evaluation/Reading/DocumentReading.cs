using System.Collections.Immutable;
using BriefingBot.Ingestion;

namespace BriefingBot.Evaluation;

/// <summary>
/// Measures how many of the words of documents are read, and how many others, against Markdown that stands for what is to be read:
/// a folder a format, in it the documents and <c>expected/NAME.md</c> (or, for <c>a.pdf</c>, <c>expected/a.md</c>).
/// </summary>
internal static class DocumentReading
{
    /// <summary>Fewer words than this, formulae taken out, and one word more or less would be a miss.</summary>
    private const int FewestWords = 5;

    /// <summary>A document that is formulae for the most part is set, not worded: readers spell it each in their own way.</summary>
    private const double MostFormula = 0.5;

    public static ImmutableArray<FormatScore> Measure(string folder, CancellationToken cancellation) =>
        [.. Directory.EnumerateDirectories(folder).Order(StringComparer.Ordinal).Select(format => MeasureFormat(format, cancellation))];

    public static FormatScore MeasureFormat(string folder, CancellationToken cancellation)
    {
        var (measured, left) = (ImmutableArray.CreateBuilder<DocumentScore>(), ImmutableArray.CreateBuilder<DocumentScore>());
        foreach (var file in Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal))
        {
            cancellation.ThrowIfCancellationRequested();
            var name = Path.GetFileName(file);
            var expected = Expected(folder, name);
            if (Unmeasurable(expected) is { } reason)
            {
                left.Add(new(name, null, reason));
            }
            else
            {
                measured.Add(Measure(file, name, ExpectedWords.Of(expected!)));
            }
        }

        return new(Path.GetFileName(folder), measured.DrainToImmutable(), left.DrainToImmutable());
    }

    private static DocumentScore Measure(string file, string name, Dictionary<string, int> expected)
    {
        try
        {
            var parts = InputReaders.Read(name, InputBytes.ReadAll(file)).ToList();
            var text = string.Join("\n\n", parts.Select(part => part.Article?.Text));
            return parts.TrueForAll(part => part.Article is null)
                ? new(name, null, parts.Count > 0 ? parts[0].Problem : "it holds no article")
                : new(name, Overlap.Of(ExpectedWords.OfText(text), expected));
        }
        catch (UnreadableInputException unreadable)
        {
            return new(name, null, unreadable.Message);
        }
    }

    private static string? Expected(string folder, string name)
    {
        string[] names = [$"{name}.md", $"{Path.GetFileNameWithoutExtension(name)}.md"];
        var found = names.Select(expected => Path.Combine(folder, "expected", expected)).FirstOrDefault(File.Exists);
        return found is null ? null : File.ReadAllText(found);
    }

    private static string? Unmeasurable(string? expected) => expected is null ? "has no expected text"
        : ExpectedWords.FormulaShare(expected) > MostFormula ? "is formulae for the most part"
        : ExpectedWords.Of(expected).Values.Sum() < FewestWords ? $"has fewer than {FewestWords} words"
        : null;
}
