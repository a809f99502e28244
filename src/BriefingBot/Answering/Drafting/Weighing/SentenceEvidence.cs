using System.Collections.Immutable;
using BriefingBot.Indexing;

namespace BriefingBot.Answering;

/// <summary>What speaks for each sentence of a retrieval, as numbers of which <see cref="TrainedWeights"/> makes one.</summary>
internal static class SentenceEvidence
{
    /// <summary>The numbers' names, in their order.</summary>
    public static readonly ImmutableArray<string> Names =
    [
        "cosine", "neighbourCosine", "passageCosine", "passageScore", "passageRank", "coverage", "titleCoverage", "windowCoverage",
        "readerStart", "readerEnd", "readerShare", "passageAnswers", "passageAnswersMost", "length", "first",
    ];

    /// <summary>Every sentence, passage by passage, not yet scored.</summary>
    public static ImmutableArray<SentenceCandidate> Of(Retrieval retrieval)
    {
        if (retrieval.Passages.All(passage => passage.Passage.Sentences.IsEmpty))
        {
            return [];
        }

        var readings = ReadingsOf(retrieval);
        var weights = retrieval.TermWeights;
        var whole = Math.Max(weights.Values.Sum(), double.Epsilon);
        var (mostStart, mostEnd) = (readings.SelectMany(reading => reading.Starts).Max(), readings.SelectMany(reading => reading.Ends).Max());
        var share = Math.Log(readings.Sum(reading => reading.Starts.Zip(reading.Ends, (start, end) => Math.Exp((start - mostStart + end - mostEnd) / 2)).Sum()));
        var candidates = ImmutableArray.CreateBuilder<SentenceCandidate>();
        var mostAnswers = readings.Max(reading => reading.Answers);
        foreach (var (rank, (passage, reading)) in retrieval.Passages.Zip(readings).Index())
        {
            var article = passage.Article;
            var title = EnglishTerms.Of(article.Title).ToHashSet();
            var terms = passage.Passage.Sentences.Select(span => EnglishTerms.Of(article.Cut(span)).ToHashSet()).ToArray();
            for (var index = 0; index < terms.Length; index++)
            {
                var neighbours = new[] { index - 1, index + 1 }.Where(other => other >= 0 && other < terms.Length).ToArray();
                var (start, end) = (reading.Starts[index] - mostStart, reading.Ends[index] - mostEnd);
                var covered = Coverage(terms[index].Union(title));
                candidates.Add(new(passage, index,
                [
                    passage.SentenceCosines[index],
                    neighbours.Length == 0 ? 0 : neighbours.Max(other => passage.SentenceCosines[other]),
                    passage.Cosine ?? passage.SentenceCosines.Max(),
                    passage.Score,
                    1.0 / (rank + 1),
                    Coverage(terms[index]),
                    covered,
                    Coverage(neighbours.SelectMany(other => terms[other]).Union(terms[index])),
                    Math.Max(start, -15),
                    Math.Max(end, -15),
                    Math.Exp(((start + end) / 2) - share),
                    reading.Answers,
                    reading.Answers - mostAnswers,
                    Math.Log(passage.Passage.Sentences[index].Length),
                    index == 0 ? 1 : 0,
                ])
                {
                    Coverage = covered,
                });
            }
        }

        return candidates.DrainToImmutable();

        double Coverage(IEnumerable<string> terms) => terms.Sum(term => weights.GetValueOrDefault(term)) / whole;
    }

    /// <summary>What the reader made of each passage. Throws when it has not read them.</summary>
    public static ImmutableArray<PassageReading> ReadingsOf(Retrieval retrieval) =>
        [.. retrieval.Passages.Select(passage => passage.Reading ?? throw new InvalidOperationException("A passage has not been read."))];
}
