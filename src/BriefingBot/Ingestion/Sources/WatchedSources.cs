using System.Collections.Immutable;
using System.Globalization;
using BriefingBot.State;
using Microsoft.Extensions.Options;

namespace BriefingBot.Ingestion;

/// <summary>
/// The watched sources: when each was loaded last, and the right to load it. A source is loaded by one process at a time, however many there are, and not again until
/// its last load has ended. Members throw <see cref="StateStoreException"/>.
/// </summary>
public sealed class WatchedSources
{
    private const string Kind = "sources";

    // Between the lease and the job there is a write; the job then says itself that it is at it.
    private static readonly TimeSpan LeaseDuration = TimeSpan.FromMinutes(1);

    // A load that another machine left, which may not come back under its name. Longer than a bot takes to start again.
    private static readonly TimeSpan Abandoned = TimeSpan.FromMinutes(10);

    // A job is kept for a day at least, so that one that is not there was never made.
    private static readonly TimeSpan JobIsKept = TimeSpan.FromHours(12);

    private readonly IStateStore _state;
    private readonly Leases _leases;
    private readonly LoadJobs _jobs;
    private readonly TimeProvider _time;

    internal WatchedSources(IOptions<SourcesOptions> options, IStateStore state, Leases leases, LoadJobs jobs, TimeProvider time)
    {
        (_state, _leases, _jobs, _time) = (state, leases, jobs, time);
        All = [.. SourcesOptionsRules.SourcesOf(options.Value, [])];
    }

    /// <summary>As the configuration has them.</summary>
    public ImmutableArray<WatchedSource> All { get; }

    /// <summary>The source of a name, in upper or lower case; null where there is none.</summary>
    public WatchedSource? Find(string name) => All.FirstOrDefault(source => string.Equals(source.Name, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>How it stands with a source now.</summary>
    public async Task<SourceStanding> StandingAsync(WatchedSource source, CancellationToken cancellation)
    {
        var run = await ReadAsync(source, cancellation);
        return new(source, run?.Begun, NextOf(source, run), run is null ? null : await _jobs.FindAsync(run.Job, cancellation));
    }

    /// <summary>For how long a source is not due; zero where it is, though its last load may not have ended.</summary>
    public async Task<TimeSpan> UntilDueAsync(WatchedSource source, CancellationToken cancellation)
    {
        var run = await ReadAsync(source, cancellation);
        if (run is not null && _time.GetUtcNow() - run.Begun < JobIsKept && await _jobs.FindAsync(run.Job, cancellation) is null)
        {
            return TimeSpan.Zero;
        }

        var left = NextOf(source, run) - _time.GetUtcNow();
        return left > TimeSpan.Zero ? left.Value : TimeSpan.Zero;
    }

    /// <summary>Loads a source in this process.</summary>
    /// <param name="source">The source.</param>
    /// <param name="byItself">Nobody asked for it: it is left unless it is due, and the end of this process interrupts the load and does not cancel it.</param>
    /// <param name="begun">Told the job once it is made.</param>
    /// <param name="told">Told each outcome, with the job so far.</param>
    /// <param name="cancellation">Ends the load after the article at hand.</param>
    /// <returns>The job as it was left; null where a load of the source has not ended, or it is not due. What keeps it from its end, it throws.</returns>
    public async Task<LoadJob?> RunAsync(WatchedSource source, bool byItself, Action<LoadJob> begun, Action<LoadJob, IngestOutcome>? told, CancellationToken cancellation)
    {
        if (await BeginAsync(source, onlyIfDue: byItself, cancellation) is not var (lease, request))
        {
            return null;
        }

        try
        {
            return await _jobs.RunAsync(request, begun, told, cancellation, byItself);
        }
        finally
        {
            await lease.ReleaseAsync(CancellationToken.None);
        }
    }

    /// <summary>Makes a job that loads a source, and waits for a process to run it; null where a load of the source has not ended.</summary>
    public async Task<LoadJob?> StartAsync(WatchedSource source, CancellationToken cancellation)
    {
        if (await BeginAsync(source, onlyIfDue: false, cancellation) is not var (lease, request))
        {
            return null;
        }

        try
        {
            return await _jobs.StartAsync(request, cancellation);
        }
        finally
        {
            await lease.ReleaseAsync(CancellationToken.None);
        }
    }

    /// <summary>The right to make a job of a source, written down before there is one: a process that is killed between the two has the source loaded at once by the next.</summary>
    private async Task<(Lease Lease, JobRequest Request)?> BeginAsync(WatchedSource source, bool onlyIfDue, CancellationToken cancellation)
    {
        var holder = string.Create(CultureInfo.InvariantCulture, $"{Environment.MachineName}, process {Environment.ProcessId}");
        if (await _leases.TakeAsync($"source/{IdOf(source)}", holder, LeaseDuration, cancellation) is not { } lease)
        {
            return null;
        }

        try
        {
            if ((!onlyIfDue || await UntilDueAsync(source, cancellation) == TimeSpan.Zero) && await HasEndedAsync(source, cancellation))
            {
                var id = _jobs.NewId();
                await _state.WriteAsync(KeyOf(source), JobRecord.ToJson(new Run(_time.GetUtcNow(), id, source.Fingerprint)), WriteCondition.Any, lifetime: null, cancellation);
                return (lease, source.RequestOf(id));
            }
        }
        catch
        {
            await lease.ReleaseAsync(CancellationToken.None);
            throw;
        }

        await lease.ReleaseAsync(CancellationToken.None);
        return null;
    }

    private async Task<bool> HasEndedAsync(WatchedSource source, CancellationToken cancellation)
    {
        if (await ReadAsync(source, cancellation) is not { } run || await _jobs.FindAsync(run.Job, cancellation) is not { HasEnded: false } job)
        {
            return true;
        }

        return job.State != LoadState.Running && _time.GetUtcNow() - run.Begun > Abandoned && !await _jobs.IsHereAsync(job.Id, cancellation)
            && await _jobs.CancelAsync(job.Id, cancellation) is { HasEnded: true };
    }

    private static DateTimeOffset? NextOf(WatchedSource source, Run? run) => run is null || run.Of != source.Fingerprint ? null : source.Schedule.NextAfter(run.Begun);

    private async Task<Run?> ReadAsync(WatchedSource source, CancellationToken cancellation) =>
        await _state.ReadAsync(KeyOf(source), cancellation) is { } entry ? JobRecord.FromJson<Run>(entry.Json) : null;

    private static StateKey KeyOf(WatchedSource source) => new(Kind, IdOf(source));

    private static string IdOf(WatchedSource source) => source.Name.ToLowerInvariant();

    /// <param name="Begun">When it was begun.</param>
    /// <param name="Job">The load.</param>
    /// <param name="Of">What the source was then (<see cref="WatchedSource.Fingerprint"/>).</param>
    private sealed record Run(DateTimeOffset Begun, string Job, string Of);
}
