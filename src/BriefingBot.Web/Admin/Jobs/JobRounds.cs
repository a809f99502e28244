using BriefingBot.Embedding;
using BriefingBot.Indexing;
using BriefingBot.Ingestion;
using BriefingBot.State;

namespace BriefingBot.Web.Admin;

/// <summary>
/// Runs loads that wait, one at a time: those of the API, and those whose process was killed. A bot that is stopped interrupts its load, and goes on
/// with it at its next start. Of articles the log says how many and never which.
/// </summary>
internal sealed class JobRounds(LoadJobs jobs, JobUploads uploads, JobSignal signal, TimeProvider time, ILogger<JobRounds> log) : BackgroundService
{
    // About as long as a killed process keeps its lease.
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    // An upload is in a folder before it is a job; none takes so long.
    private static readonly TimeSpan LongestUpload = TimeSpan.FromDays(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The host's start does not wait for a load.
        await Task.Yield();
        var isSaid = false;
        while (true)
        {
            try
            {
                await RunWaitingAsync(stoppingToken);
                await SweepAsync(stoppingToken);
                isSaid = false;
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                // A store that is away is told once, and not with every round.
                log.Log(isSaid ? LogLevel.Debug : LogLevel.Warning, IsOutage(fault) ? null : fault, "Loads that wait are looked at again in {Seconds} seconds: {Reason}", Pause.TotalSeconds, fault.Message);
                isSaid = true;
            }

            await signal.WaitAsync(Pause, stoppingToken);
        }
    }

    private async Task RunWaitingAsync(CancellationToken stop)
    {
        var begun = new HashSet<string>(StringComparer.Ordinal);
        while ((await jobs.WaitingAsync(stop)).FirstOrDefault(job => !begun.Contains(job.Id)) is { } waiting)
        {
            stop.ThrowIfCancellationRequested();
            begun.Add(waiting.Id);
            try
            {
                if (await jobs.ResumeAsync(waiting.Id, byItself: true, told: null, stop) is { } left)
                {
                    log.LogInformation("Load {Job} of {Who} is {State}: {Counts}", left.Id, left.Who, JobView.Of(left).State, JobView.CountsOf(left));
                }
            }
            catch (Exception fault) when (!stop.IsCancellationRequested)
            {
                log.LogError(IsOutage(fault) ? null : fault, "Load {Job} of {Who} failed: {Reason}", waiting.Id, waiting.Who, fault.Message);
            }
        }
    }

    /// <summary>Removes the files of uploads that never became a load, and of loads that ended elsewhere.</summary>
    private async Task SweepAsync(CancellationToken stop)
    {
        foreach (var (job, written) in uploads.Kept())
        {
            var found = await jobs.FindAsync(job, stop);
            if (found is null ? time.GetUtcNow() - written > LongestUpload : found.State is LoadState.Done or LoadState.Cancelled)
            {
                uploads.Remove(job);
            }
        }
    }

    private static bool IsOutage(Exception fault) => fault is ArticleStoreException or StateStoreException or EmbeddingModelException;
}
