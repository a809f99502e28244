using System.ComponentModel;
using BriefingBot.Articles;
using BriefingBot.Cli.Output;
using BriefingBot.Indexing;
using BriefingBot.Ingestion;
using Microsoft.Extensions.DependencyInjection;
using Spectre.Console.Cli;

namespace BriefingBot.Cli.Commands;

internal sealed class IngestCommand : AsyncCommand<IngestCommand.Settings>
{
    public override async Task<int> ExecuteAsync(CommandContext context, Settings settings, CancellationToken cancellationToken)
    {
        var request = new JobRequest(Environment.UserName, [.. StoreSettings.Arguments(context, settings.Paths, "files, folders, globs or addresses")], settings.Options());
        settings.ThrowUnlessWatchable(request.Inputs);
        await using var briefing = settings.OpenBriefing(begins: true);

        // What is wrong with the articles' store is told before a job is made that could not run.
        await briefing.GetRequiredService<IArticleStore>().CountAsync(ArticleFilter.All, cancellationToken);
        var jobs = briefing.GetRequiredService<LoadJobs>();
        if (settings.Watch)
        {
            return await new WatchedLoad(jobs, request, TimeSpan.FromMinutes(settings.Every ?? Settings.UsualMinutes), settings.Json).RunAsync(cancellationToken);
        }

        return await JobOutcomes.PrintAsync(
            print => jobs.RunAsync(request, job => Console.Error.WriteLine($"Job: {job.Id}"), (_, outcome) => print(outcome), cancellationToken)!,
            settings.Json,
            Console.IsErrorRedirected ? null : request.CountFiles(),
            cancellationToken);
    }

    internal sealed class Settings : StoreSettings
    {
        public const int UsualMinutes = 15;
        private const int MostMinutes = 1_440;

        [CommandArgument(0, "[PATH]")]
        [Description("Files, folders, globs, and http or https addresses.")]
        public string[] Paths { get; init; } = [];

        [CommandOption("--replace")]
        [Description("Let an input take over an id that came from another input path before.")]
        public bool Replace { get; init; }

        [CommandOption("--label <LABEL>")]
        [Description("Add this label to each article's own; may be given several times.")]
        public string[] Labels { get; init; } = [];

        [CommandOption("--group <GROUP>")]
        [Description("Let only this group read the articles that name no groups themselves; may be given several times.")]
        public string[] Groups { get; init; } = [];

        [CommandOption("--watch")]
        [Description("Go on, and load what changes, until Ctrl+C ends it.")]
        public bool Watch { get; init; }

        [CommandOption("--every <MINUTES>")]
        [Description("With --watch: how often addresses are fetched again. Default: 15.")]
        public int? Every { get; init; }

        /// <summary>Throws <see cref="WrongUseException"/> when there would be nothing to wait for.</summary>
        public void ThrowUnlessWatchable(IReadOnlyCollection<string> inputs)
        {
            if (Every is < 1 or > MostMinutes)
            {
                throw new WrongUseException($"--every {Every} cannot be: it takes 1 to {MostMinutes} minutes.");
            }

            if (Every is not null && !(Watch && inputs.Any(InputWatch.IsAddress)))
            {
                throw new WrongUseException("--every goes with --watch and an address; files are loaded when they change.");
            }

            if (Watch && inputs.FirstOrDefault(input => InputWatch.ProblemOf(input) is not null) is { } wrong)
            {
                throw new WrongUseException(Terminal.Safe($"'{wrong}' cannot be watched: {InputWatch.ProblemOf(wrong)}."));
            }
        }

        /// <summary>Throws <see cref="WrongUseException"/> when a label or group cannot be.</summary>
        public IngestOptions Options() =>
            IngestOptions.TryMake(Replace, FilteredSettings.Given("--label", Labels), FilteredSettings.Given("--group", Groups), out var options, out var problem)
                ? options
                : throw new WrongUseException(char.ToUpperInvariant(problem[0]) + problem[1..] + ".");
    }
}
