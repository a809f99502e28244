using System.Text.RegularExpressions;

namespace BriefingBot.Benchmarks;

/// <summary>
/// Makes statements from the sentences of articles: true ones by rewriting, false ones by one change, half of those to a statement that was
/// rewritten before. The kinds come in turn, as far as sentences allow. The same articles and the same seed give the same statements.
/// </summary>
internal sealed partial class StatementMaker(IReadOnlyList<(string Id, string Text)> articles, int seed)
{
    // After so many sentences a rule is taken to fit no other.
    private const int MostTries = 4_000;

    private readonly Random _random = new(seed);
    private readonly (string ArticleId, string Sentence)[] _sentences =
    [
        .. articles.SelectMany(article => Sentence().Matches(article.Text).Select(match => (article.Id, match.Value.Trim()))).Where(taken => taken.Item2.Split(' ').Length is >= 7 and <= 45),
    ];

    public IEnumerable<MadeStatement> True(int count) => InTurn(count, TrueRewriting.Rules, isTrue: true);

    public IEnumerable<MadeStatement> False(int count)
    {
        string[] names = [.. articles.SelectMany(article => Name().Matches(article.Text)).Select(word => word.Value).Distinct().Order(StringComparer.Ordinal)];
        return InTurn(count, new FalseRewriting(_random, names).Rules, isTrue: false);
    }

    /// <summary>No two alike; a rule that finds no other sentence leaves its turn to the next.</summary>
    private IEnumerable<MadeStatement> InTurn(int count, (string Kind, Func<string, string?> Apply)[] rules, bool isTrue)
    {
        var made = 0;
        var told = new HashSet<string>(StringComparer.Ordinal);
        for (var turn = 0; made < count; turn++)
        {
            var (kind, apply) = rules[turn % rules.Length];
            for (var tries = 0; tries < MostTries; tries++)
            {
                var (id, sentence) = _sentences[_random.Next(_sentences.Length)];
                var before = isTrue || made % 2 == 0 ? sentence : Rewritten(sentence);
                if (apply(before) is { } statement && (statement != before || kind == "unchanged") && told.Add(statement))
                {
                    made++;
                    yield return new(id, sentence, statement, kind, isTrue);
                    break;
                }
            }
        }
    }

    private string Rewritten(string sentence) => TrueRewriting.Rules[_random.Next(TrueRewriting.Rules.Length)].Apply(sentence) ?? sentence;

    [GeneratedRegex(@"(?<=^|[.!?][""”]?\s+)[A-Z][^\n.!?]{30,}(?:[.](?=\d)[^\n.!?]*)*[.](?=\s|$)", RegexOptions.Multiline)]
    private static partial Regex Sentence();

    [GeneratedRegex(@"(?<=[a-z,] )[A-Z][a-z]{3,}(?=[ ])")]
    private static partial Regex Name();
}
