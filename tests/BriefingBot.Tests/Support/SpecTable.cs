using System.Text.RegularExpressions;

namespace BriefingBot.Tests.Support;

/// <summary>The tables of a Markdown page in the folder <c>Specs</c>, to be run as tests.</summary>
internal static partial class SpecTable
{
    /// <summary>The cells of every row but the headings, as written. A cell cannot hold a bar between blanks.</summary>
    public static IEnumerable<string[]> Rows(string page)
    {
        string[]? previous = null;
        foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Specs", page)))
        {
            var cells = line.StartsWith("| ", StringComparison.Ordinal) ? line[2..^2].Split(" | ") : null;

            // A heading is what the rule follows.
            if (previous is not null && !Rule().IsMatch(line))
            {
                yield return previous;
            }

            previous = cells;
        }

        if (previous is not null)
        {
            yield return previous;
        }
    }

    [GeneratedRegex("^\\|[-:|]+\\|$")]
    private static partial Regex Rule();
}
