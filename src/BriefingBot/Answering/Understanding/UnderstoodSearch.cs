using BriefingBot.Articles;
using BriefingBot.Texts;

namespace BriefingBot.Answering;

/// <summary>Retrieves and drafts once, from the articles that a filter admits.</summary>
internal delegate Task<Found<TDraft>> Look<TDraft>(string text, ArticleFilter filter, Recency recency)
    where TDraft : IDraft<TDraft>;

/// <summary>Looks where a question or a subject says, and says so where that is not where an answer is.</summary>
internal sealed class UnderstoodSearch<TDraft>(Understood understood, Look<TDraft> look)
    where TDraft : IDraft<TDraft>
{
    // By how much articles of a period that is only preferred may be less certain than others.
    private const double Preference = 0.8;

    public async Task<Found<TDraft>> FindAsync()
    {
        var found = await FindInTimeAsync(understood);
        return understood.Scope is { } scope && !found.IsEnough ? await FindElsewhereAsync(found, scope) : found;
    }

    /// <summary>Where the articles named do not answer: others, where the words may mean them, else a refusal that says whether there are any.</summary>
    private async Task<Found<TDraft>> FindElsewhereAsync(Found<TDraft> found, ScopeMeant scope)
    {
        if (scope.Sense == ScopeSense.Articles)
        {
            return found.Refusal == RefusalReason.Stale ? found : Refused(found, scope, await FindInTimeAsync(understood with { Scope = null }));
        }

        var elsewhere = await FindInTimeAsync(understood.Unscoped());
        return scope switch
        {
            _ when elsewhere.IsEnough => scope.Kind == ScopeKind.Source && scope.Sense == ScopeSense.Words
                ? elsewhere with { UnderstoodAs = ReaderText.Of("Understood_Elsewhere", elsewhere.UnderstoodAs ?? understood.Question, scope.Name) }
                : elsewhere,
            { Sense: ScopeSense.Words } => found.Refusal == RefusalReason.Stale ? found : Refused(found, scope, elsewhere),
            _ => found.Refusal == RefusalReason.Stale ? found : elsewhere,
        };
    }

    private Found<TDraft> Refused(Found<TDraft> found, ScopeMeant scope, Found<TDraft> elsewhere)
    {
        var name = scope.Kind == ScopeKind.Label ? ReaderText.Of("Refusal_Labelled", scope.Name) : scope.Name;
        return elsewhere.IsEnough
            ? found with { Retrieval = elsewhere.Retrieval, Filter = null, Sentence = ReaderText.Of("Refusal_OnlyElsewhere", name) }
            : found with { Sentence = ReaderText.Of("Refusal_NotThere", name) };
    }

    private Task<Found<TDraft>> FindInTimeAsync(Understood meant) => meant.Time switch
    {
        { Period: { } period, IsRequired: true } => RequiredAsync(meant, period),
        { Period: { } period } => PreferredAsync(meant, period),
        _ => LookAsync(meant, meant.InScope, period: null),
    };

    /// <summary>What was published in the period, else also what came later, which may tell of it; what is older does not answer.</summary>
    private async Task<Found<TDraft>> RequiredAsync(Understood meant, Period period)
    {
        var since = period with { End = period.End > meant.Asked ? period.End : meant.Asked };
        foreach (var tried in new[] { period, since }.Distinct())
        {
            if (meant.InScopeOf(tried) is { } filter && await LookAsync(meant, filter, tried) is var found && found.IsEnough)
            {
                return found;
            }
        }

        var any = await LookAsync(meant, meant.InScope, period: null);
        if (!any.IsEnough)
        {
            return any with { Filter = null, UnderstoodAs = meant.Words(meant.Scope, since) };
        }

        // An article without a date cannot be called older.
        var undated = any.WithoutDates();
        return undated.IsEnough ? undated : any with
        {
            Refusal = RefusalReason.Stale,
            Sentence = ReaderText.Of("Refusal_Older", since.Words(meant.Asked)),
            UnderstoodAs = meant.Words(meant.Scope, since),
        };
    }

    private async Task<Found<TDraft>> PreferredAsync(Understood meant, Period period)
    {
        var any = await LookAsync(meant, meant.InScope, period: null);

        // Where nothing near has a date, nothing is preferred.
        if (meant.InScopeOf(period) is not { } filter || any.Retrieval.Passages.All(passage => passage.Article.Published is null))
        {
            return any;
        }

        var preferred = await LookAsync(meant with { Text = meant.Time.Bare }, filter, meant.Time.IsTold ? period : null);
        return preferred.IsEnough && preferred.Draft.Confidence >= Preference * any.Draft.Confidence ? preferred : any;
    }

    private async Task<Found<TDraft>> LookAsync(Understood meant, ArticleFilter filter, Period? period) => await look(meant.Text, filter, meant.Time.Recency) with
    {
        Filter = filter,
        UnderstoodAs = meant.Words(meant.Scope, period),
        TellsAge = period is not null || meant.Time.Recency != Recency.Any,
    };
}
