using System.Collections.Immutable;
using System.Globalization;
using BriefingBot.Answering;
using BriefingBot.Articles;
using BriefingBot.Texts;

namespace BriefingBot.Web.Articles;

/// <summary>What an address of the page asks for.</summary>
/// <param name="Id">The article.</param>
/// <param name="Version">Its version; null for the current one.</param>
/// <param name="Spans">The words to mark.</param>
/// <param name="Unreadable">What stands for a span and is none; null where all are.</param>
internal sealed record AskedArticle(string Id, int? Version, ImmutableArray<TextSpan> Spans, string? Unreadable)
{
    // A briefing has a dozen quotes. What is beyond is made by hand.
    private const int MostSpans = 40;

    /// <summary>Whether all of the address was understood.</summary>
    public bool IsWhole => Unreadable is null;

    /// <summary>Null when the address cannot be read: <paramref name="why"/> says what is wrong with it.</summary>
    public static AskedArticle? TryParse(IQueryCollection query, out string why)
    {
        why = "";
        if (query[ArticleAddresses.Id] is not [{ Length: > 0 } id])
        {
            why = ReaderText.Of("Reading_NoId");
            return null;
        }

        int? version = null;
        if (query[ArticleAddresses.Version] is { Count: > 0 } versions)
        {
            if (versions is not [{ } digits] || !digits.All(char.IsAsciiDigit) || !int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number == 0)
            {
                why = ReaderText.Of("Reading_BadVersion", Shortened(versions.ToString()));
                return null;
            }

            version = number;
        }

        string[] given = [.. query[ArticleAddresses.Quoted].Select(span => span ?? "")];
        if (given.Length > MostSpans)
        {
            why = ReaderText.Of("Reading_TooManyQuotes", given.Length, MostSpans);
            return null;
        }

        return new(
            id,
            version,
            [.. given.Where(text => TextSpan.TryParse(text, out _)).Select(text => TextSpan.TryParse(text, out var span) ? span : default)],
            given.FirstOrDefault(text => !TextSpan.TryParse(text, out _)) is { } unreadable ? Shortened(unreadable) : null);
    }

    /// <summary>What was given, with nothing in it that could turn the sentence around it.</summary>
    private static string Shortened(string given)
    {
        var shown = VisibleText.OneLine(given.Length <= 40 ? given : $"{given[..40]}…");
        var (before, behind) = VisibleText.Isolation(shown);
        return before + shown + behind;
    }
}
