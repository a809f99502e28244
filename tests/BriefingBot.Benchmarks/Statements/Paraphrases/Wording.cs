using System.Text.RegularExpressions;

namespace BriefingBot.Benchmarks;

/// <summary>A sentence of an article, and how it is worded by now.</summary>
/// <param name="Article">Where it stands.</param>
/// <param name="Quote">The sentence, or two of them, word for word.</param>
/// <param name="Text">The same, reworded.</param>
/// <param name="Next">The sentence behind it, where that can be reworded too.</param>
internal sealed record Wording(NewsArticle Article, string Quote, string Text, string? Next);

/// <summary>What rules know of an article: its sentences that can be reworded, and the people it names.</summary>
internal sealed partial class NewsArticle
{
    private const int LeastWords = 7;
    private const int MostWords = 36;

    public NewsArticle(string id, string text, Vocabulary vocabulary)
    {
        Id = id;
        Vocabulary = vocabulary;
        People = [.. Names.Person.Matches(text).Select(name => name.Value).Distinct()];
        foreach (var paragraph in text.Split('\n'))
        {
            var sentences = Split(paragraph);
            for (var i = 0; i < sentences.Count; i++)
            {
                if (IsWhole(sentences[i]))
                {
                    Sentences.Add(new(this, sentences[i], sentences[i], i + 1 < sentences.Count && IsWhole(sentences[i + 1]) && paragraph.Contains($"{sentences[i]} {sentences[i + 1]}", StringComparison.Ordinal) ? sentences[i + 1] : null));
                }
            }
        }
    }

    public string Id { get; }
    public Vocabulary Vocabulary { get; }
    public IReadOnlyList<string> People { get; }
    public List<Wording> Sentences { get; } = [];

    private static List<string> Split(string paragraph)
    {
        List<string> sentences = [];
        var start = 0;
        foreach (Match end in End().Matches(paragraph))
        {
            sentences.Add(paragraph[start..(end.Index + end.Length)].Trim());
            start = end.Index + end.Length;
        }

        return sentences;
    }

    /// <summary>Told in full: with a verb, with pairs of marks closed, without marks that hold a second sentence.</summary>
    private static bool IsWhole(string sentence) =>
        Told().IsMatch(sentence)
        && !Odd().IsMatch(sentence)
        && sentence.Split(' ').Length is >= LeastWords and <= MostWords
        && sentence.Count(c => c == '(') == sentence.Count(c => c == ')')
        && sentence.Count(c => c == '"') % 2 == 0
        && Grammar.HasVerb(sentence);

    [GeneratedRegex("""(?<!\b(?:Mr|Mrs|Ms|Dr|St|No|Sen|Rep|Gov|Gen|Lt|Col|Sgt|Capt|Prof|Rev|Jr|Sr|vs|Inc|Co|Corp|Ltd|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec|[A-Z]|[ap]\.m))[.!?]["”]?(?=\s+["“]?[A-Z0-9]|\s*$)""")]
    private static partial Regex End();

    [GeneratedRegex("""^(?!(?:So|And|But|Because|Well|Yes|No),? )[A-Z0-9].*[^.]\.["”]?$""")]
    private static partial Regex Told();

    [GeneratedRegex(@"[\[\]{}<>;:—…*/|#@=“”]|\.\.|  | [-–] | '|\b(?:I|[Ww]e|[Oo]ur|us|[Mm]y|me|[Yy]ou|[Yy]our)\b|\b(?:below|above|pictured)\b\W*$")]
    private static partial Regex Odd();
}

/// <summary>Which words of the articles are names, and which only begin a sentence.</summary>
internal sealed partial class Vocabulary(IReadOnlyCollection<string> texts)
{
    /// <summary>Everybody the articles name in full.</summary>
    public IReadOnlyList<string> People { get; } = [.. texts.SelectMany(text => Names.Person.Matches(text)).Select(name => name.Value).Distinct()];

    private readonly Dictionary<string, int> _counts = texts.SelectMany(text => InSentence().Matches(text)).CountBy(word => word.Value).ToDictionary();

    /// <summary>The sentence as it reads in the middle of another.</summary>
    public string Inside(string sentence)
    {
        var first = First().Match(sentence).Value;
        return first.Length > 0 && !IsName(first, sentence) ? char.ToLowerInvariant(sentence[0]) + sentence[1..] : sentence;
    }

    private bool IsName(string first, string sentence)
    {
        var second = sentence[first.Length..].TrimStart();
        return !Grammar.IsFunctionWord(first)
            && ((second.Length > 0 && char.IsUpper(second[0])) || _counts.GetValueOrDefault(first) >= _counts.GetValueOrDefault(first.ToLowerInvariant()));
    }

    [GeneratedRegex(@"(?<=[a-z,] )[A-Za-z][a-z]*(?:-[a-z]+)*(?=[\s,.])")]
    private static partial Regex InSentence();

    [GeneratedRegex(@"^[A-Z][a-z]*(?:-[a-z]+)*(?=,? |$)")]
    private static partial Regex First();
}
