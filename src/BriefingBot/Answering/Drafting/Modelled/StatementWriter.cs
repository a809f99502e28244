using System.Collections.Immutable;
using BriefingBot.LanguageModels;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Answering;

/// <summary>What a language model's drafting came to: statements that passed, and how many did not.</summary>
/// <param name="Statements">Best first.</param>
/// <param name="Withheld">How many were withheld after a repair was tried.</param>
/// <param name="Failure">Why there is none at all; null where there is one.</param>
internal sealed record WrittenStatements(ImmutableArray<VerifiedStatement> Statements, int Withheld, ModelFailure? Failure)
{
    /// <summary>For logs: what each withheld statement failed by.</summary>
    public ImmutableArray<StatementFault> Faults { get; init; } = [];

    /// <summary>Tokens sent and received.</summary>
    public (long Sent, long Received) Tokens { get; init; }
}

/// <summary>Has a language model draft statements over retrieved passages, checks each against its quotes, and has it repair once what fails.</summary>
internal sealed class StatementWriter(LanguageModel model, ILogger<StatementWriter> log)
{
    private const int MostStatements = 6;

    // Each is a call of its own.
    private const int MostRepairs = 3;

    /// <summary>Never throws for the model's sake; cancellation escapes.</summary>
    public async Task<WrittenStatements> WriteAsync(string question, ImmutableArray<RetrievedPassage> passages, CancellationToken cancellation)
    {
        using var budget = new CancellationTokenSource(model.Budget);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(budget.Token, cancellation);
        try
        {
            return await DraftAsync(question, passages, either.Token);
        }
        catch (LanguageModelException failure)
        {
            log.LogWarning("{Reason} The answer is extractive.", failure.Message);
            return new([], 0, failure.Failure);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            log.LogWarning("The language model did not answer within {Seconds} s (LanguageModel:TimeoutSeconds). The answer is extractive.", model.Budget.TotalSeconds);
            return new([], 0, ModelFailure.TimedOut);
        }
    }

    private async Task<WrittenStatements> DraftAsync(string question, ImmutableArray<RetrievedPassage> passages, CancellationToken cancellation)
    {
        var shown = new NumberedSentences(passages);
        var articles = new ArticlesShown(passages);
        var reply = await model.AskAsync(PromptFiles.DraftAnswer, new() { ["fence"] = shown.FenceFor(question), ["articles"] = shown.Text, ["question"] = question }, cancellation);
        if (ModelReply.Read(reply.Text) is not { } drafted)
        {
            log.LogWarning("The language model's reply of {Length} characters holds no statements. The answer is extractive.", reply.Text.Length);
            return new([], 0, ModelFailure.Unreadable) { Tokens = (reply.Sent, reply.Received) };
        }

        var (statements, faults, repairs, tokens) = (new List<VerifiedStatement>(), new List<StatementFault>(), 0, (reply.Sent, reply.Received));
        foreach (var draft in drafted.Take(MostStatements))
        {
            var (statement, fault) = VerifiedStatement.Verify(draft.Text, articles.Verify(shown.Proposals(draft.Sentences)));
            if (fault is not null && repairs++ < MostRepairs && !draft.Sentences.IsEmpty)
            {
                var repaired = await RepairAsync(shown, draft, fault, question, cancellation);
                tokens = (tokens.Sent + repaired.Sent, tokens.Received + repaired.Received);
                statement = repaired.Draft is { } again ? VerifiedStatement.Verify(again.Text, articles.Verify(shown.Proposals(again.Sentences))).Statement : null;
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

        return new([.. statements], faults.Count, statements.Count > 0 ? null : faults.Count > 0 ? ModelFailure.NothingSupported : ModelFailure.NothingDrafted) { Faults = [.. faults], Tokens = tokens };
    }

    private async Task<(ModelStatement? Draft, long Sent, long Received)> RepairAsync(NumberedSentences shown, ModelStatement draft, StatementFault fault, string question, CancellationToken cancellation)
    {
        try
        {
            var reply = await model.AskAsync(
                PromptFiles.RepairStatement,
                new() { ["fence"] = shown.FenceFor(question), ["articles"] = shown.TextOf(draft.Sentences), ["statement"] = draft.Text, ["fault"] = $"{fault.Check}: {fault.Detail}" },
                cancellation);
            return (ModelReply.Read(reply.Text)?.FirstOrDefault(), reply.Sent, reply.Received);
        }
        catch (LanguageModelException)
        {
            // What was drafted well is not lost for it.
            return (null, 0, 0);
        }
    }

    /// <summary>The articles that were retrieved for this asker: nothing else can be quoted.</summary>
    private sealed class ArticlesShown(ImmutableArray<RetrievedPassage> passages)
    {
        private readonly Dictionary<(string Id, int Version), Articles.Article> _articles =
            passages.Select(passage => passage.Article).DistinctBy(article => (article.Id, article.Version)).ToDictionary(article => (article.Id, article.Version));

        public ImmutableArray<VerifiedQuote> Verify(ImmutableArray<QuoteProposal> proposals) =>
            [.. proposals.SelectMany(proposal => _articles.TryGetValue((proposal.ArticleId, proposal.Version), out var article) ? VerifiedQuote.Verify(article, proposal).Quotes : [])];
    }
}
