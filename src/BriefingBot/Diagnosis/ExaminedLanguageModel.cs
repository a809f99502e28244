using BriefingBot.Answering;
using BriefingBot.Configuration;
using BriefingBot.LanguageModels;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.SemanticKernel;

namespace BriefingBot.Diagnosis;

/// <summary>The language model, by one short answer that it drafts as it drafts any, and its prompts.</summary>
internal static class ExaminedLanguageModel
{
    private const string Fence = "-----examination-----";

    public static IEnumerable<ExaminedPart> Parts(IServiceProvider services, TimeSpan limit) =>
    [
        new("language model", limit + PatienceOf(services), cancellation => ExamineAsync(services, cancellation)),
        new("prompts", limit, _ => Task.FromResult(ExaminePrompts(services))),
    ];

    private static async Task<(Condition Condition, string What)> ExamineAsync(IServiceProvider services, CancellationToken cancellation)
    {
        var options = services.GetRequiredService<IOptions<LanguageModelOptions>>().Value;
        if (!options.IsUsed)
        {
            return (Condition.Ok, "None is configured: answers are quotes alone.");
        }

        if (options.Provider == LanguageModelProvider.Recorded)
        {
            // Reads the file, and throws where it cannot be.
            _ = services.GetRequiredService<RecordedReplies>();
            return (Condition.Ok, "Replies come from the file of LanguageModel:Replies, and nobody is asked.");
        }

        var model = services.LanguageModelOf(services.GetRequiredService<Kernel>())!;
        using var budget = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        budget.CancelAfter(model.Budget);
        string reply;
        try
        {
            reply = await model.AskAsync(
                PromptFiles.DraftAnswer,
                new() { ["fence"] = Fence, ["articles"] = "Article: Noon\n[1] The bell of the town hall rang at noon.", ["question"] = "When did the bell of the town hall ring?" },
                budget.Token);
        }
        catch (Exception fault) when (!cancellation.IsCancellationRequested && (fault is OperationCanceledException || fault is LanguageModelException { Failure: ModelFailure.TimedOut }))
        {
            return (Condition.Failed, $"'{model.Name}' did not answer within {model.Budget.TotalSeconds:0} s. See that it is not still being loaded, or raise LanguageModel:TimeoutSeconds.");
        }

        return ModelReply.Read(reply) is null
            ? (Condition.Warning, $"'{model.Name}' answers, but not with the statements that it was asked for, so answers would stay quotes alone. Choose a larger model in LanguageModel:Model.")
            : model.TakesSchema
                ? (Condition.Ok, $"'{model.Name}' drafts as it is asked to.")
                : (Condition.Warning, $"'{model.Name}' drafts, but its server refuses a JSON schema (response_format), so that more of its replies may be unreadable. Use a newer server where there is one.");
    }

    private static (Condition Condition, string What) ExaminePrompts(IServiceProvider services)
    {
        try
        {
            return (Condition.Ok, $"They can be used (set {services.GetRequiredService<PromptFiles>().Hash}).");
        }
        catch (ConfigurationException fault) when (!services.GetRequiredService<IOptions<LanguageModelOptions>>().Value.IsUsed)
        {
            return (Condition.Warning, $"{fault.Message} Nothing needs it while no language model is configured.");
        }
    }

    private static TimeSpan PatienceOf(IServiceProvider services)
    {
        try
        {
            return TimeSpan.FromSeconds(services.GetRequiredService<IOptions<LanguageModelOptions>>().Value is { IsUsed: true } options ? options.TimeoutSeconds : 0);
        }
        catch (Exception fault) when (fault is OptionsValidationException || BriefingConfiguration.ExplainUnreadable(fault) is not null)
        {
            return TimeSpan.Zero;
        }
    }
}
