using System.Text.RegularExpressions;

namespace BriefingBot.Benchmarks;

/// <summary>A statement with quotes that it was made from, or with others.</summary>
/// <param name="Kind">Where the pair comes from.</param>
/// <param name="IsTrue">Whether it was made from these quotes and nothing was added.</param>
/// <param name="Statement">A sentence that somebody wrote.</param>
/// <param name="Quotes">Sentences of a passage.</param>
/// <param name="IsHeldOut">Whether no threshold may be chosen by it.</param>
internal sealed record ClosenessPair(string Kind, bool IsTrue, string Statement, string[] Quotes, bool IsHeldOut)
{
    public string Joined { get; } = string.Join('\n', Quotes);
}

/// <summary>Pairs of sentences that people wrote with those they made them from, and with others. The same file gives the same pairs; of its questions every second is held out.</summary>
internal static partial class ClosenessPairs
{
    private const int Seed = 20261127;

    // The product lets a statement rest on no more.
    private const int MostQuotes = 5;

    // Where seven people answered, the file gives one and the same choice of sentences with each answer, not those that it was made from.
    private const int MostAnswers = 2;

    public static IEnumerable<ClosenessPair> Of(ClapNqQuestion[] file)
    {
        ClapNqQuestion[] questions = [.. file.Where(question => question.Output.Length <= MostAnswers)];
        var random = new Random(Seed);
        var tails = questions.SelectMany(question => question.Passages.SelectMany(passage => passage.Sentences).Select(sentence => (question.Id, Words: Tail().Match(sentence).Value.Trim(' ', '.')))).Where(tail => tail.Words.Length > 0).ToArray();
        var made = questions.Select(question => (question.Id, Statements: question.Statements.Where(statement => statement.Quotes.Length <= MostQuotes).ToArray())).Where(question => question.Statements.Length > 0).ToArray();
        foreach (var (index, question) in questions.Index())
        {
            var isHeldOut = index % 2 == 1;
            foreach (var (sentence, quotes) in question.Statements.Where(statement => statement.Quotes.Length <= MostQuotes))
            {
                yield return new("answer", true, sentence, quotes, isHeldOut);

                if (made[random.Next(made.Length)] is var another && another.Id != question.Id)
                {
                    yield return new("of another question", false, sentence, another.Statements[0].Quotes, isHeldOut);
                }

                if (question.Others is { Length: > 0 } others)
                {
                    yield return new("others of the passage", false, sentence, [.. others.Take(quotes.Length)], isHeldOut);
                }

                if (tails[random.Next(tails.Length)] is var tail && tail.Id != question.Id)
                {
                    yield return new("with an added clause", false, $"{sentence.TrimEnd('.', ' ')} and {tail.Words}.", quotes, isHeldOut);
                }
            }
        }
    }

    /// <summary>What follows "and" at a sentence's end: a verb, and neither a name nor a number.</summary>
    [GeneratedRegex(@"(?<= and )(?:was|were|is|are|has|have|had|can|could|may|[a-z]{3,}ed|became|made|took|gave)(?: [a-z'-]+){2,9} ?\.\s*$")]
    private static partial Regex Tail();
}
