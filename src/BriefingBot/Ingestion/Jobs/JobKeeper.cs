using BriefingBot.State;

namespace BriefingBot.Ingestion;

/// <summary>Beside a running job: renews its lease, writes its outcomes down and looks whether somebody wants it to end.</summary>
internal sealed class JobKeeper(JobRecords records, JobJournal journal, Lease lease, TimeProvider time)
{
    /// <summary>For how long a job is nobody's after its process was killed. Longer than a process pauses.</summary>
    public static readonly TimeSpan LeaseDuration = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan BetweenRenewals = TimeSpan.FromSeconds(5);

    /// <summary>Whether somebody asked for the end.</summary>
    public bool IsCancelled { get; private set; }

    /// <summary>Whether the job may be another process's by now, so that nothing more may be written of it.</summary>
    public bool IsLost { get; private set; }

    /// <summary>Until it is stopped, or has ended the job.</summary>
    /// <param name="job">The job.</param>
    /// <param name="end">Ends the job.</param>
    /// <param name="stop">Ends this, once the job has ended.</param>
    public async Task KeepAsync(string job, CancellationTokenSource end, CancellationToken stop)
    {
        var renewed = time.GetTimestamp();
        while (!stop.IsCancellationRequested && !IsLost && !IsCancelled)
        {
            await Task.Delay(Pause, time, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            try
            {
                if (time.GetElapsedTime(renewed) >= BetweenRenewals)
                {
                    IsLost = !await lease.RenewAsync(LeaseDuration, CancellationToken.None);
                    renewed = time.GetTimestamp();
                }

                if (!IsLost && !stop.IsCancellationRequested)
                {
                    IsCancelled = await records.IsAskedToCancelAsync(job, stop);
                    await journal.FlushAsync(stop);
                }
            }
            catch (StateStoreException)
            {
                // It may be there again before the lease lapses; the load itself meets a fault that lasts.
                IsLost = time.GetElapsedTime(renewed) >= LeaseDuration;
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
            }
        }

        if (IsLost || IsCancelled)
        {
            await end.CancelAsync();
        }
    }
}
