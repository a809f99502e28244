using System.Collections.Immutable;
using BriefingBot.Answering;
using BriefingBot.Articles;
using BriefingBot.Embedding;

namespace BriefingBot.Training;

/// <summary>One input of the reader with what it should say.</summary>
/// <param name="Input">Question and passage.</param>
/// <param name="Starts">The pieces at which an answer starts; empty for a passage without one.</param>
/// <param name="Ends">Those at which one ends.</param>
internal sealed record ReaderExample(ReaderInput Input, ImmutableArray<int> Starts, ImmutableArray<int> Ends)
{
    public bool Answers => !Starts.IsEmpty;
}

/// <summary>Makes groups of examples: a question with a passage that answers it, and with others that do not.</summary>
internal static class ReaderExamples
{
    /// <summary>How many passages a question is read with.</summary>
    public const int GroupSize = 2;

    private const double AlteredShare = 0.35;
    private const double FarShare = 0.25;
    private const double BesideShare = 0.2;
    private const double CutShare = 0.5;
    private const double TypedShare = 0.3;
    private const double LostWordShare = 0.12;

    /// <summary>The groups of one pass over the questions, in random order. An altered question's group has no answer at all.</summary>
    public static IEnumerable<ReaderExample[]> Pass(IReadOnlyList<LabelledQuestion> questions, Random random)
    {
        var order = Enumerable.Range(0, questions.Count).ToArray();
        random.Shuffle(order);
        foreach (var question in order.Select(index => questions[index]))
        {
            var answering = question.Retrieval.Passages.Where(passage => Answers(question, passage)).ToArray();
            var others = question.Retrieval.Passages.Where(passage => !Answers(question, passage)).ToArray();
            if (answering.Length == 0 || others.Length < GroupSize - 1)
            {
                continue;
            }

            var text = random.NextDouble() < TypedShare ? Typed(question.Text, random) : question.Text;
            yield return Group(question, text, answering, others, random);
            if (random.NextDouble() < AlteredShare && AlteredQuestion.Of(question.Text, answering[0].Article.Text, random) is { } altered)
            {
                yield return [.. Group(question, altered, answering, others, random).Select(example => example with { Starts = [], Ends = [] })];
            }
        }
    }

    private static ReaderExample[] Group(LabelledQuestion question, string text, RetrievedPassage[] answering, RetrievedPassage[] others, Random random)
    {
        var near = others[..Math.Min(others.Length, 7)];
        var far = others.Where(passage => passage.Article.Id != question.ArticleId).ToArray();
        var answer = answering[random.Next(Math.Min(answering.Length, 2))];
        var group = new List<RetrievedPassage> { random.NextDouble() < CutShare ? Cut(question, answer, random) : answer };
        if (random.NextDouble() < BesideShare && Beside(question, answer, random) is { } beside)
        {
            group.Add(beside);
        }

        while (group.Count < GroupSize)
        {
            var pool = far.Length > 0 && random.NextDouble() < FarShare ? far : near;
            var other = pool[random.Next(pool.Length)];
            if (!group.Contains(other) || near.Length < GroupSize)
            {
                group.Add(other);
            }
        }

        return [.. group.Select(passage => Example(question, text, passage))];
    }

    /// <summary>As people type: without the mark, and at times without a word, so that no question is seen twice alike.</summary>
    private static string Typed(string question, Random random) =>
        string.Join(' ', question.TrimEnd('?').Split(' ').Where(_ => random.NextDouble() >= LostWordShare));

    /// <summary>A passage without some of the sentences before and after those that answer.</summary>
    private static RetrievedPassage Cut(LabelledQuestion question, RetrievedPassage passage, Random random)
    {
        var (first, last) = Answering(question, passage);
        return Part(passage, random.Next(first + 1), random.Next(last, passage.Passage.Sentences.Length));
    }

    /// <summary>What stands before or after the sentences that answer: it speaks of the same things and does not answer. Null if that is too little.</summary>
    private static RetrievedPassage? Beside(LabelledQuestion question, RetrievedPassage passage, Random random)
    {
        var (first, last) = Answering(question, passage);
        (int First, int Last)[] sides = [(0, first - 1), (last + 1, passage.Passage.Sentences.Length - 1)];
        var enough = sides.Where(side => side.Last > side.First).ToArray();
        if (enough.Length == 0)
        {
            return null;
        }

        var (from, to) = enough[random.Next(enough.Length)];
        return Part(passage, from, to);
    }

    private static (int First, int Last) Answering(LabelledQuestion question, RetrievedPassage passage)
    {
        var right = passage.Passage.Sentences.Select(sentence => question.IsAnsweredBy(passage.Article, sentence)).ToArray();
        return (Array.IndexOf(right, true), Array.LastIndexOf(right, true));
    }

    private static RetrievedPassage Part(RetrievedPassage passage, int first, int last)
    {
        var sentences = passage.Passage.Sentences[first..(last + 1)];
        return passage with { Passage = new(new TextSpan(sentences[0].Start, sentences[^1].End), sentences) };
    }

    public static ReaderExample Example(LabelledQuestion question, string text, RetrievedPassage passage)
    {
        var article = passage.Article;
        var input = ReaderInput.Of(text, article.Title, article.Text, passage.Passage);
        var (starts, ends) = (ImmutableArray.CreateBuilder<int>(), ImmutableArray.CreateBuilder<int>());
        foreach (var (sentence, pieces) in passage.Passage.Sentences.Zip(input.Sentences))
        {
            foreach (var (articleId, span) in question.Gold.Distinct())
            {
                if (articleId == article.Id && sentence.Start <= span.Start && span.End <= sentence.End)
                {
                    var start = pieces.Start.Value + WordPieces.Of(article.Text[sentence.Start..span.Start], ReaderInput.MaxTokens).Length;
                    var end = pieces.Start.Value + WordPieces.Of(article.Text[sentence.Start..span.End], ReaderInput.MaxTokens).Length - 1;
                    if (start < pieces.End.Value && end >= start && end < pieces.End.Value)
                    {
                        starts.Add(start);
                        ends.Add(end);
                    }
                }
            }
        }

        return new(input, [.. starts.Distinct()], [.. ends.Distinct()]);
    }

    private static bool Answers(LabelledQuestion question, RetrievedPassage passage) =>
        passage.Passage.Sentences.Any(sentence => question.IsAnsweredBy(passage.Article, sentence));
}
