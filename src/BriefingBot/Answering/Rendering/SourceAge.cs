using BriefingBot.Articles;

namespace BriefingBot.Answering;

/// <summary>Says how old an answer's sources are.</summary>
internal static class SourceAge
{
    // From here on a reader may take for news what is none.
    private const int Old = 365;

    /// <summary>A sentence where the newest source is older than a year, or the question was about time; null otherwise, and where no source has a date.</summary>
    public static string? Of(VerifiedAnswer answer)
    {
        var days = answer.Quotes.Select(quote => quote.Article.Published).OfType<PublicationDate>().Select(date => date.Day).ToArray();
        if (days.Length == 0 || answer.Question.Asked is not { } asked || asked < days.Max())
        {
            return null;
        }

        var age = asked.DayNumber - days.Max().DayNumber;
        var sources = answer.Quotes.Select(quote => quote.Article.Id).Distinct(StringComparer.Ordinal).Count();
        return age < Old && !answer.TellsAge ? null
            : $"{(sources == 1 ? "The source" : "The newest of these sources")} was published {Ago(age)}.";
    }

    /// <summary>In words, each unit from two of it on.</summary>
    internal static string Ago(int days) => days switch
    {
        0 => "today",
        1 => "yesterday",
        < 14 => $"{days} days ago",
        < 61 => $"{days / 7} weeks ago",
        < 730 => $"{days * 12 / 365} months ago",
        _ => $"{(int)((days + 1) / 365.25)} years ago",
    };
}
