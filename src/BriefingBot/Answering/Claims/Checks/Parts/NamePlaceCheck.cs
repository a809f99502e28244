namespace BriefingBot.Answering;

/// <summary>No name stands where its quotes have another: what stands beside it there stands beside the other.</summary>
internal static class NamePlaceCheck
{
    // A word of meaning more beside the other one.
    private const double Margin = 1;

    public static StatementFault? FaultOf(ClaimText statement, ClaimText quotes)
    {
        var others = NameMention.In(quotes.Words, []);
        var turned = TurnedIn(statement, quotes);
        foreach (var name in NameMention.In(statement.Words, quotes.Small))
        {
            var own = others.Where(other => other.Keys.Overlaps(name.Keys)).ToArray();
            if (own.Length > 0 && !turned.Overlaps(name.Keys) && others.Except(own).Select(name.Likeness).DefaultIfEmpty().Max() >= own.Max(name.Likeness) + Margin)
            {
                return new("role", name.Words);
            }
        }

        return null;
    }

    /// <summary>Those whose clause the quotes have in the other voice, with the same actors and the same acted on: all that stands beside them changes sides.</summary>
    private static HashSet<string> TurnedIn(ClaimText statement, ClaimText quotes)
    {
        var told = ClauseParts.In(quotes.Words);
        return ClauseParts.In(statement.Words)
            .Where(said => told.Any(clause => clause.Verb == said.Verb && clause.IsPassive != said.IsPassive && clause.Actors.Intersect(said.Actors).Any() && clause.Acted.Intersect(said.Acted).Any()))
            .SelectMany(said => said.Actors.Concat(said.Acted)).ToHashSet(StringComparer.Ordinal);
    }
}
