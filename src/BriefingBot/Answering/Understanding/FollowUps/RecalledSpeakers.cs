using System.Collections.Immutable;
using BriefingBot.Articles;
using Microsoft.SemanticKernel;

namespace BriefingBot.Answering;

/// <summary>Whose words an earlier answer's quotes are, from the articles as the asker may read them now.</summary>
/// <param name="Retrieval">The passages that the quotes stand in.</param>
/// <param name="Draft">The sentences that name the speakers.</param>
internal sealed record RecalledSpeakers(Retrieval Retrieval, DraftAnswer Draft)
{
    // The words themselves are looked for, so their passage comes first, but for an article that repeats them.
    private const int PassagesRead = 8;

    // A verb of speech stands beside the very words: as sure as a rule can be.
    private const double Sure = 0.9;

    /// <summary>Null where no speaker is found: the asker may no longer read the articles, or they speak for themselves.</summary>
    public static async Task<RecalledSpeakers?> FindAsync(Kernel kernel, Question question, ImmutableArray<QuotedWords> quotes, CancellationToken cancellation)
    {
        var passages = ImmutableArray.CreateBuilder<RetrievedPassage>();
        var spans = new List<SpanProposal>();
        foreach (var quote in quotes)
        {
            var retrieval = await kernel.SearchArticlesAsync(quote.Words, question.Asker, question.Filter, PassagesRead, cancellation);
            var (passage, around) = retrieval.Passages
                .Where(passage => passage.Article.Id == quote.ArticleId)
                .Select(passage => (passage, Attributed(passage, quote.Words)))
                .FirstOrDefault(found => !found.Item2.IsDefaultOrEmpty);
            if (passage is not null)
            {
                passages.Add(passage);
                spans.AddRange(around.Select(span => QuoteLength.Limit(passage.Article.Text, span)).OfType<(TextSpan Span, bool CutShort)>()
                    .Select(part => new SpanProposal(passage.Article.Id, passage.Article.Version, part.Span, part.CutShort)).Where(span => !spans.Contains(span)));
            }
        }

        return spans.Count == 0 ? null : new(
            new(passages.DrainToImmutable(), ImmutableDictionary<string, double>.Empty),
            new([.. spans.Take(ExtractiveDrafter.MaxQuotes).Select(span => new DraftStatement([span]))], Sure, "extractive"));
    }

    private static ImmutableArray<TextSpan> Attributed(RetrievedPassage passage, string words) =>
        passage.Article.Text.IndexOf(words, passage.Passage.Span.Start, StringComparison.Ordinal) is >= 0 and var start && start < passage.Passage.Span.End
            ? Attribution.Around(passage.Article.Text, passage.Passage.Sentences, new(start, start + words.Length))
            : [];
}
