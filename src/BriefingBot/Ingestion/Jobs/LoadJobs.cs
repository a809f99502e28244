using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using BriefingBot.Indexing;
using BriefingBot.State;

namespace BriefingBot.Ingestion;

/// <summary>
/// Loads as jobs: whoever asked can look at them, end them and, when their process is killed, have another go on. An article is counted once, whatever
/// happens; one that was stored just when a process was killed may be told as unchanged. Members throw <see cref="StateStoreException"/>.
/// </summary>
public sealed class LoadJobs
{
    /// <summary>How many outcomes a page has.</summary>
    public const int OutcomesOfPage = JobRecords.PageSize;

    // A file that ends whatever process reads it must not do so for ever.
    private const int MostTries = 3;

    private readonly JobRecords _records;
    private readonly JobUploads _uploads;
    private readonly TimeProvider _time;
    private readonly Func<JobRun> _run;

    internal LoadJobs(JobRecords records, ArticleIngestor ingestor, IArticleStore articles, JobUploads uploads, TimeProvider time) =>
        (_records, _uploads, _time, _run) = (records, uploads, time, () => new JobRun(records, ingestor, articles, uploads, time));

    /// <summary>A job's id, for what has to lie ready before the job is made.</summary>
    public string NewId() => LoadJob.NewId(_time.GetUtcNow());

    /// <summary>Makes a job that waits for a process to run it.</summary>
    public async Task<LoadJob> StartAsync(JobRequest request, CancellationToken cancellation)
    {
        var record = NewRecord(request);
        await _records.WriteInputsAsync(record.Job.Id, request.LastingInputs, cancellation);
        await _records.WriteAsync(record, cancellation);
        return record.Job;
    }

    /// <summary>Makes a job and runs it in this process.</summary>
    /// <param name="request">The job.</param>
    /// <param name="begun">Told the job once it is made.</param>
    /// <param name="told">Told each outcome, with the job so far.</param>
    /// <param name="cancellation">Cancels the job after the article at hand.</param>
    /// <param name="byItself">Nobody asked for it: the end of this process interrupts the job and does not cancel it.</param>
    /// <returns>The job as it ended. What keeps it from its end, it throws; a job that was cancelled it does not.</returns>
    public async Task<LoadJob> RunAsync(JobRequest request, Action<LoadJob> begun, Action<LoadJob, IngestOutcome>? told, CancellationToken cancellation, bool byItself = false)
    {
        var record = NewRecord(request);

        // Before the job is there to be taken up by others.
        var lease = await _records.ClaimAsync(record.Job.Id, JobKeeper.LeaseDuration, cancellation) ?? throw new InvalidOperationException("The new job is another's.");
        await _records.WriteInputsAsync(record.Job.Id, request.LastingInputs, cancellation);
        await _records.WriteAsync(record, cancellation);
        begun(record.Job);
        return await _run().RunAsync(lease, record, told, byItself ? LoadState.Interrupted : LoadState.Cancelled, cancellation, request.Only) ?? await LeftAsync(record.Job);
    }

    /// <summary>Goes on with a job in this process, whatever it ended as.</summary>
    /// <param name="id">The job.</param>
    /// <param name="byItself">Nobody asked for it: a job that ended is left, and so is one whose processes ended too often; and the end of this process interrupts the job and does not cancel it.</param>
    /// <param name="told">Told each outcome, with the job so far.</param>
    /// <param name="cancellation">Ends this process's part after the article at hand.</param>
    /// <returns>The job as it was left; null where there is none, or a process is at it.</returns>
    public async Task<LoadJob?> ResumeAsync(string id, bool byItself, Action<LoadJob, IngestOutcome>? told, CancellationToken cancellation)
    {
        if (await _records.FindAsync(id, cancellation) is null || await _records.ClaimAsync(id, JobKeeper.LeaseDuration, cancellation) is not { } lease)
        {
            return null;
        }

        // As it is now that nobody else can change it.
        var record = (await _records.FindAsync(id, cancellation))!;
        if (record.Job.State == LoadState.Done || (byItself && record.Job.HasEnded))
        {
            await lease.ReleaseAsync(cancellation);
            return record.Job;
        }

        if (byItself && record.Tries >= MostTries)
        {
            return await GiveUpAsync(record, lease, cancellation);
        }

        if (!byItself)
        {
            await _records.ForgetCancelAsync(id, cancellation);
        }

        record = record with { Tries = byItself ? record.Tries + 1 : 0 };
        return await _run().RunAsync(lease, record, told, byItself ? LoadState.Interrupted : LoadState.Cancelled, cancellation) ?? await LeftAsync(record.Job);
    }

