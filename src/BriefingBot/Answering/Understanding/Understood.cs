using BriefingBot.Articles;
using BriefingBot.Texts;

namespace BriefingBot.Answering;

/// <summary>What a question means: what to look for, and in which articles.</summary>
/// <param name="Text">What to look for.</param>
/// <param name="Asked">The day of asking.</param>
/// <param name="Filter">The articles that whoever asks chose otherwise than in words.</param>
/// <param name="Scope">The articles that the question names.</param>
/// <param name="Time">When they were published.</param>
internal sealed record Understood(string Text, DateOnly Asked, ArticleFilter Filter, ScopeMeant? Scope, TimeMeant Time)
{
    /// <summary>The question as it was read, the words that name articles included.</summary>
    public required string Question { get; init; }

    /// <summary>Whether it is the subject of a briefing.</summary>
    public bool IsSubject { get; private init; }

    /// <summary>Reads a question, its words about articles first.</summary>
    public static Understood Read(string question, DateOnly asked, ArticleFilter filter, ScopeMeant? scope)
    {
        scope = scope?.Within(filter);
        var time = TimeWords.Read(scope?.Text ?? question, asked);
        return new(time.Text, asked, filter, scope, time) { Question = question };
    }

    /// <summary>With the name taken for what the question is about.</summary>
    public Understood Unscoped()
    {
        // What a subject is is told without its source; a question may be about it.
        var text = IsSubject && Scope is { Sense: not ScopeSense.Perhaps } ? Scope.Text : Question;
        var whole = Read(text, Asked, Filter, scope: null);
        whole = IsSubject ? whole.OfSubject() : whole;
        return Time.IsTold ? whole with { Time = whole.Time with { Period = Time.Period, IsTold = true } } : whole;
    }

    /// <summary>As the subject of a briefing.</summary>
    public Understood OfSubject() => Time.OfSubject(Asked) is var time ? this with { Text = time.Text, Time = time, IsSubject = true } : this;

    /// <summary>The articles chosen and named, of any time.</summary>
    public ArticleFilter InScope => Scope switch
    {
        { Kind: ScopeKind.Source, Values: var sources } => Filter with { Sources = sources },
        { Kind: ScopeKind.Author, Values: var authors } => Filter with { Authors = authors },
        { Kind: ScopeKind.Label, Values: var labels } => Filter with { Labels = labels },
        _ => Filter,
    };

    /// <summary>Those of a period; null when none can be.</summary>
    public ArticleFilter? InScopeOf(Period period)
    {
        var filter = InScope;
        DateOnly? since = period.Start == DateOnly.MinValue ? filter.Since : filter.Since > period.Start ? filter.Since : period.Start;

        // Where it is tomorrow already, articles are published by then.
        var end = period.End == Asked ? period.End.PlusDays(1) : period.End;
        DateOnly? until = end == DateOnly.MaxValue ? filter.Until : filter.Until < end ? filter.Until : end;
        return since > until ? null : filter with { Since = since, Until = until };
    }

    /// <summary>For people, where words chose the articles: <c>Who won? — only from The Valley Herald, published since 23 November 2026</c>.</summary>
    public string? Words(ScopeMeant? scope, Period? period)
    {
        var published = period?.Words(Asked);
        return (scope, published) switch
        {
            (null, null) => null,
            (null, _) => ReaderText.Of("Understood_Published", Text, published),
            (_, null) => ReaderText.Of("Understood_Scope", Text, scope.Words),
            _ => ReaderText.Of("Understood_ScopePublished", Text, scope.Words, published),
        };
    }
}
