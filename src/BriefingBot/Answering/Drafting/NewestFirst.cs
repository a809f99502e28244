using BriefingBot.Articles;

namespace BriefingBot.Answering;

/// <summary>Drafts from each article by itself and puts the newer ones first.</summary>
internal static class NewestFirst
{
    private const int MaxStatements = 3;

    // By how much an article's logit may be below the surest's: what is newest may be told less directly, what is only better newer may not.
    // Both are judgements on the sample articles.
    private const double FurthestWhenFirst = 2;
    private const double FurthestWhenPreferred = 0.5;

    // What is surer is no nearer: of two articles about a subject both are about it.
    private const double Sure = 0.9;

    /// <summary>The draft as it is where no article has a date.</summary>
    public static DraftAnswer Draft(string question, Retrieval retrieval, Recency recency, int passagesRead, Func<Retrieval, DraftAnswer> draft)
    {
        var usual = draft(retrieval with { Passages = [.. retrieval.Passages.Take(passagesRead)] });
        if (recency == Recency.Any || retrieval.Passages.All(passage => passage.Article.Published is null))
        {
            return usual;
        }

        var drafts = retrieval.Passages
            .GroupBy(passage => passage.Article.Id, StringComparer.Ordinal)
            .Select(passages => (passages.First().Article, Draft: draft(retrieval with { Passages = [.. passages] })))
            .Where(drafted => !drafted.Draft.Statements.IsEmpty)
            .ToArray();
        var isFigure = AskedFor.In(question) == AnswerKind.Quantity;
        var enough = drafts.Select(drafted => Logit(drafted.Draft)).DefaultIfEmpty().Max() - (recency == Recency.First ? FurthestWhenFirst : FurthestWhenPreferred);
        var surest = drafts.MaxBy(drafted => Logit(drafted.Draft));
        var newest = drafts.Where(drafted => Logit(drafted.Draft) >= enough && (!isFigure || MayAnswerLike(drafted, surest))).OrderByDescending(drafted => drafted.Article.Published?.Moment ?? DateTimeOffset.MinValue).ToArray();
        return newest switch
        {
            [] => usual,
            [var only] => only.Draft,
            _ => newest[0].Draft with
            {
                Statements = [.. newest.Select(drafted => (Statement: drafted.Draft.Statements[0], Words: WordsOf(drafted.Article, drafted.Draft.Statements[0])))
                    .DistinctBy(one => one.Words, StringComparer.Ordinal).Select(one => one.Statement).Take(MaxStatements)],
                Confidence = newest.Max(drafted => drafted.Draft.Confidence),
                HasFurther = newest.Sum(drafted => drafted.Draft.Statements.Length) > MaxStatements || newest.Any(drafted => drafted.Draft.HasFurther),
            },
        };
    }

    /// <summary>Of years and of money one answers another question; who gives no figure may say that there is none.</summary>
    private static bool MayAnswerLike((Article Article, DraftAnswer Draft) newer, (Article Article, DraftAnswer Draft) surest)
    {
        var (these, those) = (Units(newer), Units(surest));
        return these.Count == 0 || those.Count == 0 || these.Overlaps(those);

        static HashSet<string> Units((Article Article, DraftAnswer Draft) drafted) =>
            [.. Quantity.In(WordsOf(drafted.Article, drafted.Draft.Statements[0])).Select(quantity => quantity.Unit).Where(unit => unit.Length > 0)];
    }

    private static double Logit(DraftAnswer draft)
    {
        var confidence = Math.Clamp(draft.Confidence, 1e-9, Sure);
        return Math.Log(confidence / (1 - confidence));
    }

    /// <summary>What makes two statements the same: papers print one agency's report word for word.</summary>
    private static string WordsOf(Article article, DraftStatement statement) =>
        string.Join('\n', statement.Support.Select(proposal => proposal is SpanProposal { Span: var span } ? article.Cut(span) : proposal.ToString()));
}
