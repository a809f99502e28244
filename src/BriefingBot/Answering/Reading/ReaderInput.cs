using System.Collections.Immutable;
using BriefingBot.Articles;
using BriefingBot.Embedding;

namespace BriefingBot.Answering;

/// <summary>A question and a passage as the reader takes them: word pieces, and which of them are each sentence's.</summary>
/// <param name="Tokens">Start, question, end, title, end, passage, end.</param>
/// <param name="QuestionLength">How many of them, from the start, belong to the question, its end mark included.</param>
/// <param name="Sentences">The pieces of each of the passage's sentences, in their order; empty for one that the model has no room for.</param>
internal sealed record ReaderInput(long[] Tokens, int QuestionLength, ImmutableArray<Range> Sentences)
{
    /// <summary>The longest input, in word pieces.</summary>
    public const int MaxTokens = 512;

    // A longer question has its subject at its start; the passage needs the room.
    private const int MaxQuestionTokens = 96;
    private const int MaxTitleTokens = 32;

    /// <summary>The whole passage is read, headings and all, because they say what its sentences are about.</summary>
    public static ReaderInput Of(string question, string title, string text, Passage passage)
    {
        var tokens = new List<long>(MaxTokens) { WordPieces.Start };
        Add(question, MaxQuestionTokens);
        tokens.Add(WordPieces.End);
        var questionLength = tokens.Count;
        Add(title, MaxTitleTokens);
        tokens.Add(WordPieces.End);

        var sentences = ImmutableArray.CreateBuilder<Range>(passage.Sentences.Length);
        var read = passage.Span.Start;
        foreach (var sentence in passage.Sentences)
        {
            Add(text[read..sentence.Start], MaxTokens);
            var start = tokens.Count;
            Add(text[sentence.Start..sentence.End], MaxTokens);
            sentences.Add(start..tokens.Count);
            read = sentence.End;
        }

        Add(text[read..passage.Span.End], MaxTokens);
        tokens.Add(WordPieces.End);
        return new([.. tokens], questionLength, sentences.MoveToImmutable());

        void Add(string part, int most)
        {
            if (!string.IsNullOrWhiteSpace(part))
            {
                tokens.AddRange(WordPieces.Of(part, Math.Min(most, MaxTokens - 1 - tokens.Count)));
            }
        }
    }
}
