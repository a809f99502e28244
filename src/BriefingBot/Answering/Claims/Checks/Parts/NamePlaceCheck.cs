namespace BriefingBot.Answering;

/// <summary>No name stands where its quotes have another: what stands beside it there stands beside the other.</summary>
internal static class NamePlaceCheck
{
    // A word of meaning more beside the other one.
    private const double Margin = 1;

    public static StatementFault? FaultOf(ClaimText statement, ClaimText quotes)
    {
        var others = NameMention.In(quotes.Words, []);
        foreach (var name in NameMention.In(statement.Words, quotes.Small))
        {
            var own = others.Where(other => other.Keys.Overlaps(name.Keys)).ToArray();
            if (own.Length > 0 && others.Except(own).Select(name.Likeness).DefaultIfEmpty().Max() >= own.Max(name.Likeness) + Margin)
            {
                return new("role", name.Words);
            }
        }

        return null;
    }
}
