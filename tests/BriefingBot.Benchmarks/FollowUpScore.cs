using System.Text.RegularExpressions;

namespace BriefingBot.Benchmarks;

/// <summary>
/// How near follow-up questions, as they were understood, come to rewrites by people: recall is the share of the person's content terms that
/// the question has, precision the share of its terms that the person's has, both means over the questions; beside them the question as
/// it was asked. The rules were made on lines 1, 3, 5 and so on; the others are apart.
/// </summary>
internal static partial class FollowUpScore
{
    private static readonly HashSet<string> Small = new(
        ("a an the and or but of in on at to for from by with about as into than is are was were be been being am do does did can could will would should has have had may might what which who whom whose when "
        + "where why how it its they them their he him his she her this that these those there here i you we me my your our us not no so if me tell s t some any").Split(' '), StringComparer.Ordinal);

    public static int Print(string answersFile, string questionsFile, bool misses)
    {
        var answers = JsonLines.Read<Understood>(answersFile).ToDictionary(answer => answer.Id);
        var all = JsonLines.Read<Conversation>(questionsFile).Select((asked, index) => (Asked: asked, IsOdd: index % 2 == 0)).Where(line => answers.ContainsKey(line.Asked.Id)).ToArray();
        foreach (var (name, chosen) in new[] { ("odd lines (rules made on them)", true), ("even lines", false) })
        {
            var lines = all.Where(line => line.IsOdd == chosen && line.Asked.History.Length > 0).Select(line => line.Asked).ToArray();
            if (lines.Length > 0)
            {
                Print(name, lines, answers);
            }
        }

        if (misses)
        {
            foreach (var asked in all.Where(line => line.IsOdd && line.Asked.History.Length > 0).Select(line => line.Asked).Where(asked => !Terms(Text(asked)).SetEquals(Terms(asked.Rewrite))))
            {
                Console.WriteLine($"\n{asked.Id} {asked.History[^1]}\n  asked   {asked.Question}\n  person  {asked.Rewrite}\n  rules   {answers[asked.Id].UnderstoodAs ?? "="}");
            }
        }

        return 0;

        string Text(Conversation asked) => answers[asked.Id].UnderstoodAs ?? asked.Question;
    }

    private static void Print(string name, Conversation[] lines, Dictionary<string, Understood> answers)
    {
        var alone = lines.Where(asked => Terms(asked.Question).SetEquals(Terms(asked.Rewrite))).ToArray();
        var leaning = lines.Except(alone).ToArray();
        Console.WriteLine($"{name}: {lines.Length} with earlier questions");
        Console.WriteLine($"  stand alone {alone.Length}, came through unchanged {Share(alone, asked => answers[asked.Id].UnderstoodAs is null):P1}");
        Console.WriteLine($"  lean on earlier ones {leaning.Length}, rewritten {Share(leaning, asked => answers[asked.Id].UnderstoodAs is not null):P1}");
        foreach (var (kind, chosen) in new[] { ("all", lines), ("leaning", leaning) })
        {
            Console.WriteLine($"  {kind,-8} as asked       {Row(chosen, asked => asked.Question)}");
            Console.WriteLine($"  {kind,-8} as understood  {Row(chosen, asked => answers[asked.Id].UnderstoodAs ?? asked.Question)}");
        }
    }

    private static string Row(Conversation[] lines, Func<Conversation, string> text)
    {
        var shares = lines.Select(asked => (Ours: Terms(text(asked)), Theirs: Terms(asked.Rewrite))).Where(pair => pair.Theirs.Count > 0).ToArray();
        return $"recall {shares.Average(pair => pair.Ours.Intersect(pair.Theirs).Count() / (double)pair.Theirs.Count):P1}, "
            + $"precision {shares.Average(pair => pair.Ours.Count == 0 ? 0 : pair.Ours.Intersect(pair.Theirs).Count() / (double)pair.Ours.Count):P1}, "
            + $"same terms {shares.Count(pair => pair.Ours.SetEquals(pair.Theirs)) / (double)shares.Length:P1}";
    }

    private static double Share(Conversation[] lines, Func<Conversation, bool> holds) => lines.Length == 0 ? 0 : lines.Count(holds) / (double)lines.Length;

    /// <summary>The words that mean something, in lower case, without a plural's ending.</summary>
    private static HashSet<string> Terms(string text) =>
        [.. Word().Matches(text.ToLowerInvariant().Replace('’', '\'')).Select(match => match.Value).Where(word => !Small.Contains(word)).Select(word => word.Length > 3 ? word.TrimEnd('s') : word)];

    [GeneratedRegex(@"[\p{L}\p{N}]+")]
    private static partial Regex Word();

    /// <summary>A line of the questions.</summary>
    private sealed record Conversation(string Id, string[] History, string Question, string Rewrite);

    /// <summary>A line of <c>ask --json</c>, as far as it is scored.</summary>
    private sealed record Understood(string Id, string? UnderstoodAs);
}
