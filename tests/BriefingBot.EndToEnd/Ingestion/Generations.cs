using System.Collections.Immutable;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using BriefingBot.EndToEnd.Support;

namespace BriefingBot.EndToEnd.Ingestion;

/// <summary>Articles of which each generation says everything anew: every sentence of a text names the text's generation.</summary>
internal static partial class Generations
{
    public const int Articles = 60;

    public static string Id(int article) => $"town-{article:00}";

    public static string Title(int article) => $"News from Town {article}";

    /// <summary>Of another length in each generation, so that the number of passages and their spans change as well.</summary>
    public static string Text(int article, int generation)
    {
        var days = Enumerable.Range(1, 1 + ((article + (3 * generation)) % 5));
        return string.Join("\n\n", days.Select(day =>
            $"On day {day} the council of Town {article} opened ledger G{generation} for the flood works. "
            + $"Clerk {day * 7} wrote in ledger G{generation} that {(article * 31) + (generation * 17) + day} sacks of sand lay at the bridge, and the mayor signed it at noon."));
    }

    public static string Write(Workspace workspace, int generation) => workspace.Write("towns.jsonl", string.Join('\n', Enumerable.Range(0, Articles).Select(article =>
        new JsonObject { ["id"] = Id(article), ["title"] = Title(article), ["text"] = Text(article, generation) }.ToJsonString())));

    /// <summary>The generations that a text names.</summary>
    public static ImmutableSortedSet<int> In(string text) => [.. Generation().Matches(text).Select(match => int.Parse(match.ValueSpan[1..], provider: null))];

    [GeneratedRegex("G[0-9]+")]
    private static partial Regex Generation();
}
