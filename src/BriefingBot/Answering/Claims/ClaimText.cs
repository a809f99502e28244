using System.Collections.Immutable;

namespace BriefingBot.Answering;

/// <summary>A text as the checks of statements read it. A statement's quotes are one such text, their articles' titles and publishers beside it.</summary>
internal sealed class ClaimText
{
    private ClaimText(string text, string beside, DateOnly? published)
    {
        (Dates, var rest) = StatedDate.Read(text);
        Figures = StatedFigure.In(rest);
        Words = ClaimWord.Of(text);
        Beside = ClaimWord.Of(beside);
        Published = published;
        Small = [.. Words.Where(word => !word.IsMark && !word.IsCapitalised).Select(word => word.Lower)];
        Keys = [.. Words.Where(word => !word.IsMark).Select(word => word.Key)];
    }

    /// <summary>Its words and marks.</summary>
    public ImmutableArray<ClaimWord> Words { get; }

    /// <summary>Words that are shown beside quotes and may be used for names: titles, sources, authors.</summary>
    public ImmutableArray<ClaimWord> Beside { get; }

    /// <summary>The day of publication; null where it is not known or not one.</summary>
    public DateOnly? Published { get; }

    public ImmutableArray<StatedDate> Dates { get; }

    public ImmutableArray<StatedFigure> Figures { get; }

    /// <summary>What its words are compared by.</summary>
    public ImmutableHashSet<string> Keys { get; }

    /// <summary>Its words that are written small, in lower case.</summary>
    public ImmutableHashSet<string> Small { get; }

    public static ClaimText OfStatement(string statement) => new(statement, "", null);

    /// <param name="quotes">The quotes, joined by line ends.</param>
    /// <param name="beside">What is shown beside them.</param>
    /// <param name="published">The day of publication.</param>
    public static ClaimText OfQuotes(string quotes, string beside = "", DateOnly? published = null) => new(quotes, beside, published);
}
