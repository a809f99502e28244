namespace BriefingBot.Answering;

/// <summary>What is to come in the quotes, or what somebody in them wants, offers, tries or is told to do, is not told as done.</summary>
internal static class UndoneCheck
{
    public static StatementFault? FaultOf(ClaimText statement, ClaimText quotes)
    {
        foreach (var (at, word) in statement.Words.Index().Where(word => word.Item.Stem is not null))
        {
            var told = quotes.Words.Index().Where(other => other.Item.Stem == word.Stem).Select(other => other.Index).ToArray();
            if (Array.Exists(told, other => VerbTelling.IsUndone(quotes.Words, other)) && VerbTelling.IsDone(statement.Words, at) && !Array.Exists(told, other => VerbTelling.IsDone(quotes.Words, other)))
            {
                return new("hedge", word.Text);
            }
        }

        return null;
    }
}
