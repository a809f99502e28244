namespace BriefingBot.Answering;

/// <summary>Every number and date of a statement stands in its quotes, in whatever format, and counts the same there.</summary>
internal static class FigureCheck
{
    public static StatementFault? FaultOf(ClaimText statement, ClaimText quotes)
    {
        foreach (var date in statement.Dates)
        {
            if (!quotes.Dates.Any(other => date.IsToldBy(other, quotes.Published?.Year)) && !IsPublication(date, quotes.Published))
            {
                return new("date", date.Words);
            }
        }

        foreach (var figure in statement.Figures)
        {
            var told = quotes.Figures.Where(figure.IsToldBy).ToArray();
            if (told.Length == 0 && !(figure.MayBeYear && (quotes.Published?.Year == figure.Value || quotes.Dates.Any(date => date.Year == figure.Value))))
            {
                return new("number", figure.Words);
            }

            // The number of another thing in the same quotes.
            if (figure.Unit.Length > 0 && told.Length > 0 && told.All(other => other.Unit.Length > 0 && other.Unit != figure.Unit) && quotes.Figures.Any(other => other.Unit == figure.Unit && other.Value != figure.Value))
            {
                return new("number", figure.Words);
            }
        }

        return null;
    }

    private static bool IsPublication(StatedDate date, DateOnly? published) =>
        published is { } day && date.IsToldBy(new("", day.Year, day.Month, day.Day), day.Year);
}
