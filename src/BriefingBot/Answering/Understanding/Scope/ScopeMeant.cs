using System.Collections.Immutable;
using BriefingBot.Articles;
using BriefingBot.Texts;

namespace BriefingBot.Answering;

/// <summary>Which articles a question names.</summary>
/// <param name="Text">The question without the words that name them.</param>
/// <param name="Kind">What was named.</param>
/// <param name="Name">The name, as the articles have it.</param>
/// <param name="Values">Every source, author or label that it stands for.</param>
/// <param name="Sense">How sure it is that its articles are meant.</param>
internal sealed record ScopeMeant(string Text, ScopeKind Kind, string Name, ImmutableArray<string> Values, ScopeSense Sense)
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
        ScopeKind.Source => ReaderText.Of("Understood_From", Name),
        ScopeKind.Author => ReaderText.Of("Understood_By", Name),
        _ => ReaderText.Of("Understood_Labelled", Name),
    };
}

/// <summary>What articles can be named by.</summary>
public enum ScopeKind
{
    /// <summary>Who published them.</summary>
    Source,

    /// <summary>Who wrote them.</summary>
    Author,

    /// <summary>A word that admins sort them by.</summary>
    Label,
}

/// <summary>What a name means where it stands.</summary>
internal enum ScopeSense
{
    /// <summary>Its articles, and nothing else.</summary>
    Articles,

    /// <summary>What it says: in its own articles first, else in others that report it.</summary>
    Words,

    /// <summary>Its articles or, as likely, somebody or something that articles are about.</summary>
    Perhaps,
}
