namespace BriefingBot.Benchmarks;

/// <summary>
/// The measures of a ranking: articles are ranked by their best passage; hit@k is the share of questions of which one of the first k articles
/// is a relevant one, MRR@10 the mean of one divided by the first relevant one's rank, 0 beyond the tenth.
/// </summary>
internal static class SearchScore
{
    private const int Depth = 10;

    public static int Print(string searchesFile, string questionsFile)
    {
        var searches = JsonLines.Read<Search>(searchesFile).ToDictionary(search => search.Id);
        var ranks = JsonLines.Read<Labelled>(questionsFile)
            .Where(question => question.Articles.Length > 0 && searches.ContainsKey(question.Id))
            .Select(question => Rank(searches[question.Id], question)).ToArray();
        Console.WriteLine($"questions scored  {ranks.Length}");
        Console.WriteLine($"hit@1             {Hit(1):P1}");
        Console.WriteLine($"hit@10            {Hit(Depth):P1}");
        Console.WriteLine($"MRR@10            {ranks.Average(rank => rank is > 0 and <= Depth ? 1.0 / rank : 0):F3}");
        return 0;

        double Hit(int k) => ranks.Count(rank => rank > 0 && rank <= k) / (double)ranks.Length;
    }

    /// <summary>The rank of the first relevant article, from 1; 0 when it was not found.</summary>
    private static int Rank(Search search, Labelled question) =>
        1 + Array.FindIndex([.. search.Passages.Select(passage => passage.ArticleId).Distinct()], id => question.Articles.Contains(id));
}