    /// <summary>Ends a job, whichever process runs it: at once where none does, else within a second or two. Null where there is no such job.</summary>
    /// <param name="id">The job.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <param name="why">For people, kept with a job that no process runs; null where somebody asked for it.</param>
    public async Task<LoadJob?> CancelAsync(string id, CancellationToken cancellation, string? why = null)
    {
        if (await FindAsync(id, cancellation) is not { HasEnded: false } found)
        {
            return await FindAsync(id, cancellation);
        }

        await _records.AskToCancelAsync(id, cancellation);
        if (await _records.ClaimAsync(id, JobKeeper.LeaseDuration, cancellation) is not { } lease)
        {
            return found;
        }

        var record = (await _records.FindAsync(id, cancellation))!;
        if (!record.Job.HasEnded)
        {
            record = record with { Job = record.Job with { State = LoadState.Cancelled, Ended = _time.GetUtcNow(), Fault = why } };
            await _records.WriteAsync(record, CancellationToken.None);
            _uploads.Remove(id);
        }

        await _records.ForgetCancelAsync(id, CancellationToken.None);
        await lease.ReleaseAsync(CancellationToken.None);
        return record.Job;
    }

    /// <summary>Has a job that failed or was cancelled wait for the bot to go on with it. Null where it cannot: it is done, a process is at it, or its files are gone.</summary>
    public async Task<LoadJob?> RequeueAsync(string id, CancellationToken cancellation)
    {
        if (await _records.FindAsync(id, cancellation) is null || await _records.ClaimAsync(id, JobKeeper.LeaseDuration, cancellation) is not { } lease)
        {
            return null;
        }

        var record = (await _records.FindAsync(id, cancellation))!;
        var canGoOn = record.Job is { State: LoadState.Failed or LoadState.Interrupted } or { State: LoadState.Cancelled, IsUpload: false };
        if (canGoOn)
        {
            record = record with { Tries = 0, Job = record.Job with { State = LoadState.Waiting, Ended = null, Fault = null } };
            await _records.ForgetCancelAsync(id, cancellation);
            await _records.WriteAsync(record, cancellation);
        }

        await lease.ReleaseAsync(CancellationToken.None);
        return canGoOn ? record.Job : null;
    }

    /// <summary>The job; null where there is none, or it is no longer kept.</summary>
    public async Task<LoadJob?> FindAsync(string id, CancellationToken cancellation) =>
        await _records.FindAsync(id, cancellation) is { } record ? await SeenAsync(record, cancellation) : null;

    /// <summary>Whether a process on this machine is to take the job up, should it be left.</summary>
    internal async Task<bool> IsHereAsync(string id, CancellationToken cancellation) => await _records.FindAsync(id, cancellation) is { } record && IsHere(record);

    /// <summary>Whether the job failed because it ended its processes, which it would again.</summary>
    internal async Task<bool> IsGivenUpAsync(string id, CancellationToken cancellation) => await _records.FindAsync(id, cancellation) is { Job.State: LoadState.Failed, Tries: >= MostTries };

    /// <summary>Jobs, the newest first.</summary>
    /// <param name="limit">How many at most.</param>
    /// <param name="before">Only those older than this one; null: all.</param>
    /// <param name="cancellation">Ends it.</param>
    public async Task<ImmutableArray<LoadJob>> ListAsync(int limit, string? before, CancellationToken cancellation)
    {
        var last = new Queue<JobRecord>();
        await foreach (var record in _records.ListAsync(cancellation))
        {
            if (before is not null && string.CompareOrdinal(record.Job.Id, before) >= 0)
            {
                break;
            }

            last.Enqueue(record);
            if (last.Count > limit)
            {
                last.Dequeue();
            }
        }

        var jobs = ImmutableArray.CreateBuilder<LoadJob>(last.Count);
        foreach (var record in last.Reverse())
        {
            jobs.Add(await SeenAsync(record, cancellation));
        }

        return jobs.ToImmutable();
    }

    /// <summary>The jobs that a process on this machine is to take up, the older first.</summary>
    public async Task<ImmutableArray<LoadJob>> WaitingAsync(CancellationToken cancellation)
    {
        var waiting = ImmutableArray.CreateBuilder<LoadJob>();
        await foreach (var record in _records.ListAsync(cancellation))
        {
            if (IsHere(record) && !record.Job.HasEnded && await SeenAsync(record, cancellation) is { State: LoadState.Waiting or LoadState.Interrupted } job)
            {
                waiting.Add(job);
            }
        }

        return [.. waiting.OrderBy(job => job.Made)];
    }

