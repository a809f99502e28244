using System.Collections.Immutable;
using BriefingBot.Articles;

namespace BriefingBot.Answering;

/// <summary>The sentences that a model is shown, each with the number by which it points at it. Numbers begin at 1 and run over all articles.</summary>
internal sealed class NumberedSentences : INumberedWords
{
    private readonly List<(RetrievedPassage Passage, int Index, TextSpan Span)> _sentences = [];

    /// <param name="passages">Best first.</param>
    public NumberedSentences(ImmutableArray<RetrievedPassage> passages) => Text = Add(passages);

    /// <summary>What the model reads first.</summary>
    public string Text { get; }

    /// <summary>More sentences, under the numbers that follow; those that have one already keep it. Their text, empty where all have.</summary>
    public string Add(ImmutableArray<RetrievedPassage> passages)
    {
        // Passages overlap; a sentence has one number. Articles keep their order, sentences that of the text.
        var shown = _sentences.Select(sentence => PlaceOf(sentence.Passage, sentence.Span)).ToHashSet();
        var before = _sentences.Count;
        _sentences.AddRange(passages
            .SelectMany(passage => passage.Passage.Sentences.Select((span, index) => (Passage: passage, Index: index, Span: span)))
            .Where(sentence => shown.Add(PlaceOf(sentence.Passage, sentence.Span)))
            .GroupBy(sentence => (sentence.Passage.Article.Id, sentence.Passage.Article.Version))
            .SelectMany(article => article.OrderBy(sentence => sentence.Span.Start)));
        return TextOf(Enumerable.Range(before + 1, _sentences.Count - before));
    }

    public string TextOf(IEnumerable<int> numbers) => NumberedText.Of(numbers.Where(number => number >= 1 && number <= _sentences.Count).Distinct().Order()
        .Select(number => (number, _sentences[number - 1].Passage.Article, _sentences[number - 1].Passage.Article.Cut(_sentences[number - 1].Span))));

    /// <summary>What is shown for some sentences: runs of whole sentences that stand alone, in the order of the numbers. Numbers that nothing has are left out.</summary>
    public ImmutableArray<VerifiedQuote> Quotes(IEnumerable<int> numbers)
    {
        var quotes = ImmutableArray.CreateBuilder<VerifiedQuote>();
        foreach (var (passage, first, last) in Runs(numbers))
        {
            var article = passage.Article;
            var run = StandingAlone.Complete(new(article.Text, passage.Passage.Sentences, first, last));
            if (QuoteLength.Limit(article.Text, run.Span) is var (span, cutShort))
            {
                var proposal = new SpanProposal(article.Id, article.Version, span, cutShort)
                {
                    LeadIn = StandingAlone.LeadInOf(run) is { } before ? new(article.Id, article.Version, before) : null,
                };
                quotes.AddRange(VerifiedQuote.Verify(article, proposal).Quotes);
            }
        }

        return quotes.DrainToImmutable();
    }

    private IEnumerable<(RetrievedPassage Passage, int First, int Last)> Runs(IEnumerable<int> numbers)
    {
        (RetrievedPassage Passage, int First, int Last)? open = null;
        foreach (var (passage, index) in numbers.Where(number => number >= 1 && number <= _sentences.Count).Distinct().Order().Select(number => (_sentences[number - 1].Passage, _sentences[number - 1].Index)))
        {
            if (open is { } run && ReferenceEquals(run.Passage, passage) && run.Last == index - 1 && new SentenceRun(passage.Article.Text, passage.Passage.Sentences, run.First, run.Last).WithBehind is not null)
            {
                open = run with { Last = index };
                continue;
            }

            if (open is { } done)
            {
                yield return done;
            }

            open = (passage, index, index);
        }

        if (open is { } last)
        {
            yield return last;
        }
    }

    private static (string Id, int Version, int Start) PlaceOf(RetrievedPassage passage, TextSpan span) => (passage.Article.Id, passage.Article.Version, span.Start);
}
