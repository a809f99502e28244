using System.Collections.Immutable;
using System.ComponentModel;
using BriefingBot.Cli.Output;
using BriefingBot.Evaluation;
using BriefingBot.Indexing;
using BriefingBot.Ingestion;
using BriefingBot.LanguageModels;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Spectre.Console.Cli;

namespace BriefingBot.Cli.Commands;

internal sealed class EvaluateCommand : AsyncCommand<EvaluateCommand.Settings>
{
    public override async Task<int> ExecuteAsync(CommandContext context, Settings settings, CancellationToken cancellationToken)
    {
        StoreSettings.NoArguments(context);
        settings.Check();
        var folder = new EvaluationFolder(settings.Out);
        var questions = await QuestionFile.ReadAsync(settings.QuestionFile!, settings.Limit, cancellationToken);

        // Deleted behind the store that is in it.
        using var thrownAway = settings.Articles is null ? null : new ThrowAwayFolder();
        await using var briefing = settings.OpenBriefing(begins: thrownAway is not null, thrownAway?.Path, settings.ModelKeys);
        settings.CheckDrafter(briefing.GetRequiredService<IOptions<LanguageModelOptions>>().Value);
        var began = briefing.GetRequiredService<TimeProvider>().GetUtcNow();
        var loaded = settings.Articles is null ? null : await LoadAsync(briefing.GetRequiredService<ArticleIngestor>(), settings.Articles, cancellationToken);
        var evaluator = briefing.GetRequiredService<Evaluator>();
        var run = new EvaluatedRun(
            began,
            typeof(BriefingCommand).Assembly.GetName().Version!.ToString(3),
            $"briefing {string.Join(' ', context.Arguments)}",
            settings.Articles,
            loaded?.Indexed,
            loaded?.Failed,
            thrownAway is null ? briefing.GetRequiredService<IArticleStore>().Location : null,
            settings.QuestionFile!,
            evaluator.Index);

        var summary = await EvaluateAsync(evaluator, questions, settings.IsExtractive, run, folder, cancellationToken);
        if (settings.Json)
        {
            JsonOutput.Write(summary);
        }
        else
        {
            Console.WriteLine(SummaryTable.Of(summary));
        }

        Console.Error.WriteLine(Terminal.Safe($"Report: {folder.Report}"));
        if (summary.Unmeasured > 0)
        {
            Console.Error.WriteLine($"{summary.Unmeasured:N0} of {summary.Questions:N0} questions failed and are in no measure.");
        }

        return loaded is { Failed: > 0 } || summary.Unmeasured > 0 ? BriefingCommand.Failed : BriefingCommand.Fine;
    }

    private static async Task<EvaluationSummary> EvaluateAsync(
        Evaluator evaluator, ImmutableArray<LabelledQuestion> questions, bool isExtractive, EvaluatedRun run, EvaluationFolder folder, CancellationToken cancellation)
    {
        var outcomes = ImmutableArray.CreateBuilder<QuestionOutcome>(questions.Length);
        var predictions = new List<string>(questions.Length);
        var misses = new WorstMisses();
        var failed = new List<TriedQuestion>();
        using (var progress = new ProgressLine())
        {
            await foreach (var tried in evaluator.EvaluateAsync(questions, isExtractive, cancellation))
            {
                predictions.Add(JsonOutput.Of(PredictionLine.Of(tried)));
                if (tried.Evaluated is { } asked)
                {
                    outcomes.Add(asked.Outcome);
                    misses.Add(asked);
                }
                else
                {
                    failed.Add(tried);
                    progress.Clear();
                    Console.Error.WriteLine(Terminal.Safe($"line {tried.Question.Line} of {run.QuestionFile}: {tried.Failure}"));
                }

                progress.ShowBar(predictions.Count, questions.Length);
            }
        }

        var summary = EvaluationSummary.Of(run, outcomes.DrainToImmutable(), failed.Count);
        await folder.WriteAsync(predictions, JsonOutput.Of(summary), EvaluationReport.Render(summary, misses, failed), cancellation);
        return summary;
    }

