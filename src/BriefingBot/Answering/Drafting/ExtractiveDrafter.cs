using System.Collections.Immutable;

namespace BriefingBot.Answering;

/// <summary>Drafts without a language model: the sentences that answer best, as they stand.</summary>
internal static class ExtractiveDrafter
{
    private const string Name = "extractive";
    internal const int MaxQuotes = 3;

    // Whoever asks for more reads more.
    private const int MaxFurther = 5;

    // As many as are looked at for others that disagree with the best.
    private const int MaxCompared = 8;

    // A sentence less likely than this answers so seldom that it only distracts; but a correction says "and not …", which the likeliest sentence does not.
    private const double LeastProbability = 0.005;

    // How many times likelier somebody's own words tell what was said than others' words about it.
    private const double OwnWords = 5;

    // What has less of the question's words than this share of the best's tells of something else.
    private const double LeastCoverage = 0.75;

    /// <param name="question">What was asked.</param>
    /// <param name="retrieval">Its passages, read.</param>
    /// <param name="shown">What was quoted for it before, where further quotes are wanted.</param>
    public static DraftAnswer Draft(string question, Retrieval retrieval, ImmutableArray<QuotedPlace> shown)
    {
        var ranked = TrainedWeights.Carried.Rank(SentenceEvidence.Of(retrieval));
        if (ranked.Count == 0)
        {
            return new([], 0, Name) { Subject = 0 };
        }

        var evidence = AnswerEvidence.Of(ranked, SentenceEvidence.ReadingsOf(retrieval));
        var subject = TrainedWeights.Carried.SubjectOf(evidence);
        var sure = TrainedWeights.Carried.ConfidenceOf(evidence);
        var (choice, disagreement) = Choose(question, ranked, sure, MaxCompared + shown.Length);
        ImmutableArray<Excerpt> excerpts = [.. choice.Take(MaxQuotes)];

        // Who only names a subject wants to read of it, and the reader looks for an answer. It also takes one count of people for another.
        sure = LessLikely(sure, UnmetDemand.LackOf(question, excerpts));
        var confidence = AskedCount.In(question) is { IsOfFate: true } count && !excerpts.Any(count.IsToldIn) ? 0
            : !BareSubject.IsOne(question) ? sure
            : BareSubject.StandsIn(question, retrieval.Passages, excerpts) ? subject
            : 0;
        var (wanted, most) = shown.IsEmpty ? (choice, MaxQuotes) : (Without(shown, choice, retrieval), MaxFurther);
        return new([.. wanted.Take(most).Select(excerpt => new DraftStatement([excerpt.Proposal]))], confidence, Name)
        {
            Subject = subject,
            Disagreement = disagreement && shown.IsEmpty,
            HasFurther = wanted.Length > most,
        };
    }

    private static ImmutableArray<Excerpt> Without(ImmutableArray<QuotedPlace> shown, ImmutableArray<Excerpt> excerpts, Retrieval retrieval)
    {
        Excerpt[] before =
        [
            .. from article in retrieval.Passages.Select(passage => passage.Article).DistinctBy(article => article.Id)
               from place in shown
               where place.ArticleId == article.Id && place.Version == article.Version && place.End <= article.Text.Length
               select Excerpt.Shown(article, place.Span()),
        ];
        return [.. excerpts.Where(excerpt => !before.Any(excerpt.Repeats))];
    }

    private static double LessLikely(double probability, double logOdds) => logOdds == 0 ? probability : 1 / (1 + ((1 - probability) / probability * Math.Exp(logOdds)));

    private static (ImmutableArray<Excerpt> Excerpts, bool Disagreement) Choose(string question, IReadOnlyList<SentenceCandidate> ranked, double confidence, int most)
    {
        var distinct = Preferred(question, Distinct(ranked, AskedFor.In(question) == AnswerKind.Quantity, most), ranked);
        distinct = DemandedFigure.In(question) is { } figure && distinct.Count > 0 && !figure.IsGivenIn(distinct[0]) ? [.. distinct.OrderByDescending(figure.IsGivenIn)] : distinct;
        distinct = NamedSubject.Kept(question, distinct);
        var standing = Disagreement.Corrected(distinct);

        // A correction that corrects nothing here is one sentence among others.
        Excerpt[] excerpts = [.. standing.Count < distinct.Count ? standing : distinct.Where((excerpt, index) => index == 0 || excerpt.Probability >= LeastProbability || distinct[0].Probability < LeastProbability)];
        var disagreeing = Disagreement.Among(question, excerpts, confidence, MaxQuotes);
        return ([.. disagreeing.Union(excerpts)], !disagreeing.IsEmpty);
    }

    /// <summary>
    /// Where the dead or the like are to be counted, what tells of them; where nothing does, what says in the same articles that there are
    /// none. Somebody's own words before others', where they are asked for.
    /// </summary>
    private static IReadOnlyList<Excerpt> Preferred(string question, IReadOnlyList<Excerpt> excerpts, IReadOnlyList<SentenceCandidate> ranked)
    {
        if (AskedCount.In(question) is not { IsOfFate: true } count)
        {
            return AskedSpeaker.In(question) is { } speaker ? [.. excerpts.OrderByDescending(excerpt => excerpt.Probability * (speaker.SpeaksIn(excerpt) ? OwnWords : 1))] : excerpts;
        }

        // Of another event far more may have been told, in words that come near the question.
        Excerpt[] near = [.. excerpts.Where(excerpt => excerpt.Article.Id == excerpts[0].Article.Id || excerpt.Coverage >= LeastCoverage * excerpts[0].Coverage)];
        Excerpt[] told = [.. near.Where(count.IsToldIn)];
        if (told.Length == 0)
        {
            var articles = near.Select(excerpt => excerpt.Article.Id).ToHashSet(StringComparer.Ordinal);
            told = [.. ranked.Where(candidate => articles.Contains(candidate.Passage.Article.Id) && count.IsDeniedIn(candidate)).DistinctBy(candidate => candidate.Passage.Article.Id)
                .Select(candidate => Excerpt.Of(candidate, [])).OfType<Excerpt>()];
        }

        return told.Length == 0 ? near : told;
    }

    /// <summary>The best excerpts, no two of which say the same.</summary>
    private static List<Excerpt> Distinct(IReadOnlyList<SentenceCandidate> ranked, bool isCount, int most)
    {
        var chosen = new List<Excerpt>(most);
        foreach (var candidate in ranked.Where(candidate => candidate.Probability >= LeastProbability || Corrections.TakesBack(candidate)))
        {
            if (chosen.Count == most)
            {
                break;
            }

            if (Excerpt.Of(candidate, ranked, isCount) is { IsProse: true } excerpt && (Corrections.TakesBack(candidate) || !chosen.Exists(excerpt.Repeats)))
            {
                chosen.Add(excerpt);
            }
        }

        return chosen;
    }
}
