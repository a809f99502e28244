using BriefingBot.Articles;
using BriefingBot.Embedding;
using BriefingBot.Indexing;
using Microsoft.Extensions.AI;

namespace BriefingBot.Ingestion;

/// <summary>Splits articles into passages and gives each passage, and each sentence in it, its vector.</summary>
internal sealed class PassageEmbedder(IEmbeddingGenerator<string, Embedding<float>> embedder, EmbeddingModel model)
{
    private readonly PassageSplitter _splitter = new(model);

    /// <summary>The passages of each article, in the articles' order. All their texts go to the model together, so that its batches are full.</summary>
    public async Task<IReadOnlyList<IReadOnlyList<IndexedPassage>>> EmbedAsync(IReadOnlyList<Article> articles, CancellationToken cancellation)
    {
        var split = articles.Select(article => _splitter.Split(article.Title, article.Text)).ToArray();
        var texts = articles.Zip(split).SelectMany(pair => pair.Second.SelectMany(passage => TextsOf(pair.First, passage)));
        var vectors = new Queue<Embedding<float>>(await embedder.GenerateAsync(texts, cancellationToken: cancellation));
        return
        [
            .. articles.Zip(split, (article, passages) => (IReadOnlyList<IndexedPassage>)
            [
                .. passages.Select(passage => new IndexedPassage(
                    passage,
                    vectors.Dequeue().Vector,
                    [.. passage.Sentences.Select(_ => vectors.Dequeue().Vector)],
                    EnglishTerms.Of(article.Title + "\n" + article.Cut(passage.Span)))),
            ]),
        ];
    }

    private IEnumerable<string> TextsOf(Article article, Passage passage) =>
        [_splitter.TextToEmbed(article.Title, article.Cut(passage.Span)), .. passage.Sentences.Select(sentence => model.PassagePrefix + article.Cut(sentence))];
}
