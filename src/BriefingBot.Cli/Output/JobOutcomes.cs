using BriefingBot.Ingestion;

namespace BriefingBot.Cli.Output;

/// <summary>Prints what a job that runs here does, and how it ended.</summary>
internal static class JobOutcomes
{
    /// <param name="run">Runs the job and tells its outcomes; null where it cannot be run here.</param>
    /// <param name="json">For scripts.</param>
    /// <param name="files">How many files there are; null where nobody knows.</param>
    /// <param name="cancellation">What ends the job here.</param>
    /// <param name="notRun">What is said where it cannot be run here.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> PrintAsync(Func<Action<IngestOutcome>, Task<LoadJob?>> run, bool json, int? files, CancellationToken cancellation, string notRun = "Another process has begun to run this job meanwhile. See 'briefing jobs'.")
    {
        LoadJob? job = null;
        var code = await new OutcomeLines(json, files).PrintAsync(async print =>
        {
            job = await run(print);
            cancellation.ThrowIfCancellationRequested();
        });
        switch (job)
        {
            case null:
                Console.Error.WriteLine(notRun);
                return BriefingCommand.Failed;
            case { State: LoadState.Cancelled }:
                Console.Error.WriteLine($"Job {job.Id} was cancelled. What was stored so far is whole; 'briefing jobs resume {job.Id}' goes on with it.");
                return BriefingCommand.Failed;
            case { State: LoadState.Running or LoadState.Interrupted }:
                Console.Error.WriteLine($"This process was held up for so long that another one took job {job.Id} over. See 'briefing jobs show {job.Id}'.");
                return BriefingCommand.Failed;
            default:
                return code;
        }
    }
}