    /// <summary>A page of a job's outcomes, in the order in which they came; without a kind those that failed stand in front, and the page is of all.</summary>
    /// <param name="job">The job; what came after it was read is not among them.</param>
    /// <param name="kind">Only these.</param>
    /// <param name="page">From 0.</param>
    /// <param name="cancellation">Ends it.</param>
    public async Task<ImmutableArray<IngestOutcome>> OutcomesAsync(LoadJob job, IngestOutcomeKind? kind, int page, CancellationToken cancellation)
    {
        if (kind is { } one)
        {
            return [.. await _records.PageAsync(job, one, page, cancellation)];
        }

        var outcomes = ImmutableArray.CreateBuilder<IngestOutcome>();
        var passed = (long)page * OutcomesOfPage;
        foreach (var each in InOrder(job))
        {
            while (passed < job.Counts[each] && outcomes.Count < OutcomesOfPage)
            {
                var found = await _records.PageAsync(job, each, (int)(passed / OutcomesOfPage), cancellation);
                IngestOutcome[] taken = [.. found.Skip((int)(passed % OutcomesOfPage)).Take(OutcomesOfPage - outcomes.Count)];
                outcomes.AddRange(taken);

                // A page that is no longer kept is passed over whole.
                passed += taken.Length > 0 ? taken.Length : OutcomesOfPage;
            }

            passed = Math.Max(0, passed - job.Counts[each]);
        }

        return outcomes.ToImmutable();
    }

    /// <summary>All outcomes of a job, those that failed first.</summary>
    public async IAsyncEnumerable<IngestOutcome> OutcomesAsync(LoadJob job, IngestOutcomeKind? kind, [EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var each in InOrder(job).Where(each => kind is null || each == kind))
        {
            for (var page = 0; page * OutcomesOfPage < job.Counts[each]; page++)
            {
                foreach (var outcome in await _records.PageAsync(job, each, page, cancellation))
                {
                    yield return outcome;
                }
            }
        }
    }

    private static IEnumerable<IngestOutcomeKind> InOrder(LoadJob job) => job.Counts.Keys.OrderByDescending(kind => kind == IngestOutcomeKind.Failed).ThenBy(kind => kind);

    // Elsewhere the same paths would lead to other files.
    private bool IsHere(JobRecord record) => !_records.IsShared || record.Machine == Environment.MachineName;

    private JobRecord NewRecord(JobRequest request)
    {
        var (made, inputs) = (_time.GetUtcNow(), request.LastingInputs);
        return new(
            new()
            {
                Id = request.UploadedFor ?? request.Id ?? LoadJob.NewId(made),
                Who = request.Who,
                Inputs = [.. inputs.Take(LoadJob.ShownInputs)],
                InputCount = inputs.Length,
                IsUpload = request.UploadedFor is not null,
                Replace = request.Options.Replace,
                Labels = request.Options.Labels,
                Groups = request.Options.Groups,
                DeleteWhenGone = request.DeleteWhenGone,
                Made = made,
            },
            [],
            Environment.MachineName,
            Tries: 0);
    }

    private async Task<LoadJob> GiveUpAsync(JobRecord record, Lease lease, CancellationToken cancellation)
    {
        var job = record.Job with
        {
            State = LoadState.Failed,
            Ended = _time.GetUtcNow(),
            Fault = $"The process that ran the load ended {MostTries} times at the same place. Look at the system's log for why, take the input away that it comes of, and go on with 'briefing jobs resume {record.Job.Id}'.",
        };
        await _records.WriteAsync(record with { Job = job }, cancellation);
        await lease.ReleaseAsync(cancellation);
        return job;
    }

    /// <summary>As it is now, for a process that has lost it.</summary>
    private async Task<LoadJob> LeftAsync(LoadJob job) => await FindAsync(job.Id, CancellationToken.None) ?? job;

    /// <summary>What is said to run and is nobody's was interrupted.</summary>
    private async Task<LoadJob> SeenAsync(JobRecord record, CancellationToken cancellation) =>
        record.Job.State == LoadState.Running && !await _records.IsClaimedAsync(record.Job.Id, cancellation)
            ? record.Job with { State = LoadState.Interrupted }
            : record.Job;
}
