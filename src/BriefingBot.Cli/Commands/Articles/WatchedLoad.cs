using BriefingBot.Cli.Output;
using BriefingBot.Embedding;
using BriefingBot.Indexing;
using BriefingBot.Ingestion;
using BriefingBot.State;

namespace BriefingBot.Cli.Commands;

/// <summary>Loads, and goes on loading what changes, each time as a job, until it is interrupted.</summary>
/// <param name="jobs">Runs the loads.</param>
/// <param name="request">What is loaded.</param>
/// <param name="every">How often addresses are fetched again.</param>
/// <param name="json">For scripts.</param>
internal sealed class WatchedLoad(LoadJobs jobs, JobRequest request, TimeSpan every, bool json)
{
    // What the system does not tell of is found so.
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(10);

    // Until a file that is being written is looked at again.
    private static readonly TimeSpan BetweenLooksAtOne = TimeSpan.FromSeconds(2);

    private static readonly TimeProvider Time = TimeProvider.System;

    private readonly ChangedFiles _files = new(request.Inputs, Time);

    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        using var watch = new InputWatch(request.Inputs, Time);
        await new OutcomeLines(json).PrintAsync(async print =>
        {
            try
            {
                _files.Take();
                await LoadAsync(request, print, cancellation);
                Console.Error.WriteLine("Watching what changes. Ctrl+C ends it.");
                await WatchAsync(watch, outcome => PrintNew(outcome, print), cancellation);
            }
            catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
            {
            }
        });
        return BriefingCommand.Fine;
    }

    private async Task WatchAsync(InputWatch watch, Action<IngestOutcome> print, CancellationToken cancellation)
    {
        string[] addresses = [.. request.Inputs.Where(InputWatch.IsAddress)];
        var fetched = Time.GetTimestamp();
        while (true)
        {
            await watch.WaitAsync(_files.HasUnsettled ? BetweenLooksAtOne : BetweenLooks, cancellation);
            if (_files.Take() is { Count: > 0 } changed)
            {
                await TryLoadAsync(request with { Inputs = [.. request.Inputs.Except(addresses)], Only = changed }, print, () => _files.GiveBack(changed), cancellation);
            }

            if (addresses.Length > 0 && Time.GetElapsedTime(fetched) >= every)
            {
                fetched = Time.GetTimestamp();
                await TryLoadAsync(request with { Inputs = [.. addresses] }, print, () => { }, cancellation);
            }
        }
    }

    /// <summary>A store or a model that is away ends no watching: it may be there the next time.</summary>
    private async Task TryLoadAsync(JobRequest changed, Action<IngestOutcome> print, Action giveBack, CancellationToken cancellation)
    {
        try
        {
            await LoadAsync(changed, print, cancellation);
        }
        catch (Exception fault) when (fault is ArticleStoreException or StateStoreException or UnreachableEmbeddingModelException)
        {
            Console.Error.WriteLine(Terminal.Safe($"{fault.Message} It is tried again."));
            giveBack();
        }
    }

    private async Task LoadAsync(JobRequest load, Action<IngestOutcome> print, CancellationToken cancellation)
    {
        var job = await jobs.RunAsync(load, made => Console.Error.WriteLine($"Job: {made.Id}"), (_, outcome) => print(outcome), cancellation);
        cancellation.ThrowIfCancellationRequested();
        if (job.State == LoadState.Cancelled)
        {
            Console.Error.WriteLine($"Job {job.Id} was cancelled; what changes next is loaded all the same.");
        }
    }

    /// <summary>That a page is as it was is no news each time.</summary>
    private static void PrintNew(IngestOutcome outcome, Action<IngestOutcome> print)
    {
        if (outcome.Kind != IngestOutcomeKind.Unchanged)
        {
            print(outcome);
        }
    }
}
