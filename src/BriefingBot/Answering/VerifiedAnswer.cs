using System.Collections.Immutable;
using BriefingBot.Articles;
using BriefingBot.LanguageModels;

namespace BriefingBot.Answering;

/// <summary>
/// What the verifier let through: quotes that stand word for word in their articles, or a refusal with its reason. The only kind of
/// answer that a channel can show.
/// </summary>
public sealed record VerifiedAnswer
{
    private VerifiedAnswer(Question question) => Question = question;

    /// <summary>What was asked, with the day of asking.</summary>
    public Question Question { get; }

    /// <summary>Null when the question was answered.</summary>
    public RefusalReason? Refusal { get; private init; }

    /// <summary>Why it would have been refused, had the question not forbidden that (<see cref="Question.NeverRefuse"/>); else null.</summary>
    public RefusalReason? Overruled { get; internal init; }

    /// <summary>The quotes, best first; quote <c>[n]</c> is at index n − 1. Empty on a refusal.</summary>
    public ImmutableArray<VerifiedQuote> Quotes { get; private init; } = [];

    /// <summary>On a refusal, the articles that came nearest, which the asker may read: closest, not an answer.</summary>
    public ImmutableArray<ClosestArticle> Closest { get; private init; } = [];

    /// <summary>Whether the quotes give different numbers, dates or names for what was asked; then they stand newest first.</summary>
    public bool Disagreement { get; private init; }

    /// <summary>Whether more quotes were found that may answer; <see cref="Question.Shown"/> asks for them.</summary>
    public bool HasFurther { get; private init; }

    /// <summary>How many proposed quotes the verifier withheld.</summary>
    public int Withheld { get; private init; }

    /// <summary>0 to 1, on refusals too: how likely it is that the quotes found answer the question.</summary>
    public double Confidence { get; private init; }

    /// <summary>Short prose that a language model drafted and that passed every check, best first; each rests on some of <see cref="Quotes"/>. Empty on extractive answers.</summary>
    public ImmutableArray<VerifiedStatement> Statements { get; private init; } = [];

    /// <summary>How many of a language model's statements were withheld because no source supports them.</summary>
    public int WithheldStatements { get; private init; }

    /// <summary>Why the answer is extractive though a language model is configured; else null.</summary>
    public ModelFailure? FallBack { get; private init; }

    /// <summary>The language model's part, also where nothing of it is shown; null where none was asked.</summary>
    public ModelDrafting? Drafting { get; private init; }

    /// <summary>Who drafted: <c>extractive</c> or <c>model</c>.</summary>
    public string Drafter { get; private init; } = "extractive";

    /// <summary>What the question was taken for, where that is not what it says word for word; else null.</summary>
    public string? UnderstoodAs { get; internal init; }

    /// <summary>The question as it stands alone, in words that can be read again; null where it does as it was asked.</summary>
    internal string? StandsAlone { get; init; }

    /// <summary>A refusal's sentence in place of its reason's own; null: that one will do.</summary>
    internal string? Sentence { get; init; }

    /// <summary>Whether it says how old its sources are even when they are not.</summary>
    internal bool TellsAge { get; init; }

    /// <summary>From question to answer.</summary>
    public TimeSpan Elapsed { get; init; }

    internal static VerifiedAnswer Answered(Question question, DraftAnswer draft, ImmutableArray<VerifiedQuote> quotes, int withheld) => new(question)
    {
        Quotes = quotes,

        // What the verifier withheld disagrees with nobody.
        Disagreement = draft.Disagreement && quotes.Select(quote => quote.Article.Id).Distinct().Skip(1).Any(),
        HasFurther = draft.HasFurther,
        Withheld = withheld,
        Confidence = draft.Confidence,
        Drafter = draft.Drafter,
    };

    /// <summary>With a language model's statements in place of what was drafted without one; their quotes are numbered in the order of first use.</summary>
    internal VerifiedAnswer Written(WrittenStatements written)
    {
        ImmutableArray<VerifiedQuote> quotes = [.. written.Statements.SelectMany(statement => statement.Quotes).DistinctBy(VerifiedStatement.PlaceOf)];

        // What another article says otherwise is shown also where the model kept it to itself.
        quotes = Disagreement ? [.. quotes, .. Quotes.Where(quote => !quotes.Any(other => other.Article.Id == quote.Article.Id))] : quotes;
        return this with
        {
            Refusal = null,
            Overruled = null,
            Closest = [],
            Sentence = null,
            Quotes = quotes,
            Statements = written.Statements,
            HasFurther = HasFurther || Quotes.Any(quote => !quotes.Any(other => other.Article.Id == quote.Article.Id && other.Span.Overlaps(quote.Span))),
            WithheldStatements = written.Withheld,
            Drafting = written.Drafting,
            Disagreement = Disagreement && quotes.Select(quote => quote.Article.Id).Distinct().Skip(1).Any(),
            Withheld = 0,
            Drafter = "model",
        };
    }

    /// <summary>The same, said to be made without the language model.</summary>
    internal VerifiedAnswer FallenBack(WrittenStatements written) => this with { FallBack = written.Failure, WithheldStatements = written.Withheld, Drafting = written.Drafting };

    /// <summary>The same, each quote with the number of other articles that carry it.</summary>
    internal async Task<VerifiedAnswer> WithCopiesAsync(Func<VerifiedQuote, Task<int>> count)
    {
        var counts = await Task.WhenAll(Quotes.Select(count));
        return this with { Quotes = [.. Quotes.Zip(counts, (quote, alsoIn) => quote.WithCopies(alsoIn))] };
    }

    /// <summary>The numbers of the quotes that a statement rests on, from 1.</summary>
    public ImmutableArray<int> NumbersOf(VerifiedStatement statement) => statement.NumbersIn(Quotes);

    internal static VerifiedAnswer Refused(
        Question question, RefusalReason reason, DraftAnswer draft, ImmutableArray<ClosestArticle> closest, int withheld = 0) => new(question)
        {
            Refusal = reason,
            Closest = closest,
            Withheld = withheld,
            Confidence = draft.Confidence,
            Drafter = draft.Drafter,
        };
}

/// <summary>An article near a question that it does not answer.</summary>
public sealed record ClosestArticle(string ArticleId, int Version, string Title, Uri? Url)
{
    private const int Most = 3;

    /// <summary>The first few articles of some passages.</summary>
    internal static ImmutableArray<ClosestArticle> Of(IEnumerable<RetrievedPassage> passages) =>
    [
        .. passages.Select(passage => passage.Article).DistinctBy(article => (article.Id, article.Version)).Take(Most)
            .Select(article => new ClosestArticle(article.Id, article.Version, article.Title, article.Url) { Published = article.Published }),
    ];

    /// <summary>When it was published.</summary>
    public PublicationDate? Published { get; init; }
}
