using System.ComponentModel;
using BriefingBot.Cli.Output;
using BriefingBot.Evaluation;
using Spectre.Console.Cli;

namespace BriefingBot.Cli.Commands;

/// <summary>Measures how much of pages and documents is read, without a store.</summary>
internal sealed class EvaluateReadingCommand : AsyncCommand<EvaluateReadingCommand.Settings>
{
    public override Task<int> ExecuteAsync(CommandContext context, Settings settings, CancellationToken cancellationToken)
    {
        var folder = settings.FolderOf(context);
        var evaluation = ReadingEvaluation.Of(folder, cancellationToken)
            ?? throw new WrongUseException($"The folder {folder} has neither html/zyte/ground-truth.json nor documents, so there is nothing to read. Name the folder that holds them.");
        if (settings.Json)
        {
            JsonOutput.Write(ReadingLine.Of(evaluation, settings.Misses));
        }
        else
        {
            Console.WriteLine(string.Join('\n', ReadingReport.Render(evaluation, settings.Misses).Split('\n').Select(Terminal.Safe)));
        }

        return Task.FromResult(BriefingCommand.Fine);
    }

    internal sealed class Settings : CommandSettings
    {
        [CommandArgument(0, "[FOLDER]")]
        [Description("The folder with html/zyte (pages, ground-truth.json, output-*.json) and documents (a folder a format, each with expected/*.md).")]
        public string[] Folders { get; init; } = [];

        [CommandOption("--misses <N>")]
        [Description("Also name the N pages that are read worst. Default: none.")]
        public int Misses { get; init; }

        [CommandOption("--json")]
        [Description("Print a JSON line for scripts on standard output, and nothing else there.")]
        public bool Json { get; init; }

        /// <exception cref="WrongUseException">There is none, or several, or it is no folder.</exception>
        public string FolderOf(CommandContext context) => StoreSettings.Arguments(context, Folders, "a folder") is [var folder]
            ? Misses < 0 ? throw new WrongUseException($"--misses {Misses} is not 0 or more.")
                : Directory.Exists(folder) ? folder
                : throw new WrongUseException($"There is no folder {folder}; check the path.")
            : throw new WrongUseException("'evaluate-reading' takes one folder. See 'briefing evaluate-reading --help'.");
    }
}
