using BriefingBot.Embedding;
using BriefingBot.Indexing;
using BriefingBot.Ingestion;
using BriefingBot.State;

namespace BriefingBot.Web.Admin;

/// <summary>
/// Loads each watched source when it is due, as long as the bot runs. Each has a loop of its own, so that none stops another; a few are loaded at once. Of articles the log
/// says how many and never which.
/// </summary>
internal sealed class SourceRounds(WatchedSources sources, TimeProvider time, ILogger<SourceRounds> log) : BackgroundService
{
    // A computer may sleep or have its clock put right meanwhile.
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);

    // About as long as a load may be nobody's.
    private static readonly TimeSpan WhileNotEnded = TimeSpan.FromSeconds(30);

    // One that waits for a slow site costs little, but each that embeds takes a processor.
    private readonly SemaphoreSlim _atOnce = new(4);

    public override void Dispose()
    {
        _atOnce.Dispose();
        base.Dispose();
    }

    // The host's start does not wait for a load.
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(sources.All.Select(source => Task.Run(() => KeepAsync(source, stoppingToken), stoppingToken)));

    private async Task KeepAsync(WatchedSource source, CancellationToken stop)
    {
        var isSaid = false;
        while (true)
        {
            var pause = WhileNotEnded;
            try
            {
                var left = await sources.UntilDueAsync(source, stop);
                if (left == TimeSpan.Zero)
                {
                    await LoadAsync(source, stop);
                    left = await sources.UntilDueAsync(source, stop);
                }

                pause = left == TimeSpan.Zero ? WhileNotEnded : left < LongestPause ? left : LongestPause;
                isSaid = false;
            }
            catch (Exception fault) when (!stop.IsCancellationRequested)
            {
                // A store that is away is told once, and not with every round.
                var isOutage = fault is ArticleStoreException or StateStoreException or EmbeddingModelException;
                log.Log(isSaid && isOutage ? LogLevel.Debug : LogLevel.Warning, isOutage ? null : fault, "Loading source {Source} failed, and is looked at again in {Seconds} seconds: {Reason}", source.Name, pause.TotalSeconds, fault.Message);
                isSaid = true;
            }

            await Task.Delay(pause, time, stop);
        }
    }

    private async Task LoadAsync(WatchedSource source, CancellationToken stop)
    {
        await _atOnce.WaitAsync(stop);
        try
        {
            if (await sources.RunAsync(source, byItself: true, _ => { }, told: null, stop) is { } job)
            {
                log.LogInformation("Load {Job} of {Who} is {State}: {Counts}", job.Id, job.Who, JobView.Of(job).State, JobView.CountsOf(job));
            }
        }
        finally
        {
            _atOnce.Release();
        }
    }
}
