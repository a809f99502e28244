using System.Collections.Immutable;
using BriefingBot.Ingestion;

namespace BriefingBot.Web.Admin;

/// <summary>A load, as the API tells it.</summary>
internal sealed record JobView(
    string Id,
    string State,
    string Who,
    ImmutableArray<string> Inputs,
    int InputCount,
    bool IsUpload,
    bool Replace,
    ImmutableArray<string> Labels,
    ImmutableArray<string> Groups,
    IReadOnlyDictionary<string, int> Counts,
    int Total,
    long Words,
    DateTimeOffset Made,
    DateTimeOffset? Started,
    DateTimeOffset? Ended,
    long ElapsedMs,
    string? Fault)
{
    public static JobView Of(LoadJob job) => new(
        job.Id,
        job.State.ToString().ToLowerInvariant(),
        job.Who,
        job.Inputs,
        job.InputCount,
        job.IsUpload,
        job.Replace,
        job.Labels,
        job.Groups,
        Enum.GetValues<IngestOutcomeKind>().ToDictionary(NameOf, kind => job.Counts.GetValueOrDefault(kind)),
        job.Total,
        job.Words,
        job.Made,
        job.Started,
        job.Ended,
        (long)job.Elapsed.TotalMilliseconds,
        job.Fault);

    /// <summary>For the log.</summary>
    public static string CountsOf(LoadJob job) => string.Join(", ", job.Counts.Select(counted => $"{counted.Value} {NameOf(counted.Key)}"));

    public static string NameOf(IngestOutcomeKind kind) => kind.ToString().ToLowerInvariant();
}

/// <summary>Loads, the newest first.</summary>
/// <param name="Jobs">A page of them.</param>
/// <param name="Next">What to give as <c>before</c> for the next page; null on the last.</param>
internal sealed record JobPage(IReadOnlyList<JobView> Jobs, string? Next);

/// <summary>What became of one article.</summary>
internal sealed record OutcomeView(string Input, int? Line, string Outcome, string? ArticleId, int? Version, string? Title, int Passages, string? Error)
{
    public static OutcomeView Of(IngestOutcome outcome) =>
        new(outcome.Input, outcome.Line, JobView.NameOf(outcome.Kind), outcome.ArticleId, outcome.Version, outcome.Title, outcome.Passages, outcome.Error);
}

/// <summary>A page of a load's outcomes.</summary>
/// <param name="Outcomes">In the order in which they came; of all kinds, those that failed first.</param>
/// <param name="Page">Its number, from 0.</param>
/// <param name="Pages">How many there are now.</param>
/// <param name="Total">How many outcomes there are now.</param>
internal sealed record OutcomePage(IReadOnlyList<OutcomeView> Outcomes, int Page, int Pages, int Total);
