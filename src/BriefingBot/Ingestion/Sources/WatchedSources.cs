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

    // A load that another machine left, which may not come back under its name. Longer than a bot takes to start again; and one that waits there may stand behind long ones.
    private static readonly TimeSpan Abandoned = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan AbandonedUnbegun = TimeSpan.FromDays(1);

    // After a load that a store or model kept from its end. Long enough for most to come back.
    private static readonly TimeSpan UntilRetry = TimeSpan.FromMinutes(5);

    // A job is kept for a day at least, so that one that is not there was never made.
    private static readonly TimeSpan JobIsKept = TimeSpan.FromHours(12);

    private const string LeftElsewhere = "The computer that was to run the load did not go on with it, so the source is loaded anew. If a bot should run there, look why it does not.";

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
        var (run, job) = await LastAsync(source, cancellation);
        return new(source, run?.Begun, await NextAsync(source, run, job, cancellation), job);
    }

    /// <summary>For how long a source is not due; zero where it is, though its last load may not have ended.</summary>
    public async Task<TimeSpan> UntilDueAsync(WatchedSource source, CancellationToken cancellation)
    {
        var (run, job) = await LastAsync(source, cancellation);
        if (run is not null && _time.GetUtcNow() - run.Begun < JobIsKept && job is null)
        {
            return TimeSpan.Zero;
        }

        var left = await NextAsync(source, run, job, cancellation) - _time.GetUtcNow();
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
        if (await BeginAsync(source, onlyIfDue: byItself, cancellation) is not var (lease, request, again))
        {
            return null;
        }

        try
        {
            if (again is not null)
            {
                begun(again);
                return await _jobs.ResumeAsync(again.Id, byItself, told, cancellation);
            }

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
        if (await BeginAsync(source, onlyIfDue: false, cancellation) is not var (lease, request, _))
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

    /// <summary>
    /// The right to make a job of a source, written down before there is one: a process that is killed between the two has the source loaded at once by the next. Where an
    /// outage ended the last load, and the source is due for that alone, that job again, which waits: so failed ones do not pile up.
    /// </summary>
    private async Task<(Lease Lease, JobRequest Request, LoadJob? Again)?> BeginAsync(WatchedSource source, bool onlyIfDue, CancellationToken cancellation)
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
                if (onlyIfDue && await FailedAsync(source, cancellation) is { } failed && await _jobs.RequeueAsync(failed, cancellation) is { } again)
                {
                    return (lease, source.RequestOf(again.Id), again);
                }

                var id = _jobs.NewId();
                await _state.WriteAsync(KeyOf(source), JobRecord.ToJson(new Run(_time.GetUtcNow(), id, source.Fingerprint)), WriteCondition.Any, lifetime: null, cancellation);
                return (lease, source.RequestOf(id), null);
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
        if (await LastAsync(source, cancellation) is not ({ } run, { HasEnded: false } job))
        {
            return true;
        }

        var left = job.State == LoadState.Interrupted ? Abandoned : AbandonedUnbegun;
        return job.State != LoadState.Running && _time.GetUtcNow() - run.Begun > left && !await _jobs.IsHereAsync(job.Id, cancellation)
            && await _jobs.CancelAsync(job.Id, cancellation, LeftElsewhere) is { HasEnded: true };
    }

    /// <summary>The last load, where an outage ended it and the schedule does not ask for another yet.</summary>
    private async Task<string?> FailedAsync(WatchedSource source, CancellationToken cancellation) =>
        await LastAsync(source, cancellation) is ({ } run, { State: LoadState.Failed } job) && run.Of == source.Fingerprint && source.Schedule.NextAfter(run.Begun) > _time.GetUtcNow() ? job.Id : null;

    private async Task<DateTimeOffset?> NextAsync(WatchedSource source, Run? run, LoadJob? job, CancellationToken cancellation)
    {
        if (run is null || run.Of != source.Fingerprint)
        {
            return null;
        }

        var next = source.Schedule.NextAfter(run.Begun);
        return job is { State: LoadState.Failed, Ended: { } ended } && ended + UntilRetry < next && !await _jobs.IsGivenUpAsync(job.Id, cancellation) ? ended + UntilRetry : next;
    }

    private async Task<(Run? Run, LoadJob? Job)> LastAsync(WatchedSource source, CancellationToken cancellation)
    {
        var run = await _state.ReadAsync(KeyOf(source), cancellation) is { } entry ? JobRecord.FromJson<Run>(entry.Json) : null;
        return (run, run is null ? null : await _jobs.FindAsync(run.Job, cancellation));
    }

    private static StateKey KeyOf(WatchedSource source) => new(Kind, IdOf(source));

    private static string IdOf(WatchedSource source) => source.Name.ToLowerInvariant();

    /// <param name="Begun">When it was begun.</param>
    /// <param name="Job">The load.</param>
    /// <param name="Of">What the source was then (<see cref="WatchedSource.Fingerprint"/>).</param>
    private sealed record Run(DateTimeOffset Begun, string Job, string Of);
}
