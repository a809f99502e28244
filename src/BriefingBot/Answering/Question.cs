using System.Collections.Immutable;
using BriefingBot.Articles;

namespace BriefingBot.Answering;

/// <summary>What a person asks.</summary>
public sealed record Question(string Text, Asker Asker)
{
    /// <summary>The longest question that is answered, in UTF-16 code units.</summary>
    public const int MaxLength = 4_000;

    /// <summary>The day of asking, where it is not today.</summary>
    public DateOnly? Asked { get; init; }

    /// <summary>What the same person asked before in the same conversation, the last one at the end. Default: nothing.</summary>
    public ImmutableArray<Turn> Turns { get; init; } = [];

    /// <summary>The articles to answer from. Default: all.</summary>
    public ArticleFilter Filter { get; init; } = ArticleFilter.All;

    /// <summary>What was quoted for it before: further quotes are wanted, none of these and none that says the same. Default: nothing.</summary>
    public ImmutableArray<QuotedPlace> Shown { get; init; } = [];

    /// <summary>Answer without the language model, also where one is configured.</summary>
    public bool IsExtractive { get; init; }

    /// <summary>Answer with the best quotes there are, whatever the confidence. For measuring, not for people.</summary>
    public bool NeverRefuse { get; init; }
}
