using System.Diagnostics;
using BriefingBot.Ingestion;

namespace BriefingBot.Cli.Output;

/// <summary>Prints what became of articles that are loaded, and counts it.</summary>
internal sealed class OutcomeLines(bool json)
{
    private readonly Dictionary<IngestOutcomeKind, int> _counts = [];
    private readonly long _started = Stopwatch.GetTimestamp();
    private long _words;

    public int Count => _counts.Values.Sum();

    public long Words => _words;

    public bool HasFailures => _counts.ContainsKey(IngestOutcomeKind.Failed);

    public string Summary
    {
        get
        {
            var elapsed = Stopwatch.GetElapsedTime(_started);
            return string.Join(", ", Enum.GetValues<IngestOutcomeKind>().Select(kind => $"{_counts.GetValueOrDefault(kind):N0} {kind.ToString().ToLowerInvariant()}"))
                + $" in {elapsed.TotalSeconds:F1} s"
                + (_words > 0 ? $" ({_words:N0} words, {_words / elapsed.TotalSeconds:N0} words/s)" : "");
        }
    }

    public void Print(IngestOutcome outcome)
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
                outcome.Error,
            });
        }
        else if (outcome.Kind == IngestOutcomeKind.Failed)
        {
            Console.WriteLine($"failed     {Terminal.Safe(outcome.Input)}: {Terminal.Safe(outcome.Error!)}");
        }
        else
        {
            Console.WriteLine($"{outcome.Kind.ToString().ToLowerInvariant(),-10} {Terminal.Safe(outcome.ArticleId!)}  {Terminal.Safe(outcome.Title ?? "(removed)")}");
        }
    }
}
