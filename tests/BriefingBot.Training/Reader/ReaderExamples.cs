using System.Collections.Immutable;
using BriefingBot.Answering;
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

    private const double AlteredShare = 0.25;
    private const double FarShare = 0.25;

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

            yield return Group(question, question.Text, answering, others, random);
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
        var group = new List<RetrievedPassage> { answering[random.Next(Math.Min(answering.Length, 2))] };
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
