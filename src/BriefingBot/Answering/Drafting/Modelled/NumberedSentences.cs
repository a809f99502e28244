using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using BriefingBot.Articles;

namespace BriefingBot.Answering;

/// <summary>The sentences that a model is shown, each with the number by which it points at it. Numbers begin at 1 and run over all articles.</summary>
internal sealed partial class NumberedSentences
{
    private readonly ImmutableArray<(RetrievedPassage Passage, int Index, TextSpan Span)> _sentences;

    /// <param name="passages">Best first.</param>
    public NumberedSentences(ImmutableArray<RetrievedPassage> passages)
    {
        // Passages overlap; a sentence has one number. Articles keep their order, sentences that of the text.
        var sentences = passages
            .SelectMany(passage => passage.Passage.Sentences.Select((span, index) => (Passage: passage, Index: index, Span: span)))
            .DistinctBy(sentence => (sentence.Passage.Article.Id, sentence.Passage.Article.Version, sentence.Span.Start))
            .GroupBy(sentence => (sentence.Passage.Article.Id, sentence.Passage.Article.Version))
            .SelectMany(article => article.OrderBy(sentence => sentence.Span.Start))
            .ToArray();
        _sentences = [.. sentences];
        Text = TextOf(Enumerable.Range(1, sentences.Length));
    }

    /// <summary>What the model reads.</summary>
    public string Text { get; }

    public bool IsEmpty => _sentences.IsEmpty;

    /// <summary>A line that no article can hold: it is made of the question and of all that is shown.</summary>
    public string FenceFor(string question) => $"-----{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{question}\0{Text}")))[..24]}-----";

    /// <summary>Some of it, under the same numbers.</summary>
    public string TextOf(IEnumerable<int> numbers)
    {
        var text = new StringBuilder();
        Article? article = null;
        foreach (var number in numbers.Where(number => number >= 1 && number <= _sentences.Length).Distinct().Order())
        {
            var sentence = _sentences[number - 1];
            if (!ReferenceEquals(article, sentence.Passage.Article))
            {
                article = sentence.Passage.Article;
                text.Append($"{(text.Length > 0 ? "\n" : "")}Article: {OneLine(article.Title)}{(article.Source is { } source ? $" — {OneLine(source)}" : "")}{(article.Published is { } day ? $", {day.Moment:yyyy-MM-dd}" : "")}\n");
            }

            text.Append($"[{number}] {OneLine(article.Cut(sentence.Span))}\n");
        }

        return text.ToString().TrimEnd('\n');
    }

    /// <summary>What would be shown for some sentences: runs of whole sentences that stand alone, in the order of the numbers. Numbers that nothing has are left out.</summary>
    public ImmutableArray<QuoteProposal> Proposals(IEnumerable<int> numbers)
    {
        var proposals = ImmutableArray.CreateBuilder<QuoteProposal>();
        foreach (var (passage, first, last) in Runs(numbers))
        {
            var article = passage.Article;
            var run = StandingAlone.Complete(new(article.Text, passage.Passage.Sentences, first, last));
            if (QuoteLength.Limit(article.Text, run.Span) is var (span, cutShort))
            {
                proposals.Add(new SpanProposal(article.Id, article.Version, span, cutShort)
                {
                    LeadIn = StandingAlone.LeadInOf(run) is { } before ? new(article.Id, article.Version, before) : null,
                });
            }
        }

        return proposals.DrainToImmutable();
    }

    private IEnumerable<(RetrievedPassage Passage, int First, int Last)> Runs(IEnumerable<int> numbers)
    {
        (RetrievedPassage Passage, int First, int Last)? open = null;
        foreach (var (passage, index) in numbers.Where(number => number >= 1 && number <= _sentences.Length).Distinct().Order().Select(number => (_sentences[number - 1].Passage, _sentences[number - 1].Index)))
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

    private static string OneLine(string text) => Blanks().Replace(text, " ");

    [GeneratedRegex(@"[\s\p{Cc}]+")]
    private static partial Regex Blanks();
}
