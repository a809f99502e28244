using System.Diagnostics;
using BriefingBot.Ingestion;

namespace BriefingBot.Cli.Output;

/// <summary>Prints what became of articles that are loaded, and counts it.</summary>
internal sealed class OutcomeLines(bool json)
{
    private readonly Dictionary<IngestOutcomeKind, int> _counts = [];
    private readonly long _started = Stopwatch.GetTimestamp();
    private long _words;

    private string Summary
    {
        get
        {
            var elapsed = Stopwatch.GetElapsedTime(_started);
            return string.Join(", ", Enum.GetValues<IngestOutcomeKind>().Where(kind => kind != IngestOutcomeKind.Moved || _counts.ContainsKey(kind)).Select(kind => $"{_counts.GetValueOrDefault(kind):N0} {kind.ToString().ToLowerInvariant()}"))
                + $" in {elapsed.TotalSeconds:F1} s"
                + (_words > 0 ? $" ({_words:N0} words, {_words / elapsed.TotalSeconds:N0} words/s)" : "");
        }
    }

    /// <summary>Prints each as it comes, and in the end, whichever it is, the summary on standard error.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> PrintAsync(IAsyncEnumerable<IngestOutcome> outcomes)
    {
        using var progress = new ProgressLine();
        try
        {
            await foreach (var outcome in outcomes)
            {
                progress.Clear();
                Print(outcome);
                progress.Show($"{_counts.Values.Sum():N0} articles, {_words:N0} words, {Path.GetFileName(outcome.Input)}");
            }
        }
        finally
        {
            progress.Clear();
            Console.Error.WriteLine(Summary);
        }

        return _counts.ContainsKey(IngestOutcomeKind.Failed) ? BriefingCommand.Failed : BriefingCommand.Fine;
    }

    private void Print(IngestOutcome outcome)
    {
        _counts[outcome.Kind] = _counts.GetValueOrDefault(outcome.Kind) + 1;
        _words += outcome.Words;
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
}
