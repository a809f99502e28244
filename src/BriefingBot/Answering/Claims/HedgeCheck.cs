using System.Collections.Frozen;

namespace BriefingBot.Answering;

/// <summary>What the quotes only hold for possible, alleged, planned or conditional is not told as a fact.</summary>
internal static class HedgeCheck
{
    private static readonly FrozenSet<string> Words = new[]
    {
        "allegedly", "alleged", "alleges", "allege", "alleging", "reportedly", "may", "might", "could", "possibly", "possible", "perhaps", "probably", "probable", "likely", "unlikely", "presumably", "apparently",
        "suspected", "suspects", "suspect", "believed", "believe", "believes", "thought", "understood", "expected", "expects", "expect", "planned", "plans", "plan", "planning", "proposed", "proposes", "proposal",
        "claimed", "claims", "claim", "claiming", "appears", "appeared", "appear", "seems", "seemed", "seem", "potentially", "potential", "rumoured", "rumored", "purportedly", "supposedly", "if", "unless", "whether",
        "would", "should", "intends", "intended", "hopes", "hoped", "considering", "accused", "accuses", "presumed", "feared", "estimated",
    }.ToFrozenSet();

    // What says in a statement that somebody else says it, without saying how sure.
    private static readonly FrozenSet<string> Attributions = new[] { "reports", "reported", "charged", "estimates", "estimate", "threatened", "will", "wants", "wanted", "proposing", "scheduled", "slated", "set" }.ToFrozenSet();

    public static StatementFault? FaultOf(ClaimText statement, ClaimText quotes)
    {
        if (statement.Words.Any(word => IsHedge(word) || Attributions.Contains(word.Lower)))
        {
            return null;
        }

        foreach (var (index, keys) in GovernedWords.In(quotes.Words, (words, at) => IsHedge(words[at]), 2))
        {
            if (keys.Length > 0 && keys.All(statement.Keys.Contains) && keys.All(key => quotes.Words.Count(word => word.Stem == key) == 1))
            {
                return new("hedge", quotes.Words[index].Text);
            }
        }

        return null;
    }

    // The month is no modal.
    private static bool IsHedge(ClaimWord word) => word.Text != "May" && Words.Contains(word.Lower.EndsWith("n't", StringComparison.Ordinal) ? word.Lower[..^3] : word.Lower);
}
