using BriefingBot.Ingestion;
using BriefingBot.State;
using BriefingBot.Web.Admin;
using Microsoft.Extensions.Options;

namespace BriefingBot.Web.Bot;

/// <summary>
/// Follows the loads of dropped files, whichever process runs them, and tells in the chat how far they are and how they end. A load is taken out of the store before its end is told,
/// and put back where the channel says that it did not take it: of several instances one tells it, also after a restart; a bot that is killed between may lose the message, and never sends two.
/// </summary>
internal sealed class LoadTidings(DroppedLoads loads, LoadJobs jobs, LoadMessages messages, IOptions<AdminOptions> options, TimeProvider time, ILogger<LoadTidings> log) : BackgroundService
{
    // Whoever waits should not wait for long; others' loads are looked at now and then.
    private static readonly TimeSpan Following = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(30);

    // A message that changes is read again each time.
    private static readonly TimeSpan BetweenChanges = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(6);

    // Three days, by the pauses between them: whose chat is gone for good is not asked for ever.
    private const int MostFailures = 20;

    private readonly JobSignal _signal = new(time);

    /// <summary>There is a load to follow.</summary>
    public void Wake() => _signal.Wake();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (options.Value.TeamsAdminIds is [])
        {
            return;
        }

        await Task.Yield();
        var isSaid = false;
        while (true)
        {
            var pause = Idle;
            try
            {
                pause = await LookAsync(stoppingToken) ? Following : Idle;
                isSaid = false;
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                // A store that is away is told once, and not with every round.
                log.Log(isSaid ? LogLevel.Debug : LogLevel.Warning, fault is StateStoreException ? null : fault, "Loads of dropped files are looked at again in {Seconds} seconds: {Reason}", pause.TotalSeconds, fault.Message);
                isSaid = true;
            }

            await _signal.WaitAsync(pause, stoppingToken);
        }
    }

    /// <summary>Looks at each load once.</summary>
    /// <returns>Whether one is on its way.</returns>
    private async Task<bool> LookAsync(CancellationToken cancellation)
    {
        var isFollowing = false;
        await foreach (var kept in loads.ListAsync(cancellation))
        {
            try
            {
                isFollowing |= !(kept.Load.NotBefore > time.GetUtcNow()) && await IsOnItsWayAsync(kept, cancellation);
            }
            catch (Exception fault) when (fault is not StateStoreException && !cancellation.IsCancellationRequested)
            {
                log.LogError(fault, "The end of load {Job} could not be told: {Reason}", kept.Load.Job, fault.Message);
            }
        }

        return isFollowing;
    }

    private async Task<bool> IsOnItsWayAsync(KeptLoad kept, CancellationToken cancellation)
    {
        var (load, job, now) = (kept.Load, await jobs.FindAsync(kept.Load.Job, cancellation), time.GetUtcNow());
        if (job?.HasEnded ?? (load.IsRefused || load.FetchedBy <= now))
        {
            await TellAsync(kept, job, cancellation);
            return false;
        }

        // Whoever writes it changes the message.
        if (job is not null && job.Total > load.Told && load.MessageId is not null && !(now - load.Changed < BetweenChanges)
            && await loads.ChangeAsync(kept, load with { Told = job.Total, Changed = now }, cancellation) is { } written)
        {
            await messages.ChangeAsync(written.Load, job, cancellation);
        }

        return true;
    }

    private async Task TellAsync(KeptLoad kept, LoadJob? job, CancellationToken cancellation)
    {
        var failed = job is null ? [] : await jobs.OutcomesAsync(job, IngestOutcomeKind.Failed, page: 0, cancellation);
        if (!await loads.TakeAsync(kept, cancellation))
        {
            return;
        }

        var delivery = UnaskedDelivery.Refused;
        try
        {
            delivery = await messages.TellAsync(kept.Load, job, failed, cancellation);
        }
        finally
        {
            if (delivery == UnaskedDelivery.Refused && kept.Load.Failures < MostFailures)
            {
                // A bot that is stopped has not been refused.
                await loads.ReturnAsync(kept, cancellation.IsCancellationRequested ? kept.Load : Later(kept.Load), CancellationToken.None);
            }
        }
    }

    private DroppedLoad Later(DroppedLoad load) => load with
    {
        Failures = load.Failures + 1,
        NotBefore = time.GetUtcNow() + TimeSpan.FromMinutes(Math.Min(Math.Pow(2, Math.Min(load.Failures, 20)), LongestPause.TotalMinutes)),
    };
}
