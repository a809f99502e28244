using System.ComponentModel;
using BriefingBot.Cli.Output;
using BriefingBot.Ingestion;
using Microsoft.Extensions.DependencyInjection;
using Spectre.Console.Cli;

namespace BriefingBot.Cli.Commands;

internal sealed class ImportCommand : AsyncCommand<ImportCommand.Settings>
{
    public override async Task<int> ExecuteAsync(CommandContext context, Settings settings, CancellationToken cancellationToken)
    {
        var files = StoreSettings.Given(context, settings.File is null ? [] : [settings.File]);
        if (files is not [var file])
        {
            throw new WrongUseException("'import' needs one file that 'briefing export' wrote.");
        }

        if (!System.IO.File.Exists(file))
        {
            throw new WrongUseException($"There is no file {file}; check the path.");
        }

        await using var briefing = settings.OpenBriefing(begins: true);
        var outcomes = briefing.GetRequiredService<ArticleCarrier>().ImportAsync(file, cancellationToken);
        return await new OutcomeLines(settings.Json).PrintAsync(outcomes);
    }

    internal sealed class Settings : StoreSettings
    {
        [CommandArgument(0, "[FILE]")]
        [Description("A file that 'briefing export' wrote, from this store or another.")]
        public string? File { get; init; }
    }
}
