using System.Text.RegularExpressions;

namespace BriefingBot.Benchmarks;

/// <summary>
/// Rewords the sentences of articles the way a language model would, half of the statements truly and half with one change that makes them
/// false. Each kind is about as frequent as sentences allow. The same articles give the same statements.
/// </summary>
internal sealed partial class ParaphraseMaker
{
    private static readonly Rule[] TrueRules = [.. FigureWordings.All, .. DateWordings.All, .. WordWordings.All, .. ShapeWordings.All];
    private static readonly Rule[] FalseRules = [.. FalseFigures.All, .. FalseNames.All, .. FalseTurns.All, .. FalseShapes.All];

    private readonly int _seed;
    private readonly Wording[] _sentences;
    private readonly HashSet<string> _made = new(StringComparer.OrdinalIgnoreCase);

    public ParaphraseMaker(IReadOnlyCollection<(string Id, string Text)> articles, int seed)
    {
        var vocabulary = new Vocabulary([.. articles.Select(article => article.Text)]);
        _seed = seed;
        _sentences = [.. articles.SelectMany(article => new NewsArticle(article.Id, article.Text, vocabulary).Sentences).DistinctBy(wording => wording.Quote)];
    }

    public IEnumerable<MadeStatement> True(int count) => Make(count, isTrue: true, [.. Kinds(TrueRules), ("several", (wording, random) => Several(wording, random))]);

    public IEnumerable<MadeStatement> False(int count) => Make(count, isTrue: false, [.. Kinds(FalseRules)]);

    private static IEnumerable<(string Kind, Func<Wording, Random, Wording?> Apply)> Kinds(Rule[] rules) => rules.GroupBy(rule => rule.Kind).Select(kind => (kind.Key, Of([.. kind])));

    private static Func<Wording, Random, Wording?> Of(Rule[] rules) => (wording, random) =>
        random.GetItemsOnce(rules).Where(rule => rule.OfQuotations == wording.Text.Contains('"')).Select(rule => rule.Apply(wording, random)).FirstOrDefault(made => made is not null);

    /// <summary>Two rewordings or three, one after the other.</summary>
    private static Wording? Several(Wording wording, Random random)
    {
        var (done, most) = (0, random.Next(2, 4));
        foreach (var kind in random.GetItemsOnce([.. Kinds(TrueRules)]))
        {
            if (done < most && kind.Apply(wording, random) is { } reworded && IsWellFormed(reworded.Text))
            {
                (wording, done) = (reworded, done + 1);
            }
        }

        return done >= 2 ? wording : null;
    }

    private static Wording Reworded(Wording wording, Random random) =>
        random.GetItemsOnce([.. Kinds(TrueRules)]).Select(kind => kind.Apply(wording, random)).FirstOrDefault(made => made is not null && IsWellFormed(made.Text)) ?? wording;

    private IEnumerable<MadeStatement> Make(int count, bool isTrue, (string Kind, Func<Wording, Random, Wording?> Apply)[] kinds)
    {
        // The kinds that fit the fewest sentences choose first, and what they leave of their share goes to the others.
        var rarestFirst = kinds.Select((kind, i) => (kind.Kind, Statements: Statements(kind.Apply, isTrue, new Random(_seed + (isTrue ? 0 : 1000) + i)).ToArray())).OrderBy(kind => kind.Statements.Length).ToArray();
        HashSet<string> used = [];
        for (var i = 0; i < rarestFirst.Length; i++)
        {
            var (kind, statements) = rarestFirst[i];
            var share = (count + rarestFirst.Length - i - 1) / (rarestFirst.Length - i);

            // A sentence serves once, so that no two statements are alike.
            foreach (var made in statements.Where(made => !used.Contains(made.Quote) && _made.Add(made.Text)).Take(share))
            {
                used.Add(made.Quote);
                count--;
                yield return new(made.Article.Id, made.Quote, made.Text, kind, isTrue);
            }
        }
    }

    /// <summary>What a rule makes of the sentences; of a false one every second is a true rewording first.</summary>
    private IEnumerable<Wording> Statements(Func<Wording, Random, Wording?> apply, bool isTrue, Random random)
    {
        var rewordFirst = false;
        foreach (var sentence in random.GetItemsOnce(_sentences))
        {
            // Most rules fit few sentences, and asking that first saves most of the time.
            if (apply(sentence, random) is not { } made)
            {
                continue;
            }

            if (!isTrue && rewordFirst)
            {
                if (apply(Reworded(sentence, random), random) is not { } twice)
                {
                    continue;
                }

                made = twice;
            }

            if (Finished(made.Text) is var text && IsWellFormed(text) && text != sentence.Text)
            {
                rewordFirst = !rewordFirst;
                yield return made with { Text = text };
            }
        }
    }

    private static string Finished(string text) => Change.Capital(DoubleStop().Replace(text.Trim(), ".").Replace(" ,", ",", StringComparison.Ordinal)) is var whole && whole.EndsWith('.') ? whole : whole + ".";

    private static bool IsWellFormed(string text) => !Broken().IsMatch(text) && text.Split(' ').Length >= 5 && text.Count(c => c == '"') % 2 == 0 && text.Count(c => c == '(') == text.Count(c => c == ')');

    [GeneratedRegex(@"\.\.$")]
    private static partial Regex DoubleStop();

    [GeneratedRegex(@"  | [,.;]|,,|,\.|\b(\w+) \1\b(?<!that that|had had)|\bthe (?:the|a|an|his|her)\b|\b(?:an?|the)[,.]|^[^\w""]", RegexOptions.IgnoreCase)]
    private static partial Regex Broken();
}
