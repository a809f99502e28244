using BriefingBot.Articles;
using BriefingBot.Embedding;

namespace BriefingBot.Ingestion;

/// <summary>Gathers the sentences of an article into passages that fit the embedding model whole.</summary>
internal sealed class PassageSplitter(EmbeddingModel model)
{
    // Prototypes with passages of this length retrieved as well as any on encyclopaedia and search-engine questions.
    private const int TargetWords = 110;
    private const int MaxTitleTokens = 64;

    // Parts of one long word may make a few tokens more or fewer together than apart.
    private const int TokenMargin = 16;

    /// <summary>Names the rules for sentences and passages; an index made by others is rebuilt.</summary>
    public static string Revision => $"sentences-{SentenceSplitter.Revision}/passages-1";

    /// <summary>What the model reads for a passage: its words behind the title, which says what they are about.</summary>
    public string TextToEmbed(string title, string passage) => model.PassagePrefix + Context(title) + passage;

    /// <summary>
    /// The passages of a canonical text, in order; together they cover every sentence of it. Each one, with its title, fits the model,
    /// and so does each sentence. Headings are part of a passage, but not among the sentences that can be quoted.
    /// </summary>
    public IReadOnlyList<Passage> Split(string title, string text)
    {
        var budget = model.MaxTokens - TokenMargin - Count(model.PassagePrefix + Context(title));
        var passages = new List<Passage>();
        var gathered = new List<Part>();
        var (words, tokens) = (0, 0);
        foreach (var sentence in SentenceSplitter.Split(text).SelectMany(sentence => FittingParts(text, sentence, budget)))
        {
            var (moreWords, moreTokens) = (CountWords(text, sentence.Span), Count(text[sentence.Span.Start..sentence.Span.End]));
            if (gathered.Count > 0 && (tokens + moreTokens > budget || IsFull(words, moreWords, newBlock: sentence.Block != gathered[^1].Block)))
            {
                passages.Add(ToPassage(gathered));
                gathered.Clear();
                (words, tokens) = (0, 0);
            }

            gathered.Add(sentence);
            words += moreWords;
            tokens += moreTokens;
        }

        if (gathered.Count > 0)
        {
            passages.Add(ToPassage(gathered));
        }

        return passages;
    }

    /// <summary>A passage ends at the target, and somewhat before it where the next sentence begins a new block.</summary>
    private static bool IsFull(int words, int moreWords, bool newBlock) =>
        words + moreWords > TargetWords || (newBlock && words + (moreWords / 2) > TargetWords * 3 / 4);

    private static Passage ToPassage(List<Part> gathered) => new(
        new(gathered[0].Span.Start, gathered[^1].Span.End), [.. gathered.Where(part => part.CanBeQuoted).Select(part => part.Span)]);

    private string Context(string title)
    {
        while (model.CountTokens(title, MaxTitleTokens) > MaxTitleTokens)
        {
            var blank = title.LastIndexOf(' ', title.Length / 2);
            title = blank > 0 ? title[..blank] : "";
        }

        return title.Length == 0 ? "" : title + "\n";
    }

    /// <summary>The sentence, or where it is too long for the model, parts of it cut at a blank near the middle, which are not quoted.</summary>
    private IEnumerable<Part> FittingParts(string text, Sentence sentence, int budget)
    {
        var pending = new Stack<TextSpan>([sentence.Span]);
        while (pending.TryPop(out var span))
        {
            if (span.Length <= 1 || Count(text[span.Start..span.End]) <= budget)
            {
                yield return new(span, sentence.Block, !sentence.IsHeading && span == sentence.Span);
                continue;
            }

            var middle = MiddleOf(text, span);
            pending.Push(new TextSpan(middle, span.End).TrimmedIn(text));
            pending.Push(new TextSpan(span.Start, middle).TrimmedIn(text));
        }
    }

    /// <summary>Tokens of a text by itself: counts of neighbours add up, but for a word that was cut between them.</summary>
    private int Count(string text) => model.CountTokens(text, model.MaxTokens);

    private static int MiddleOf(string text, TextSpan span)
    {
        var middle = span.Start + (span.Length / 2);
        var nearest = Enumerable.Range(0, span.Length / 4).SelectMany(distance => new[] { middle + distance, middle - distance });
        return nearest.FirstOrDefault(i => char.IsWhiteSpace(text[i]) && !IsInNumber(text, i), char.IsLowSurrogate(text[middle]) ? middle + 1 : middle);
    }

    /// <summary>Whether a blank may belong to a number, as in 12 500 or € 5.</summary>
    private static bool IsInNumber(string text, int i) => char.IsDigit(text[i - 1]) || char.IsDigit(text[i + 1]);

    private static int CountWords(string text, TextSpan span)
    {
        var count = 0;
        for (var i = span.Start; i < span.End; i++)
        {
            if (!char.IsWhiteSpace(text[i]) && (i == span.Start || char.IsWhiteSpace(text[i - 1])))
            {
                count++;
            }
        }

        return count;
    }

    /// <summary>A sentence, or a part of one.</summary>
    private readonly record struct Part(TextSpan Span, int Block, bool CanBeQuoted);
}
