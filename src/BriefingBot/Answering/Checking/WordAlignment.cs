namespace BriefingBot.Answering;

/// <summary>
/// Lays a quotation's words along a stretch of an article's, so that most stand beside themselves (Needleman and Wunsch, 1970; what the
/// article has before and behind costs nothing).
/// </summary>
/// <param name="Steps">In order. An index is −1 where the other text alone has a word.</param>
/// <param name="Score">Higher for the better of two stretches.</param>
internal sealed record WordAlignment(IReadOnlyList<(int Given, int Article)> Steps, int Score)
{
    private const int Match = 4, OtherCase = 3, Other = -2, Alone = -2;

    private enum Move : byte
    {
        Both,
        GivenAlone,
        ArticleAlone,
    }

    public static WordAlignment Of(ReadOnlySpan<WordOfText> given, ReadOnlySpan<WordOfText> article)
    {
        var width = article.Length + 1;
        var moves = new Move[(given.Length + 1) * width];
        var (above, row) = (new int[width], new int[width]);
        for (var i = 1; i <= given.Length; i++)
        {
            (row[0], moves[i * width]) = (i * Alone, Move.GivenAlone);
            for (var j = 1; j <= article.Length; j++)
            {
                var both = above[j - 1] + (AreSame(given[i - 1], article[j - 1], isFirst: i == 1) ? Match : AreLike(given[i - 1], article[j - 1]) ? OtherCase : Other);
                var (givenAlone, articleAlone) = (above[j] + Alone, row[j - 1] + Alone);
                (row[j], moves[(i * width) + j]) = both >= givenAlone && both >= articleAlone ? (both, Move.Both)
                    : givenAlone >= articleAlone ? (givenAlone, Move.GivenAlone)
                    : (articleAlone, Move.ArticleAlone);
            }

            (above, row) = (row, above);
        }

        // Of equal ends the last: it has an altered last word beside the article's own.
        var end = Array.LastIndexOf(above, above.Max());
        return new(Back(moves, width, given.Length, end), above[end]);
    }

    /// <summary>The same word; the quotation's first may begin with a letter of the other case, as where a quote begins in mid-sentence.</summary>
    public static bool AreSame(WordOfText given, WordOfText article, bool isFirst) =>
        given.Folded == article.Folded
        || (isFirst && given.Folded.Length == article.Folded.Length && char.ToUpperInvariant(given.Folded[0]) == char.ToUpperInvariant(article.Folded[0])
            && given.Folded.AsSpan(1).SequenceEqual(article.Folded.AsSpan(1)));

    /// <summary>The same word but for capitals.</summary>
    public static bool AreLike(WordOfText given, WordOfText article) => string.Equals(given.Folded, article.Folded, StringComparison.OrdinalIgnoreCase);

    private static List<(int Given, int Article)> Back(Move[] moves, int width, int i, int j)
    {
        var steps = new List<(int Given, int Article)>();
        while (i > 0)
        {
            var move = moves[(i * width) + j];
            i -= move == Move.ArticleAlone ? 0 : 1;
            j -= move == Move.GivenAlone ? 0 : 1;
            steps.Add((move == Move.ArticleAlone ? -1 : i, move == Move.GivenAlone ? -1 : j));
        }

        steps.Reverse();
        return steps;
    }
}
