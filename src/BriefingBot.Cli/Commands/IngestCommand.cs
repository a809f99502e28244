using System.ComponentModel;
using System.Diagnostics;
using BriefingBot.Cli.Output;
using BriefingBot.Ingestion;
using Microsoft.Extensions.DependencyInjection;
using Spectre.Console.Cli;

namespace BriefingBot.Cli.Commands;

internal sealed class IngestCommand : AsyncCommand<IngestCommand.Settings>
{
    public override async Task<int> ExecuteAsync(CommandContext context, Settings settings, CancellationToken cancellationToken)
    {
        var paths = StoreSettings.Arguments(context, settings.Paths, "files, folders or globs");
        await using var briefing = settings.OpenBriefing(begins: true);
        var ingestor = briefing.GetRequiredService<ArticleIngestor>();
        var started = Stopwatch.GetTimestamp();
        var (counts, words) = (new Dictionary<IngestOutcomeKind, int>(), 0L);
        using var progress = new ProgressLine();
        try
        {
            await foreach (var outcome in ingestor.IngestAsync(paths, settings.Replace, cancellationToken))
            {
                counts[outcome.Kind] = counts.GetValueOrDefault(outcome.Kind) + 1;
                words += outcome.Words;
                progress.Clear();
                settings.Print(outcome);
                progress.Show($"{counts.Values.Sum():N0} articles, {words:N0} words, {Path.GetFileName(outcome.Input)}");
            }
        }
        finally
        {
            progress.Clear();
            var elapsed = Stopwatch.GetElapsedTime(started);
            Console.Error.WriteLine(
                string.Join(", ", Enum.GetValues<IngestOutcomeKind>().Select(kind => $"{counts.GetValueOrDefault(kind):N0} {kind.ToString().ToLowerInvariant()}"))
                + $" in {elapsed.TotalSeconds:F1} s"
                + (words > 0 ? $" ({words:N0} words, {words / elapsed.TotalSeconds:N0} words/s)" : ""));
        }

        return counts.ContainsKey(IngestOutcomeKind.Failed) ? BriefingCommand.Failed : BriefingCommand.Fine;
    }

    internal sealed class Settings : StoreSettings
    {
        [CommandArgument(0, "[PATH]")]
        [Description("Files, folders and globs.")]
        public string[] Paths { get; init; } = [];

        [CommandOption("--replace")]
        [Description("Let an input take over an id that came from another input path before.")]
        public bool Replace { get; init; }

        public void Print(IngestOutcome outcome)
        {
            if (Json)
            {
                JsonOutput.Write(new
                {
                    outcome.Input,
                    outcome.Line,
                    Outcome = outcome.Kind,
                    outcome.ArticleId,
                    outcome.Version,
                    outcome.Title,
                    outcome.Passages,
                    outcome.Error,
                });
            }
            else if (outcome.Kind == IngestOutcomeKind.Failed)
            {
                Console.WriteLine($"failed     {Terminal.Safe(outcome.Input)}: {Terminal.Safe(outcome.Error!)}");
            }
            else
            {
                Console.WriteLine($"{outcome.Kind.ToString().ToLowerInvariant(),-10} {Terminal.Safe(outcome.ArticleId!)}  {Terminal.Safe(outcome.Title!)}");
            }
        }
    }
}
