using System.Collections.Immutable;

namespace BriefingBot.Answering;

/// <summary>Which articles a question names.</summary>
/// <param name="Text">The question without the words that name them.</param>
/// <param name="Kind">What was named.</param>
/// <param name="Name">The name, as the articles have it.</param>
/// <param name="Values">Every source, author or label that it stands for.</param>
/// <param name="IsCertain">Whether only articles can be meant; a person who writes may also be one whom others write about.</param>
internal sealed record ScopeMeant(string Text, ScopeKind Kind, string Name, ImmutableArray<string> Values, bool IsCertain)
{
    /// <summary>For people: <c>from The Valley Herald</c>.</summary>
    public string Words => Kind switch
    {
        ScopeKind.Source => $"from {Name}",
        ScopeKind.Author => $"by {Name}",
        _ => $"labelled {Name}",
    };
}

/// <summary>What articles can be named by.</summary>
internal enum ScopeKind
{
    Source,
    Author,
    Label,
}
