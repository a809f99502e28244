using System.Collections.Immutable;
using BriefingBot.Answering;

namespace BriefingBot.Evaluation;

/// <summary>What became of one labelled question, without the article texts, so that many can be kept.</summary>
/// <param name="Question">The question and its labels.</param>
public sealed record QuestionOutcome(LabelledQuestion Question)
{
    /// <summary>How many quotes count for an answer's being right.</summary>
    public const int QuotesRead = 3;

    /// <summary>Why it is refused at the shipped threshold; null when it is answered.</summary>
    public RefusalReason? Refusal { get; init; }

    /// <summary>The answer's own confidence, 0 to 1.</summary>
    public double Confidence { get; init; }

    /// <summary>From question to answer.</summary>
    public TimeSpan Elapsed { get; init; }

    /// <summary>How many quotes it had, whatever the confidence.</summary>
    public int Quotes { get; init; }

    /// <summary>The first quote's length in UTF-16 code units; null without quotes.</summary>
    public int? FirstLength { get; init; }

    /// <summary>The place of the first quote that answers, from 1; null when none does.</summary>
    public int? AnsweredAt { get; init; }

    /// <summary>A language model's part in it; null where none was asked.</summary>
    public DraftedOutcome? Drafted { get; init; }

    /// <summary>The articles, ranked.</summary>
    public RankedArticles Articles { get; init; } = new([], [], []);

    /// <summary>
    /// Whether the quotes answer: never where there is no answer, and null where nobody knows the answering words.
    /// </summary>
    public bool? IsRight => Question.Answerable == false ? false : HitsWithin(QuotesRead);

    /// <summary>Whether one of the first quotes answers; null where nobody knows the answering words.</summary>
    public bool? HitsWithin(int quotes) => Question.HasGoldWords ? AnsweredAt <= quotes : null;
}

/// <summary>The first articles of each list, each ranked by its best passage.</summary>
/// <param name="Fused">The product's own list.</param>
/// <param name="Bm25">BM25 alone.</param>
/// <param name="Dense">The vectors alone.</param>
public sealed record RankedArticles(ImmutableArray<string> Fused, ImmutableArray<string> Bm25, ImmutableArray<string> Dense)
{
    /// <summary>How many articles of each list are kept and measured.</summary>
    public const int Depth = 10;
}