    /// <summary>An article that fails is said, and the rest goes on; without any there is nothing to evaluate.</summary>
    private static async Task<Loaded> LoadAsync(ArticleIngestor ingestor, string articles, CancellationToken cancellation)
    {
        var (indexed, failed) = (0, 0);
        using var progress = new ProgressLine();
        await foreach (var outcome in ingestor.IngestAsync([articles], cancellation: cancellation))
        {
            if (outcome.Kind == IngestOutcomeKind.Failed)
            {
                failed++;
                progress.Clear();
                var line = outcome.Line is { } number ? $", line {number}" : "";
                Console.Error.WriteLine(Terminal.Safe($"{outcome.Input}{line}: {outcome.Error}."));
            }
            else
            {
                progress.Show($"{++indexed:N0} articles");
            }
        }

        return indexed > 0 ? new(indexed, failed) : throw new IOException($"No article could be read from {articles}, so there is nothing to ask.");
    }

    internal sealed class Settings : StoreSettings
    {
        [CommandOption("--articles <PATH>")]
        [Description("A file, folder or glob of articles, indexed into a store that is thrown away afterwards. Default: the store that --data or the configuration names.")]
        public string? Articles { get; init; }

        [CommandOption("--questions <FILE>")]
        [Description("A file with a JSON object a line: question and, where known, id, answerable, articles, spans and answers or quotes.")]
        public string? QuestionFile { get; init; }

        [CommandOption("--limit <N>")]
        [Description("Only the first questions.")]
        public int? Limit { get; init; }

        [CommandOption("--out <DIR>")]
        [Description("The folder for predictions.jsonl, summary.json and report.html, made where it is absent.")]
        [DefaultValue("evaluation")]
        public string Out { get; init; } = "";

        [CommandOption("--drafter <DRAFTER>")]
        [Description("extractive, or model: the language model of the configuration.")]
        [DefaultValue("extractive")]
        public string Drafter { get; init; } = "";

        [CommandOption("--replies <FILE>")]
        [Description("With --drafter model: every reply is written into this file and given from it again, so that the evaluation can be repeated without a model.")]
        public string? Replies { get; init; }

        public bool IsExtractive => Drafter == "extractive";

        /// <summary>What the options put in the place of the configuration.</summary>
        public IEnumerable<KeyValuePair<string, string?>> ModelKeys => Replies is null ? [] : [new("LanguageModel:Replies", Path.GetFullPath(Replies))];

        /// <summary>Throws when there is no model to ask.</summary>
        public void CheckDrafter(LanguageModelOptions model)
        {
            if (!IsExtractive && model.Provider == LanguageModelProvider.None)
            {
                throw new WrongUseException(
                    "--drafter model needs a language model: set LanguageModel:Provider, LanguageModel:Model and, where needed, LanguageModel:Endpoint and LanguageModel:ApiKey; "
                    + "with LanguageModel:Provider=Recorded, --replies FILE gives the replies of an earlier run.");
            }
        }

        /// <summary>Throws <see cref="WrongUseException"/> when the options cannot be.</summary>
        public void Check()
        {
            if (QuestionFile is null || IsMissing(QuestionFile))
            {
                throw new WrongUseException("'evaluate' needs --questions FILE. See 'briefing evaluate --help'.");
            }

            if (!File.Exists(QuestionFile))
            {
                throw new WrongUseException($"There is no file {QuestionFile}; check the path after --questions.");
            }

            if (Articles is not null && (IsMissing(Articles) || Data is not null))
            {
                throw new WrongUseException(IsMissing(Articles)
                    ? "--articles needs a file, a folder or a glob."
                    : "Give --articles, which are indexed into a store of their own, or --data, a store that is there; not both.");
            }

            if (Drafter is not ("extractive" or "model") || (Replies is not null && (IsExtractive || IsMissing(Replies))))
            {
                throw new WrongUseException(Drafter is "extractive" or "model" ? "--replies needs a file's name, and --drafter model." : $"--drafter {Drafter} is neither extractive nor model.");
            }

            if (Limit < 1)
            {
                throw new WrongUseException($"--limit {Limit} is not 1 or more.");
            }
        }
    }

    private sealed record Loaded(int Indexed, int Failed);
}
