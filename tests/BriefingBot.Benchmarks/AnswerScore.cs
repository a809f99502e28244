namespace BriefingBot.Benchmarks;

/// <summary>
/// The measures of labelled questions: quote@k is the share of answerable questions of which one of the first k quotes holds a gold span
/// whole; the area under the ROC curve says how well confidence tells answerable from unanswerable.
/// </summary>
internal static class AnswerScore
{
    public static int Print(string answersFile, string questionsFile, int every)
    {
        var answers = JsonLines.Read<Answer>(answersFile).ToDictionary(answer => answer.Id);
        var questions = JsonLines.Read<Labelled>(questionsFile).Where(question => answers.ContainsKey(question.Id)).ToArray();
        var scored = questions.Where(question => question.Answerable && question.Spans.Length > 0).Where((_, i) => i % every == 0).ToArray();
        var firsts = scored.Select(question => answers[question.Id].Quotes.FirstOrDefault()).OfType<Quote>().ToArray();
        Console.WriteLine($"answerable questions scored  {scored.Length}");
        Console.WriteLine($"quote@1                      {Share(scored, question => Hit(question, 1)):P1}");
        Console.WriteLine($"quote@3                      {Share(scored, question => Hit(question, 3)):P1}");
        Console.WriteLine($"first quote's article right  {Share(scored, question => answers[question.Id].Quotes.Take(1).Any(quote => question.Articles.Contains(quote.ArticleId))):P1}");
        Console.WriteLine($"mean length of first quote   {(firsts.Length == 0 ? 0 : firsts.Average(quote => quote.Text.Length)):F0} characters, longest {answers.Values.SelectMany(answer => answer.Quotes).Select(quote => quote.Text.Length).DefaultIfEmpty().Max()}");

        var (answerable, unanswerable) = (questions.Where(question => question.Answerable).ToArray(), questions.Where(question => !question.Answerable).ToArray());
        if (answerable.Length > 0 && unanswerable.Length > 0)
        {
            Console.WriteLine($"area under the ROC curve     {AreaUnderRoc(answerable.Select(Confidence), unanswerable.Select(Confidence)):F3}");
            Console.WriteLine($"refused                      {Share(unanswerable, Refused):P1} of {unanswerable.Length} unanswerable, {Share(answerable, Refused):P1} of {answerable.Length} answerable");
        }

        return 0;

        bool Hit(Labelled question, int k) => answers[question.Id].Quotes.Take(k).Any(question.IsAnsweredBy);
        bool Refused(Labelled question) => answers[question.Id].Outcome == "refused";
        double Confidence(Labelled question) => answers[question.Id].Confidence;
    }

    private static double Share(Labelled[] questions, Func<Labelled, bool> holds) => questions.Length == 0 ? 0 : questions.Count(holds) / (double)questions.Length;

    /// <summary>The chance that an answerable question has more confidence than an unanswerable one; ties count half (Mann and Whitney, 1947).</summary>
    private static double AreaUnderRoc(IEnumerable<double> answerable, IEnumerable<double> unanswerable)
    {
        var below = unanswerable.Order().ToArray();
        return answerable.Average(confidence => (Count(below, confidence, orEqual: false) + Count(below, confidence, orEqual: true)) / 2.0 / below.Length);
    }

    private static int Count(double[] sorted, double limit, bool orEqual)
    {
        var (low, high) = (0, sorted.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (sorted[middle] < limit || (orEqual && sorted[middle] == limit))
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }
}
