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
        await using var briefing = settings.OpenBriefing(begins: true);

        // What is wrong with the articles' store is told before a job is made that could not run.
        await briefing.GetRequiredService<IArticleStore>().CountAsync(ArticleFilter.All, cancellationToken);
        var jobs = briefing.GetRequiredService<LoadJobs>();
        return await JobOutcomes.PrintAsync(
            print => jobs.RunAsync(request, job => Console.Error.WriteLine($"Job: {job.Id}"), (_, outcome) => print(outcome), cancellationToken)!,
            settings.Json,
            Console.IsErrorRedirected ? null : request.CountFiles(),
            cancellationToken);
    }

    internal sealed class Settings : StoreSettings
    {
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

        /// <summary>Throws <see cref="WrongUseException"/> when a label or group cannot be.</summary>
        public IngestOptions Options() =>
            IngestOptions.TryMake(Replace, FilteredSettings.Given("--label", Labels), FilteredSettings.Given("--group", Groups), out var options, out var problem)
                ? options
                : throw new WrongUseException(char.ToUpperInvariant(problem[0]) + problem[1..] + ".");
    }
}
