using System.Text.RegularExpressions;

namespace BriefingBot.Benchmarks;

/// <summary>A question of ClapNQ's own file (<c>annotated_data/dev/clapnq_dev_answerable.jsonl</c> of github.com/primeqa/clapnq): a passage, and what people answered out of which of its sentences.</summary>
internal sealed partial record ClapNqQuestion(string Id, string Input, ClapNqPassage[] Passages, ClapNqAnswer[] Output)
{
    private const int FewestWords = 5;

    /// <summary>Each sentence of each answer that is one, with the sentences that the whole answer was made from.</summary>
    public IEnumerable<(string Sentence, string[] Quotes)> Statements => Output.Where(answer => answer.SelectedSentences.Length > 0).SelectMany(answer =>
        End().Split(answer.Answer).Select(sentence => sentence.Trim()).Where(sentence => sentence.Split(' ').Length >= FewestWords).Select(sentence => (sentence, answer.SelectedSentences)));

    /// <summary>Sentences of the passage that nobody made an answer from.</summary>
    public string[] Others => [.. Passages.SelectMany(passage => passage.Sentences).Except(Output.SelectMany(answer => answer.SelectedSentences))];

    [GeneratedRegex(@"(?<=[^.\s]{3}[.!?])\s+(?=[A-Z])")]
    private static partial Regex End();
}

/// <summary>What a question is answered from.</summary>
internal sealed record ClapNqPassage(string Title, string[] Sentences);

/// <summary>What one person wrote, and from which sentences.</summary>
internal sealed record ClapNqAnswer(string Answer, [property: System.Text.Json.Serialization.JsonPropertyName("selected_sentences")] string[] SelectedSentences);
