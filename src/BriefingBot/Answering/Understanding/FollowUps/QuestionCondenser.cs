using System.Collections.Immutable;
using System.Text.Json;
using BriefingBot.LanguageModels;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Answering;

/// <summary>
/// Has a language model rewrite a question that may lean on earlier ones. Only a rewrite in the words of the questions is taken, so that nothing the model knows or was told can choose what is
/// searched for; else the rules' own stands.
/// </summary>
internal sealed class QuestionCondenser(LanguageModel model, ILogger<QuestionCondenser> log)
{
    private const int LongestRewrite = 400;

    // Longer questions name what they are about.
    private const int MostWords = 9;

    // A follow-up that is understood late is answered late; the rules have understood it already.
    private static readonly TimeSpan Budget = TimeSpan.FromSeconds(8);

    /// <summary>Whether a question is short enough to lean on others.</summary>
    public static bool MayLean(string question) => QuestionWord.Of(question).Length <= MostWords;

    /// <summary>The question as it stands alone, which may be as it was asked; null where the model wrote nothing that can be taken.</summary>
    /// <param name="question">As it was asked.</param>
    /// <param name="earlier">The questions before it, the last one first.</param>
    /// <param name="cancellation">Ends it; nothing else is an exception.</param>
    public async Task<string?> CondenseAsync(string question, IReadOnlyList<string> earlier, CancellationToken cancellation)
    {
        var calls = ModelCalls.Begin();
        var turns = string.Join('\n', earlier.Reverse().Select(NumberedText.OneLine));
        using var budget = new CancellationTokenSource(model.Budget < Budget ? model.Budget : Budget);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(budget.Token, cancellation);
        try
        {
            var reply = await model.AskAsync(
                PromptFiles.CondenseQuestion,
                new() { ["fence"] = NumberedText.FenceFor(question, turns), ["turns"] = turns, ["question"] = NumberedText.OneLine(question) },
                either.Token);
            if (QuestionIn(reply) is { } rewritten && IsOfTheirWords(rewritten, question, earlier))
            {
                model.Keep(calls);
                return rewritten;
            }

            log.LogInformation("The language model's rewrite of a follow-up was not taken; the rules' own stands.");
        }
        catch (LanguageModelException fault)
        {
            log.LogWarning("{Reason} The follow-up is understood by rules.", fault.Message);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            log.LogWarning("The language model did not answer in time. The follow-up is understood by rules.");
        }

        return null;
    }

    private static string? QuestionIn(string reply)
    {
        try
        {
            using var json = JsonDocument.Parse(reply.IndexOf('{') is >= 0 and var start && reply.LastIndexOf('}') is var end && end > start ? reply[start..(end + 1)] : "{}");
            return json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty("question", out var text) && text.ValueKind == JsonValueKind.String ? NumberedText.OneLine(text.GetString()!).Trim() : null;
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>Whether it has no word of meaning that nobody asked, and all that the question has but for those that pointed.</summary>
    private static bool IsOfTheirWords(string rewritten, string question, IReadOnlyList<string> earlier)
    {
        if (rewritten.Length is 0 or > LongestRewrite || MarkupCheck.FaultOf(rewritten) is not null)
        {
            return false;
        }

        var (said, asked) = (KeysOf(rewritten), KeysOf(question));
        return said.IsSubsetOf(asked.Union(earlier.SelectMany(KeysOf))) && IsInOrder(question, rewritten) && Denials(rewritten) == Denials(question);
    }

    /// <summary>Whether all that the question says is said, in the same order: "not the mayor" and "before the Post" mean something else elsewhere.</summary>
    private static bool IsInOrder(string question, string rewritten)
    {
        var left = ClaimWord.Of(question).Select(word => word.Stem).OfType<string>().ToList();
        foreach (var word in ClaimWord.Of(rewritten))
        {
            if (left.Count > 0 && word.Stem == left[0])
            {
                left.RemoveAt(0);
            }
        }

        return left.Count == 0;
    }

    private static int Denials(string text) => ClaimWord.Of(text).Count(word => word.Lower is "not" or "no" or "never" or "without" or "nobody" || word.Lower.EndsWith("n't", StringComparison.Ordinal));

    private static ImmutableHashSet<string> KeysOf(string text) => [.. ClaimWord.Of(text).Select(word => word.Stem).OfType<string>()];
}
