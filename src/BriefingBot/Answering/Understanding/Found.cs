namespace BriefingBot.Answering;

/// <summary>What was retrieved and drafted for a question, as it was understood.</summary>
internal sealed record Found(Retrieval Retrieval, DraftAnswer Draft)
{
    /// <summary>Why this is no answer, where that does not depend on the draft.</summary>
    public RefusalReason? Refusal { get; init; }

    /// <summary>A refusal's sentence in place of its reason's own.</summary>
    public string? Sentence { get; init; }

    /// <summary>What the question was taken for, where words of it chose the articles.</summary>
    public string? UnderstoodAs { get; init; }

    /// <summary>Whether the answer says how old its sources are even when they are not.</summary>
    public bool TellsAge { get; init; }

    /// <summary>With those statements only that rely on articles without a date.</summary>
    public Found WithoutDates()
    {
        var undated = Retrieval.Passages.Where(passage => passage.Article.Published is null).Select(passage => passage.Article.Id).ToHashSet(StringComparer.Ordinal);
        return this with { Draft = Draft with { Statements = [.. Draft.Statements.Where(statement => statement.Support.All(proposal => undated.Contains(proposal.ArticleId)))] } };
    }
}
