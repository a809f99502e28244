using System.ComponentModel;
using BriefingBot.Cli.Output;
using BriefingBot.Ingestion;
using BriefingBot.State;
using Microsoft.Extensions.DependencyInjection;
using Spectre.Console.Cli;

namespace BriefingBot.Cli.Commands;

/// <summary>Loads: to list, to look at, to go on with and to cancel.</summary>
internal sealed class JobsCommand : AsyncCommand<JobsCommand.Settings>
{
    public override async Task<int> ExecuteAsync(CommandContext context, Settings settings, CancellationToken cancellationToken)
    {
        var wanted = settings.Wanted(StoreSettings.Given(context, settings.Words));
        await using var briefing = settings.OpenBriefing();
        var state = briefing.GetRequiredService<IStateStore>();
        Console.Error.WriteLine(Terminal.Safe($"State: {state.Location}"));
        var jobs = briefing.GetRequiredService<LoadJobs>();

        // A file that is not there would be made by opening it.
        var isThere = state.IsShared || File.Exists(state.Location);
        if (wanted.Id is not { } id)
        {
            return isThere ? await ListAsync(jobs, settings, cancellationToken) : List(settings, []);
        }

        if (!isThere || await jobs.FindAsync(id, cancellationToken) is not { } job)
        {
            Console.Error.WriteLine(Terminal.Safe($"There is no job '{id}', or it is no longer kept (Ingestion:JobDays). See 'briefing jobs'."));
            return BriefingCommand.Failed;
        }

        return wanted.Action switch
        {
            "show" => await ShowAsync(jobs, job, settings, cancellationToken),
            "resume" => await new ResumedJob(jobs, settings.Json).RunAsync(job, cancellationToken),
            _ => await CancelAsync(jobs, job, settings, cancellationToken),
        };
    }

    private static async Task<int> ListAsync(LoadJobs jobs, Settings settings, CancellationToken cancellation) =>
        List(settings, await jobs.ListAsync(settings.Limit, before: null, cancellation));

    private static int List(Settings settings, IReadOnlyCollection<LoadJob> jobs)
    {
        foreach (var job in jobs)
        {
            Print(job, settings.Json);
        }

        Console.Error.WriteLine(jobs.Count == 1 ? "1 job" : $"{jobs.Count:N0} jobs");
        return BriefingCommand.Fine;
    }

    private static async Task<int> ShowAsync(LoadJobs jobs, LoadJob job, Settings settings, CancellationToken cancellation)
    {
        Print(job, settings.Json);
        await foreach (var outcome in jobs.OutcomesAsync(job, settings.Failed ? IngestOutcomeKind.Failed : null, cancellation))
        {
            OutcomeLines.Print(outcome, settings.Json);
        }

        return BriefingCommand.Fine;
    }

    private static async Task<int> CancelAsync(LoadJobs jobs, LoadJob job, Settings settings, CancellationToken cancellation)
    {
        if (job.HasEnded)
        {
            Console.Error.WriteLine($"Job {job.Id} has ended already: it is {job.State.ToString().ToLowerInvariant()}.");
            return BriefingCommand.Failed;
        }

        var left = await jobs.CancelAsync(job.Id, cancellation);
        if (left is { State: not LoadState.Cancelled })
        {
            Console.Error.WriteLine("The process that runs it ends it after the article at hand.");
        }

        Print(left ?? job, settings.Json);
        return BriefingCommand.Fine;
    }

    private static void Print(LoadJob job, bool json)
    {
        if (json)
        {
            JsonOutput.Write(JobLine.Of(job));
        }
        else
        {
            Console.WriteLine(Terminal.Safe(JobLine.Text(job)));
        }
    }

    internal sealed class Settings : StoreSettings
    {
        private const int MostListed = 10_000;

        private static readonly string[] Actions = ["show", "resume", "cancel"];

        [CommandArgument(0, "[ACTION]")]
        [Description("'show ID': a job and its outcomes; 'resume ID': go on with a job here; 'cancel ID': end it, whichever process runs it. Without: list the jobs.")]
        public string[] Words { get; init; } = [];

        [CommandOption("--failed")]
        [Description("With show: only the outcomes that failed.")]
        public bool Failed { get; init; }

        [CommandOption("--limit <N>")]
        [Description("How many jobs are listed, the newest first. Default: 20.")]
        public int Limit { get; init; } = 20;

        /// <summary>Throws <see cref="WrongUseException"/> when the words mean nothing.</summary>
        public (string? Action, string? Id) Wanted(string[] words) => words switch
        {
            _ when Limit is < 1 or > MostListed => throw new WrongUseException($"--limit {Limit} cannot be: it takes 1 to {MostListed}."),
            [] when Failed => throw new WrongUseException("--failed goes with 'jobs show ID'."),
            [] => (null, null),
            [var action, ..] when !Actions.Contains(action) => throw new WrongUseException($"'jobs' takes no '{action}'. It takes show ID, resume ID or cancel ID, or nothing to list the jobs."),
            [var action] => throw new WrongUseException($"'jobs {action}' needs a job's id; see 'briefing jobs'."),
            [var action, _] when Failed && action != "show" => throw new WrongUseException("--failed goes with 'jobs show ID'."),
            [var action, var id] => (action, id),
            [_, _, var extra, ..] => throw new WrongUseException($"'jobs' takes one id, and '{extra}' is more."),
        };
    }
}
