using System.Text.RegularExpressions;

namespace BriefingBot.Benchmarks;

/// <summary>A way to reword a sentence, or to make it false. A sentence it does not fit gives null.</summary>
/// <param name="Kind">What is done, as the line names it.</param>
/// <param name="Apply">Does it once, at a place that chance picks.</param>
/// <param name="OfQuotations">Whether it is for sentences with words in quotation marks, which all others leave alone.</param>
internal sealed record Rule(string Kind, Func<Wording, Random, Wording?> Apply, bool OfQuotations = false)
{
    public static Rule OfText(string kind, Func<string, Random, string?> change) =>
        new(kind, (wording, random) => change(wording.Text, random) is { } text ? wording with { Text = text } : null);

    /// <summary>Puts other words in one of the places found.</summary>
    public static Rule At(string kind, Regex places, Func<Match, Random, string?> other) =>
        OfText(kind, (text, random) => Change.One(text, places, random, match => other(match, random)));

    /// <summary>The rules of a table of lines <c>words =&gt; others</c> or <c>words &lt;=&gt; others</c> under headings <c># kind</c>, the words a regular expression.</summary>
    public static IEnumerable<Rule> OfTable(string table)
    {
        foreach (var section in table.Split("# ", StringSplitOptions.RemoveEmptyEntries))
        {
            var lines = section.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            var turns = lines.Skip(1).SelectMany(line => line.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).SelectMany(Turns).ToArray();
            yield return OfText(lines[0], (text, random) =>
            {
                foreach (var (from, to) in random.GetItemsOnce(turns))
                {
                    // A capital inside a sentence is a name's.
                    var changed = Change.One(text, from, random, match => char.IsUpper(match.Value[0])
                        ? match.Index > 0 ? null : Change.Capital(match.Result(to))
                        : match.Result(to));
                    if (changed is not null)
                    {
                        return changed;
                    }
                }

                return null;
            });
        }
    }

    private static IEnumerable<(Regex From, string To)> Turns(string line)
    {
        var both = line.Split(" <=> ");
        var sides = both.Length == 2 ? both : line.Split(" => ");
        yield return (Whole(sides[0]), sides[1].Trim('_'));
        if (both.Length == 2)
        {
            yield return (Whole(sides[1]), sides[0].Split("(?")[0]);
        }
    }

    private static Regex Whole(string words) => new($@"(?<![\w'’-])(?:{words})(?![\w-]|['’]\w)", RegexOptions.IgnoreCase);
}
