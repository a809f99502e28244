using BriefingBot.Articles;

namespace BriefingBot.Answering;

/// <summary>Drafts from each article by itself and puts the newer ones first.</summary>
internal static class NewestFirst
{
    private const int MaxStatements = 3;

    // By how much an article's logit may be below the surest's: what is newest may be told less directly, what is only better newer may not.
    private const double FurthestWhenFirst = 2.5;
    private const double FurthestWhenPreferred = 0.5;

    /// <summary>The draft as it is where no article has a date.</summary>
    public static DraftAnswer Draft(Retrieval retrieval, Recency recency, int passagesRead, Func<Retrieval, DraftAnswer> draft)
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
        var enough = drafts.Select(drafted => Logit(drafted.Draft)).DefaultIfEmpty().Max() - (recency == Recency.First ? FurthestWhenFirst : FurthestWhenPreferred);
        var newest = drafts.Where(drafted => Logit(drafted.Draft) >= enough).OrderByDescending(drafted => drafted.Article.Published?.Moment ?? DateTimeOffset.MinValue).ToArray();
        return newest switch
        {
            [] => usual,
            [var only] => only.Draft,
            _ => newest[0].Draft with
            {
                Statements = [.. newest.Select(drafted => (Statement: drafted.Draft.Statements[0], Words: WordsOf(drafted.Article, drafted.Draft.Statements[0])))
                    .DistinctBy(one => one.Words, StringComparer.Ordinal).Select(one => one.Statement).Take(MaxStatements)],
                Confidence = newest.Max(drafted => drafted.Draft.Confidence),
            },
        };
    }

    private static double Logit(DraftAnswer draft) => Math.Log(Math.Max(draft.Confidence, double.Epsilon) / Math.Max(1 - draft.Confidence, double.Epsilon));

    /// <summary>What makes two statements the same: papers print one agency's report word for word.</summary>
    private static string WordsOf(Article article, DraftStatement statement) =>
        string.Join('\n', statement.Support.Select(proposal => proposal is SpanProposal { Span: var span } ? article.Cut(span) : proposal.ToString()));
}
