using System.Collections.Immutable;

namespace BriefingBot.Answering;

/// <summary>
/// The names of a question. Where the best quote's article has one of them, an article without any tells of something else, in words that come near: the dead of another crash, another governor.
/// </summary>
internal static class NamedSubject
{
    // "US" and the like stand in everything.
    private const int FewestLetters = 3;

    /// <summary>Without the quotes of articles that have none of the names, where the first one's has some.</summary>
    public static IReadOnlyList<Excerpt> Kept(string question, IReadOnlyList<Excerpt> excerpts)
    {
        var names = QuestionWord.Of(question).Where(word => word.IsName && word.Text.Length >= FewestLetters).Select(word => word.Lower).ToImmutableArray();
        return excerpts.Count > 1 && IsNamedBy(excerpts[0]) ? [.. excerpts.Where(IsNamedBy)] : excerpts;

        bool IsNamedBy(Excerpt excerpt) => names.Any(name => excerpt.Article.Title.Contains(name, StringComparison.OrdinalIgnoreCase) || excerpt.Article.Text.Contains(name, StringComparison.OrdinalIgnoreCase));
    }
}
