using System.Collections.Immutable;
using BriefingBot.Answering;

namespace BriefingBot.Training;

/// <summary>A question's sentences with their numbers, and what the reader made of the passages.</summary>
internal sealed record Evidence(LabelledQuestion Question, ImmutableArray<SentenceCandidate> Sentences, ImmutableArray<PassageReading> Readings)
{
    /// <summary>Whether each sentence holds an answer whole.</summary>
    public bool[] Right { get; } = [.. Sentences.Select(sentence => Question.IsAnsweredBy(sentence.Passage.Article, sentence.Passage.Passage.Sentences[sentence.Index]))];

    /// <summary>Questions for which nothing at all was retrieved are left out.</summary>
    public static async Task<ImmutableArray<Evidence>> GatherAsync(IEnumerable<LabelledQuestion> questions, PassageReader reader)
    {
        var gathered = ImmutableArray.CreateBuilder<Evidence>();
        foreach (var question in questions)
        {
            var retrieval = await reader.ReadAsync(
                question.Text, question.Retrieval with { Passages = [.. question.Retrieval.Passages.Take(QuestionAnswerer.PassagesRead)] }, CancellationToken.None);
            if (SentenceEvidence.Of(retrieval) is { Length: > 0 } sentences)
            {
                gathered.Add(new(question, sentences, SentenceEvidence.ReadingsOf(retrieval)));
            }

            if (gathered.Count % 500 == 0)
            {
                Console.WriteLine($"{gathered.Count:N0} questions read");
            }
        }

        return gathered.DrainToImmutable();
    }

    /// <summary>The question's own numbers, by weights of sentences.</summary>
    public double[] Answer(TrainedWeights weights) => AnswerEvidence.Of(weights.Rank(Sentences), Readings);
}
