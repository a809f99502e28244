using FastBertTokenizer;

namespace BriefingBot.Embedding;

/// <summary>The word pieces of BERT's lower-case vocabulary, which the models in process read. Safe under concurrent callers.</summary>
internal static class WordPieces
{
    /// <summary>Marks the start of what a model reads.</summary>
    public const long Start = 101;

    /// <summary>Marks the end of a text.</summary>
    public const long End = 102;

    // Loaded when first needed: to list or show articles does not need it.
    private static readonly Lazy<BertTokenizer> Tokenizer = new(Load);

    /// <summary>The pieces between start and end mark, at most <paramref name="most"/> in all; one more is an end mark that was cut off a longer text.</summary>
    public static long[] Mark(string text, int most)
    {
        var ids = new long[most + 1];
        return ids[..Tokenizer.Value.Encode(text, ids, new long[most + 1], padTo: null)];
    }

    /// <summary>The pieces without marks, the first <paramref name="most"/> of them.</summary>
    public static ReadOnlySpan<long> Of(string text, int most)
    {
        var ids = new long[most + 2];
        var count = Tokenizer.Value.Encode(text, ids, new long[most + 2], padTo: null);
        return ids.AsSpan(1, count - 2);
    }

    private static BertTokenizer Load()
    {
        var tokenizer = new BertTokenizer();
        using var vocabulary = new StreamReader(ModelResource.Open("vocab.txt"));
        tokenizer.LoadVocabulary(vocabulary, convertInputToLowercase: true);
        return tokenizer;
    }
}
