using BriefingBot.Articles;

namespace BriefingBot.Answering;

/// <summary>What is made of a retrieval for somebody: quotes that answer a question, or words of articles about a subject.</summary>
/// <typeparam name="TSelf">The kind of draft.</typeparam>
internal interface IDraft<TSelf>
    where TSelf : IDraft<TSelf>
{
    /// <summary>0 to 1: how likely it is what was asked for.</summary>
    double Confidence { get; }

    /// <summary>Whether there is nothing to show.</summary>
    bool IsEmpty { get; }

    /// <summary>Why it is not what was asked for; null where it is.</summary>
    RefusalReason? Refusal { get; }

    /// <summary>What of it rests on these articles alone, by their ids.</summary>
    TSelf RestingOn(IReadOnlySet<string> articles);
}

/// <summary>What was retrieved and drafted for a question or a subject, as it was understood.</summary>
internal sealed record Found<TDraft>(Retrieval Retrieval, TDraft Draft)
    where TDraft : IDraft<TDraft>
{
    /// <summary>Why this is no answer: what does not depend on the draft goes before its own reason. Null where it is one.</summary>
    public RefusalReason? Refusal { get => field ?? Draft.Refusal; init; }

    /// <summary>Whether there is something to show, and no reason not to.</summary>
    public bool IsEnough => !Draft.IsEmpty && Refusal is null;

    /// <summary>Which articles the retrieval was made of; null where they are not, or not all, those that the words named, so that nothing may be told from them.</summary>
    public ArticleFilter? Filter { get; init; }

    /// <summary>A refusal's sentence in place of its reason's own.</summary>
    public string? Sentence { get; init; }

    /// <summary>What the question was taken for, where words of it chose the articles.</summary>
    public string? UnderstoodAs { get; init; }

    /// <summary>Whether the answer says how old its sources are even when they are not.</summary>
    public bool TellsAge { get; init; }

    /// <summary>With that only which rests on articles without a date.</summary>
    public Found<TDraft> WithoutDates() => this with
    {
        Draft = Draft.RestingOn(Retrieval.Passages.Where(passage => passage.Article.Published is null).Select(passage => passage.Article.Id).ToHashSet(StringComparer.Ordinal)),
    };
}
