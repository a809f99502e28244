using System.Collections.Immutable;
using BriefingBot.Articles;
using BriefingBot.LanguageModels;
using Microsoft.Extensions.Logging;
using Microsoft.SemanticKernel;

namespace BriefingBot.Answering;

/// <summary>What a language model's drafting came to: statements that passed, and how many did not.</summary>
/// <param name="Statements">Best first.</param>
/// <param name="Withheld">How many were withheld after a repair was tried.</param>
/// <param name="Failure">Why there is none at all; null where there is one.</param>
/// <param name="Drafting">What it took.</param>
internal sealed record WrittenStatements(ImmutableArray<VerifiedStatement> Statements, int Withheld, ModelFailure? Failure, ModelDrafting Drafting);

/// <summary>Has a language model draft statements over retrieved passages, checks each against its quotes, and has it repair once what fails.</summary>
/// <param name="model">The model.</param>
/// <param name="articles">With the articles' functions.</param>
/// <param name="meaning">Tells how near statements are to their quotes.</param>
/// <param name="log">Why there was nothing, and by which checks.</param>
internal sealed class StatementWriter(LanguageModel model, Kernel articles, MeaningCloseness meaning, ILogger<StatementWriter> log)
{
    private const int MostStatements = 6;

    // Each is a call of its own.
    private const int MostRepairs = 3;

    /// <summary>An answer to a question. Never throws for the model's sake; cancellation escapes.</summary>
    /// <param name="question">The question as it stands alone.</param>
    /// <param name="asker">Whoever asks: nothing but what they may read is searched.</param>
    /// <param name="filter">Which articles may be searched further; null: none.</param>
    /// <param name="passages">What was retrieved, best first.</param>
    /// <param name="cancellation">Ends it.</param>
    public Task<WrittenStatements> WriteAsync(string question, Asker asker, ArticleFilter? filter, ImmutableArray<RetrievedPassage> passages, CancellationToken cancellation)
    {
        var shown = new NumberedSentences(passages);
        var fence = NumberedText.FenceFor(question, shown.Text);
        var tool = filter is not null && model.MostSearches > 0 ? new ModelSearch(articles, asker, filter, shown, model, log).Tool : null;
        return WriteAsync(PromptFiles.DraftAnswer, new() { ["fence"] = fence, ["articles"] = shown.Text, ["question"] = question }, shown, tool, cancellation);
    }

    /// <summary>What the quotes of a briefing report, likewise.</summary>
    public Task<WrittenStatements> SumUpAsync(string subject, ImmutableArray<VerifiedQuote> quotes, CancellationToken cancellation)
    {
        var shown = new NumberedQuotes(quotes);
        return WriteAsync(PromptFiles.Digest, new() { ["fence"] = NumberedText.FenceFor(subject, shown.Text), ["articles"] = shown.Text, ["subject"] = subject }, shown, tool: null, cancellation);
    }

    private async Task<WrittenStatements> WriteAsync(string prompt, KernelArguments arguments, INumberedWords shown, ModelTool? tool, CancellationToken cancellation)
    {
        var calls = ModelCalls.Begin();
        using var budget = new CancellationTokenSource(model.Budget);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(budget.Token, cancellation);
        var (written, failure) = (Checked.Nothing, (ModelFailure?)null);
        try
        {
            written = await DraftAsync(prompt, arguments, shown, tool, either.Token, cancellation);
            failure = !written.Statements.IsEmpty ? null : written.Withheld > 0 ? ModelFailure.NothingSupported : ModelFailure.NothingDrafted;
        }
        catch (LanguageModelException fault)
        {
            log.LogWarning("{Reason} The answer is extractive.", fault.Message);
            failure = fault.Failure;
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            log.LogWarning("The language model did not answer within {Seconds} s (LanguageModel:TimeoutSeconds). The answer is extractive.", model.Budget.TotalSeconds);
            failure = ModelFailure.TimedOut;
        }

        if (failure is null)
        {
            model.Keep(calls);
        }

        return new(written.Statements, written.Withheld, failure, new(model.Name, model.Prompts, written.Drafted, written.Supported, calls.Made, calls.Sent, calls.Received, model.CostOf(calls)));
    }

    private async Task<Checked> DraftAsync(string prompt, KernelArguments arguments, INumberedWords shown, ModelTool? tool, CancellationToken budget, CancellationToken cancellation)
    {
        new AnsweringStep.Writing().Report();
        var reply = await model.AskAsync(prompt, arguments, budget, tool);
        if (ModelReply.Read(reply) is not { } replied)
        {
            throw new LanguageModelException(ModelFailure.Unreadable, $"The language model's reply of {reply.Length} characters holds no statements.");
        }

        ModelStatement[] drafted = [.. replied.Take(MostStatements)];
        new AnsweringStep.CheckingQuotes(drafted.SelectMany(draft => draft.Sentences).Distinct().Count()).Report();
        var (statements, faults, supported, repairs) = (new List<VerifiedStatement>(), new List<StatementFault>(), 0, 0);
        foreach (var draft in drafted)
        {
            var (statement, fault) = await VerifiedStatement.VerifyAsync(draft.Text, shown.Quotes(draft.Sentences), meaning, cancellation);
            supported += statement is null ? 0 : 1;
            if (fault is not null && repairs < MostRepairs && !draft.Sentences.IsEmpty)
            {
                repairs++;
                statement = await RepairAsync(shown, draft, fault, (string)arguments["fence"]!, budget, cancellation);
            }

            if (statement is null)
            {
                faults.Add(fault!);
            }
            else if (!statements.Exists(other => other.Text == statement.Text))
            {
                statements.Add(statement);
            }
        }

        if (faults.Count > 0)
        {
            // By the checks alone: the words may be those of an article that the log's readers may not read.
            log.LogInformation("Withheld {Count} of the language model's statements, by {Checks}.", faults.Count, string.Join(", ", faults.Select(fault => fault.Check)));
        }

        return new([.. statements], drafted.Length, supported, faults.Count);
    }

    /// <summary>Null where that came to nothing either, or was not heard in time: what was drafted well is not lost for it.</summary>
    private async Task<VerifiedStatement?> RepairAsync(
        INumberedWords shown, ModelStatement draft, StatementFault fault, string fence, CancellationToken budget, CancellationToken cancellation)
    {
        try
        {
            var reply = await model.AskAsync(
                PromptFiles.RepairStatement,
                new() { ["fence"] = fence, ["articles"] = shown.TextOf(draft.Sentences), ["statement"] = draft.Text, ["fault"] = $"{fault.Check}: {fault.Detail}" },
                budget);
            return ModelReply.Read(reply)?.FirstOrDefault() is { } again ? (await VerifiedStatement.VerifyAsync(again.Text, shown.Quotes(again.Sentences), meaning, cancellation)).Statement : null;
        }
        catch (Exception failed) when (failed is LanguageModelException || (failed is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            return null;
        }
    }

    /// <summary>What was drafted, after the checks.</summary>
    /// <param name="Statements">Those that passed, best first.</param>
    /// <param name="Drafted">How many there were.</param>
    /// <param name="Supported">How many passed as they were drafted.</param>
    /// <param name="Withheld">How many did not pass, not even repaired.</param>
    private sealed record Checked(ImmutableArray<VerifiedStatement> Statements, int Drafted, int Supported, int Withheld)
    {
        public static readonly Checked Nothing = new([], 0, 0, 0);
    }
}
