using System.Runtime.ExceptionServices;
using BriefingBot.Indexing;
using BriefingBot.State;

namespace BriefingBot.Ingestion;

/// <summary>One process's part in a job, from where the process before left it.</summary>
internal sealed class JobRun(JobRecords records, ArticleIngestor ingestor, IArticleStore articles, JobUploads uploads, TimeProvider time)
{
    /// <summary>Runs a job to its end, or to this process's.</summary>
    /// <param name="lease">The right to run it, which is given up in the end.</param>
    /// <param name="record">The job as it is stored.</param>
    /// <param name="told">Told each outcome, with the job so far.</param>
    /// <param name="whenEnded">What it is when <paramref name="cancellation"/> ends it.</param>
    /// <param name="cancellation">Ends it after the article at hand.</param>
    /// <param name="only">The files that are read; null: all.</param>
    /// <returns>The job as it was left; null where another process has taken it over.</returns>
    public async Task<LoadJob?> RunAsync(Lease lease, JobRecord record, Action<LoadJob, IngestOutcome>? told, LoadState whenEnded, CancellationToken cancellation, IReadOnlySet<string>? only = null)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        using var stop = new CancellationTokenSource();
        using var journal = new JobJournal(records, record, time);
        var keeper = new JobKeeper(records, journal, lease, time);
        var keeping = keeper.KeepAsync(record.Job.Id, end, stop.Token);
        var state = LoadState.Done;
        Exception? fault = null;
        try
        {
            await LoadAsync(record, journal, told, only, end.Token);
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            state = keeper.IsCancelled ? LoadState.Cancelled : whenEnded;
        }
        catch (Exception met)
        {
            (state, fault) = (LoadState.Failed, met);
        }

        await stop.CancelAsync();
        await keeping;
        if (keeper.IsLost)
        {
            return null;
        }

        await EndAsync(journal, lease, state, fault?.Message);
        if (fault is not null)
        {
            ExceptionDispatchInfo.Throw(fault);
        }

        return journal.Job;
    }

    private async Task LoadAsync(JobRecord record, JobJournal journal, Action<LoadJob, IngestOutcome>? told, IReadOnlySet<string>? only, CancellationToken cancellation)
    {
        await journal.ReopenAsync(cancellation);
        await journal.WriteAsync(job => job with { State = LoadState.Running, Started = job.Started ?? time.GetUtcNow(), Ended = null, Fault = null }, cancellation);
        var job = record.Job;
        var track = await TrackAsync(record, cancellation);
        var inputs = await records.InputsAsync(job.Id, cancellation);
        var gone = job.DeleteWhenGone ? new GoneArticles(articles, inputs) : null;
        var options = new IngestOptions
        {
            Replace = job.Replace,
            Labels = job.Labels,
            Groups = job.Groups,
            Track = track,
            Only = only,
            HasLeft = gone is null ? null : gone.HasLeft,
            Uploads = job.IsUpload ? uploads.FolderOf(job.Id) : null,
        };
        await foreach (var outcome in ingestor.IngestAsync(inputs.Select(input => job.IsUpload ? Path.Combine(options.Uploads!, input) : input), options, cancellation))
        {
            if (gone?.Holds(outcome) != true)
            {
                await TellAsync(outcome);
            }
        }

        await foreach (var outcome in gone?.RemoveAsync(journal.Job, cancellation) ?? AsyncEnumerable.Empty<IngestOutcome>())
        {
            await TellAsync(outcome);
        }

        async Task TellAsync(IngestOutcome outcome)
        {
            // To its end: the article is stored, or removed.
            await journal.AddAsync(outcome, track.Open, CancellationToken.None);
            told?.Invoke(journal.Job, outcome);
        }
    }

    private async Task<LoadTrack> TrackAsync(JobRecord record, CancellationToken cancellation)
    {
        var track = new LoadTrack(record.Open);
        foreach (var (kind, count) in record.Job.Counts)
        {
            for (var page = 0; page * JobRecords.PageSize < count; page++)
            {
                foreach (var outcome in await records.PageAsync(record.Job, kind, page, cancellation))
                {
                    track.Recall(outcome);
                }
            }
        }

        return track;
    }

    private async Task EndAsync(JobJournal journal, Lease lease, LoadState state, string? fault)
    {
        await journal.WriteAsync(
            job => job with { State = state, Fault = fault, Ended = state == LoadState.Interrupted ? null : time.GetUtcNow() }, CancellationToken.None);
        if (state is LoadState.Done or LoadState.Cancelled)
        {
            // What failed may be gone on with.
            uploads.Remove(journal.Job.Id);
            await records.ForgetCancelAsync(journal.Job.Id, CancellationToken.None);
        }

        await lease.ReleaseAsync(CancellationToken.None);
    }
}
