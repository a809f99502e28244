using System.ComponentModel;
using BriefingBot.Cli.Output;
using BriefingBot.Ingestion;
using Microsoft.Extensions.DependencyInjection;
using Spectre.Console.Cli;

namespace BriefingBot.Cli.Commands;

internal sealed class IngestCommand : AsyncCommand<IngestCommand.Settings>
{
    public override async Task<int> ExecuteAsync(CommandContext context, Settings settings, CancellationToken cancellationToken)
    {
        var paths = StoreSettings.Arguments(context, settings.Paths, "files, folders, globs or addresses");
        await using var briefing = settings.OpenBriefing(begins: true);
        var outcomes = briefing.GetRequiredService<ArticleIngestor>().IngestAsync(paths, settings.Replace, cancellationToken);
        return await new OutcomeLines(settings.Json).PrintAsync(outcomes);
    }

    internal sealed class Settings : StoreSettings
    {
        [CommandArgument(0, "[PATH]")]
        [Description("Files, folders, globs, and http or https addresses.")]
        public string[] Paths { get; init; } = [];

        [CommandOption("--replace")]
        [Description("Let an input take over an id that came from another input path before.")]
        public bool Replace { get; init; }
    }
}
