using System.Globalization;
using BriefingBot.Ingestion;

namespace BriefingBot.Cli.Output;

/// <summary>What became of articles, by the kind of file that they came from: a row a kind, a column an outcome. For somebody at a terminal, who has seen the lines go by.</summary>
internal sealed class LoadTable
{
    // More kinds than anybody has; names may end in anything.
    private const int MostRows = 20;
    private const int LongestKind = 12;
    private const string Others = "others";

    private readonly SortedDictionary<string, Dictionary<IngestOutcomeKind, int>> _rows = new(StringComparer.Ordinal);

    public void Add(IngestOutcome outcome)
    {
        var kind = KindOf(outcome.Input);
        var row = _rows.GetValueOrDefault(kind) ?? (_rows.Count < MostRows ? _rows[kind] = [] : _rows.GetValueOrDefault(Others) ?? (_rows[Others] = []));
        row[outcome.Kind] = row.GetValueOrDefault(outcome.Kind) + 1;
    }

    /// <summary>The table, its lines ended; empty where there is one kind alone, of which the summary says all.</summary>
    public override string ToString()
    {
        if (_rows.Count < 2)
        {
            return "";
        }

        IngestOutcomeKind[] columns = [.. Enum.GetValues<IngestOutcomeKind>().Where(kind => _rows.Values.Any(row => row.ContainsKey(kind)))];
        return Line("", columns.Select(kind => kind.ToString().ToLowerInvariant()))
            + string.Concat(_rows.Select(row => Line(row.Key, columns.Select(kind => row.Value.GetValueOrDefault(kind).ToString("N0", CultureInfo.InvariantCulture)))));
    }

    private static string KindOf(string input)
    {
        if (input.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || input.StartsWith("https://", StringComparison.OrdinalIgnoreCase))
        {
            return "web";
        }

        var extension = Path.GetExtension(input).ToLowerInvariant();
        return extension.Length is > 1 and <= LongestKind ? Terminal.Safe(extension) : Others;
    }

    private static string Line(string kind, IEnumerable<string> cells) => $"{kind,-14}{string.Concat(cells.Select(cell => $"{cell,11}"))}\n";
}
