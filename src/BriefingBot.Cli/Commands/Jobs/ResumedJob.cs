using System.Diagnostics;
using BriefingBot.Cli.Output;
using BriefingBot.Ingestion;

namespace BriefingBot.Cli.Commands;

/// <summary>Goes on with a job in this process. One whose process was killed has to be let go first, which takes half a minute.</summary>
internal sealed class ResumedJob(LoadJobs jobs, bool json)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(40);

    public async Task<int> RunAsync(LoadJob job, CancellationToken cancellation)
    {
        if (job.State == LoadState.Done)
        {
            Console.Error.WriteLine($"Job {job.Id} is done; there is nothing to go on with.");
            return BriefingCommand.Fine;
        }

        if (await IsHeldAsync(job.Id, cancellation))
        {
            Console.Error.WriteLine($"A process runs job {job.Id}. Wait for it, or end it with 'briefing jobs cancel {job.Id}'.");
            return BriefingCommand.Failed;
        }

        return await JobOutcomes.PrintAsync(
            print => jobs.ResumeAsync(job.Id, byItself: false, (_, outcome) => print(outcome), cancellation), json, files: null, cancellation);
    }

    private async Task<bool> IsHeldAsync(string id, CancellationToken cancellation)
    {
        using var progress = new ProgressLine();
        var waited = Stopwatch.StartNew();
        while (await jobs.FindAsync(id, cancellation) is { State: LoadState.Running })
        {
            if (waited.Elapsed > Patience)
            {
                return true;
            }

            progress.Show("Waiting until the process that ran the job has let it go…");
            await Task.Delay(TimeSpan.FromMilliseconds(500), cancellation);
        }

        return false;
    }
}
