using System.Diagnostics;
using BriefingBot.Ingestion;

namespace BriefingBot.Cli.Output;

/// <summary>Prints what became of articles that are loaded, and counts it.</summary>
/// <param name="json">For scripts.</param>
/// <param name="files">How many files there are, for the bar; null where nobody knows.</param>
internal sealed class OutcomeLines(bool json, int? files = null)
{
    // Reasons may name ids, each another.
    private const int MostReasons = 1_000;

    private readonly Dictionary<string, int> _reasons = new(StringComparer.Ordinal);
    private readonly Dictionary<IngestOutcomeKind, int> _counts = [];
    private readonly LoadTable _table = new();
    private readonly long _started = Stopwatch.GetTimestamp();
    private long _words;
    private int _begun;
    private string? _file;

    private string Summary
    {
        get
        {
            var elapsed = Stopwatch.GetElapsedTime(_started);
            return string.Join(", ", Enum.GetValues<IngestOutcomeKind>().Where(kind => kind is not (IngestOutcomeKind.Moved or IngestOutcomeKind.Removed) || _counts.ContainsKey(kind)).Select(kind => $"{_counts.GetValueOrDefault(kind):N0} {kind.ToString().ToLowerInvariant()}"))
                + $" in {elapsed.TotalSeconds:F1} s"
                + (_words > 0 ? $" ({_words:N0} words, {_words / elapsed.TotalSeconds:N0} words/s)" : "");
        }
    }

    /// <summary>Prints each as it comes, and in the end, whichever it is, the summary on standard error.</summary>
    /// <returns>The exit code.</returns>
    public Task<int> PrintAsync(IAsyncEnumerable<IngestOutcome> outcomes) => PrintAsync(async print =>
    {
        await foreach (var outcome in outcomes)
        {
            print(outcome);
        }
    });

    /// <summary>Likewise, for what tells its outcomes.</summary>
    public async Task<int> PrintAsync(Func<Action<IngestOutcome>, Task> load)
    {
        using var progress = new ProgressLine();
        try
        {
            await load(outcome =>
            {
                progress.Clear();
                Count(outcome);
                Print(outcome, json);
                Show(progress, outcome);
            });
        }
        finally
        {
            progress.Clear();
            if (!Console.IsErrorRedirected)
            {
                Console.Error.Write(_table);
            }

            Console.Error.WriteLine(Summary);
            PrintReasons();
        }

        return _counts.ContainsKey(IngestOutcomeKind.Failed) ? BriefingCommand.Failed : BriefingCommand.Fine;
    }

    public static void Print(IngestOutcome outcome, bool json)
    {
        if (json)
        {
            JsonOutput.Write(new
            {
                outcome.Input,
                outcome.Line,
                Outcome = outcome.Kind,
                outcome.ArticleId,
                outcome.Version,
                outcome.Title,
                outcome.Passages,
                outcome.CopyOf,
                outcome.Error,
            });
        }
        else if (outcome.Kind == IngestOutcomeKind.Failed)
        {
            Console.WriteLine($"failed     {Terminal.Safe(outcome.Input)}: {Terminal.Safe(outcome.Error!)}");
        }
        else
        {
            Console.WriteLine($"{outcome.Kind.ToString().ToLowerInvariant(),-10} {Terminal.Safe(outcome.ArticleId!)}  {Terminal.Safe(outcome.Title ?? "(removed)")}{(outcome.CopyOf is { } story ? Terminal.Safe($"  (copy of {story})") : "")}");
        }
    }

    private void Count(IngestOutcome outcome)
    {
        _counts[outcome.Kind] = _counts.GetValueOrDefault(outcome.Kind) + 1;
        _words += outcome.Words;
        _table.Add(outcome);
        if (outcome.Input != _file)
        {
            (_file, _begun) = (outcome.Input, _begun + 1);
        }

        // The line's number would make each reason another.
        var reason = outcome is { Error: { } error, Line: not null } && error.StartsWith("line ", StringComparison.Ordinal) ? error[(error.IndexOf(':') + 2)..] : outcome.Error;
        if (reason is not null && (_reasons.ContainsKey(reason) || _reasons.Count < MostReasons))
        {
            _reasons[reason] = _reasons.GetValueOrDefault(reason) + 1;
        }
    }

    private void Show(ProgressLine progress, IngestOutcome outcome)
    {
        var text = $"{_counts.Values.Sum():N0} articles, {_words:N0} words, {Path.GetFileName(outcome.Input)}";
        if (files > 1)
        {
            // An article that waits for others is told behind its file's turn.
            progress.ShowBar(Math.Min(_begun, files.Value), files.Value, text);
        }
        else
        {
            progress.Show(text);
        }
    }

    /// <summary>What failed for one reason, where that is not seen at a glance above.</summary>
    private void PrintReasons()
    {
        const int Most = 10;
        if (!json && _reasons.Values.Any(count => count > 1))
        {
            foreach (var (reason, count) in _reasons.OrderByDescending(reason => reason.Value).ThenBy(reason => reason.Key, StringComparer.Ordinal).Take(Most))
            {
                Console.Error.WriteLine(Terminal.Safe($"{count,9:N0}  {reason}"));
            }
        }
    }
}
