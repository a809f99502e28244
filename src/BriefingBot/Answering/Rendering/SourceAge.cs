using BriefingBot.Articles;
using BriefingBot.Texts;

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
            : ReaderText.Of(sources == 1 ? "Age_Source" : "Age_Newest", Ago(age));
    }

    /// <summary>In words, each unit from two of it on.</summary>
    internal static string Ago(int days) => days switch
    {
        0 => ReaderText.Of("Age_Today"),
        1 => ReaderText.Of("Age_Yesterday"),
        < 14 => ReaderText.Of("Age_Days", days),
        < 61 => ReaderText.Of("Age_Weeks", days / 7),
        < 730 => ReaderText.Of("Age_Months", days * 12 / 365),
        _ => ReaderText.Of("Age_Years", (int)((days + 1) / 365.25)),
    };
}
