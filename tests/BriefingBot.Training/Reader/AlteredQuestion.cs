using System.Text.RegularExpressions;

namespace BriefingBot.Training;

/// <summary>
/// Makes of a question one that its passage does not answer although its words stand there: another number or name of the same article, a
/// negation, a contrary word. So the reader learns to tell a passage that answers from one that speaks of the same things.
/// </summary>
internal static partial class AlteredQuestion
{
    private static readonly (string One, string Other)[] Contraries =
    [
        ("first", "last"), ("largest", "smallest"), ("most", "least"), ("more", "fewer"), ("before", "after"), ("highest", "lowest"), ("north", "south"),
        ("east", "west"), ("oldest", "youngest"), ("began", "ended"), ("start", "end"), ("increase", "decrease"), ("higher", "lower"), ("larger", "smaller"), ("best", "worst"),
        ("early", "late"), ("old", "new"), ("male", "female"), ("men", "women"), ("won", "lost"), ("majority", "minority"), ("inside", "outside"), ("above", "below"),
        ("allowed", "forbidden"), ("open", "close"), ("long", "short"), ("major", "minor"), ("maximum", "minimum"), ("same", "different"), ("father", "mother"), ("founded", "abolished"),
    ];

    /// <summary>Null where nothing in the question can be altered.</summary>
    public static string? Of(string question, string article, Random random)
    {
        Func<string, string, Random, string?>[] ways = [WithOtherNumber, WithOtherName, WithContrary, WithNegation];
        random.Shuffle(ways);
        return ways.Select(way => way(question, article, random)).FirstOrDefault(altered => altered is not null);
    }

    private static string? WithOtherNumber(string question, string article, Random random) => Replace(Number(), question, article, random);

    private static string? WithOtherName(string question, string article, Random random) => Replace(CapitalisedName(), question, article, random);

    private static string? WithContrary(string question, string article, Random random)
    {
        foreach (var (one, other) in Contraries)
        {
            foreach (var (from, to) in new[] { (one, other), (other, one) })
            {
                var altered = Regex.Replace(question, $@"\b{from}\b", to, RegexOptions.IgnoreCase);
                if (altered != question)
                {
                    return altered;
                }
            }
        }

        return null;
    }

    private static string? WithNegation(string question, string article, Random random) =>
        Auxiliary().Match(question) is { Success: true } match ? question.Insert(match.Index + match.Length, random.Next(2) == 0 ? "n't" : " not") : null;

    private static string? Replace(Regex kind, string question, string article, Random random)
    {
        var own = kind.Matches(question);
        if (own.Count == 0)
        {
            return null;
        }

        var replaced = own[random.Next(own.Count)];
        var others = kind.Matches(article).Select(match => match.Value)
            .Where(value => value.Length > 1 && !question.Contains(value, StringComparison.OrdinalIgnoreCase) && !value.Contains(replaced.Value, StringComparison.OrdinalIgnoreCase))
            .Distinct().ToArray();
        return others.Length == 0 ? null : question[..replaced.Index] + others[random.Next(others.Length)] + question[(replaced.Index + replaced.Length)..];
    }

    [GeneratedRegex(@"\b\d[\d,.]*\d\b|\b\d\b")]
    private static partial Regex Number();

    // Not at the start of a sentence, where everything is capitalised.
    [GeneratedRegex(@"(?<=[a-z,] )[A-Z][a-z]+(?: (?:of |the |de )?[A-Z][a-z]+)*")]
    private static partial Regex CapitalisedName();

    [GeneratedRegex(@"\b(?:did|does|do|was|were|is|are|has|have|had|could|would|should)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Auxiliary();
}
