using System.Collections.Immutable;
using System.Numerics.Tensors;
using BriefingBot.Articles;
using BriefingBot.Embedding;
using BriefingBot.Indexing;
using Microsoft.Extensions.AI;

namespace BriefingBot.Answering;

/// <summary>Finds the passages nearest to a question, by vector and by words, among those that the asker may read.</summary>
internal sealed class PassageRetriever(
    IEmbeddingGenerator<string, Embedding<float>> embedder, EmbeddingModel model, IPassageIndex index, IArticleStore articles)
{
    // Long enough that a passage high in one list and absent from the other is rare on squad2dev and clapnq.
    private const int ListLength = 100;

    // An article may be replaced between ranking and reading; then the ranking is made again, with the new version.
    private const int MostTries = 5;

    public async Task<Retrieval> RetrieveAsync(string question, Asker asker, ArticleFilter filter, int top, CancellationToken cancellation)
    {
        question = CanonicalText.From(question);
        var vector = await EmbedAsync(question, cancellation);
        var query = new PassageQuery(vector, [.. EnglishTerms.Of(question).Distinct()], asker, filter, Math.Max(ListLength, top));
        for (var tries = 1; ; tries++)
        {
            var ranking = await index.RankAsync(query, cancellation);
            var fused = Fusion.Fuse(ranking);
            var best = fused.Take(top).ToArray();
            var passages = await ReadAsync(best, ranking, vector, asker, cancellation);
            if (passages.Length == best.Length || tries == MostTries)
            {
                return new(passages, ranking.TermWeights) { Lists = new([.. fused], ranking.Lexical, ranking.Dense) };
            }
        }
    }

    private async Task<ImmutableArray<RetrievedPassage>> ReadAsync(
        RankedPassage[] best, PassageRanking ranking, ReadOnlyMemory<float> vector, Asker asker, CancellationToken cancellation)
    {
        var cosines = ranking.Dense.ToDictionary(passage => passage.Key, passage => passage.Score);
        var reading = index.ReadAsync([.. best.Select(passage => passage.Key)], cancellation);

        // At once: to a store elsewhere each is a journey.
        string[] ids = [.. best.Select(passage => passage.Key.ArticleId).Distinct(StringComparer.Ordinal)];
        var found = await Task.WhenAll(ids.Select(id => articles.FindAsync(id, version: null, cancellation)));
        var current = ids.Zip(found).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal);
        var read = await reading;
        var passages = ImmutableArray.CreateBuilder<RetrievedPassage>(best.Length);
        foreach (var ((key, score), sentences) in best.Zip(read))
        {
            // The record decides, in case text or groups changed after the ranking.
            var article = current[key.ArticleId];
            if (sentences is not null && article?.Version == key.Version && article.MayBeReadBy(asker))
            {
                if (!Fits(sentences, article, vector.Length))
                {
                    throw new DamagedArticleException(articles.Location, article.Id, "the index");
                }

                passages.Add(new(
                    article,
                    sentences.Passage,
                    score,
                    cosines.TryGetValue(key, out var cosine) ? cosine : null,
                    [.. sentences.Vectors.Select(sentence => (double)TensorPrimitives.Dot(sentence.Span, vector.Span))]));
            }
        }

        return passages.DrainToImmutable();
    }

    /// <summary>Whether what was read from the index is of this text and this model.</summary>
    private static bool Fits(SentenceVectors read, Article article, int dimensions) =>
        read.Passage.Span.End <= article.Text.Length
        && read.Passage.Sentences.All(sentence => sentence.End <= article.Text.Length)
        && read.Vectors.All(sentence => sentence.Length == dimensions);

    /// <summary>The question's vector, of length one: of a question too long for the model, the mean of its parts' vectors.</summary>
    private async Task<ReadOnlyMemory<float>> EmbedAsync(string question, CancellationToken cancellation)
    {
        var vectors = await embedder.GenerateAsync(Parts(question).Select(part => model.QueryPrefix + part), ForQuestion.Waiting, cancellation);
        var sum = new float[vectors[0].Vector.Length];
        foreach (var vector in vectors)
        {
            TensorPrimitives.Add(sum, vector.Vector.Span, sum);
        }

        TensorPrimitives.Divide(sum, TensorPrimitives.Norm<float>(sum), sum);
        return sum;
    }

    private IEnumerable<string> Parts(string question)
    {
        if (question.Length <= 1 || model.Fits(model.QueryPrefix + question))
        {
            return [question];
        }

        var middle = question.LastIndexOf(' ', question.Length / 2) is var blank && blank > 0 ? blank : question.Length / 2;
        return [.. Parts(question[..middle]), .. Parts(question[middle..])];
    }
}
