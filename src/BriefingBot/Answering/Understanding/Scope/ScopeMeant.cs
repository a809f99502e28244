using System.Collections.Immutable;
using BriefingBot.Articles;

namespace BriefingBot.Answering;

/// <summary>Which articles a question names.</summary>
/// <param name="Text">The question without the words that name them.</param>
/// <param name="Kind">What was named.</param>
/// <param name="Name">The name, as the articles have it.</param>
/// <param name="Values">Every source, author or label that it stands for.</param>
/// <param name="IsCertain">Whether only articles can be meant; a person who writes may also be one whom others write about.</param>
internal sealed record ScopeMeant(string Text, ScopeKind Kind, string Name, ImmutableArray<string> Values, bool IsCertain)
{
    /// <summary>Of what is named only what was chosen otherwise as well; null, and nothing was named, when that is nothing.</summary>
    public ScopeMeant? Within(ArticleFilter filter)
    {
        var chosen = Kind switch
        {
            ScopeKind.Source => filter.Sources,
            ScopeKind.Author => filter.Authors,
            _ => filter.Labels,
        };
        var both = chosen.IsEmpty ? Values : [.. Values.Intersect(chosen, StringComparer.Ordinal)];
        return both.IsEmpty ? null : this with { Values = both };
    }

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
