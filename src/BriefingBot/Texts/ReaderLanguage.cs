using System.Collections.Concurrent;
using System.Globalization;
using System.Text.RegularExpressions;

namespace BriefingBot.Texts;

/// <summary>
/// The language that texts are written in: that of <see cref="CultureInfo.CurrentUICulture"/>, where there are texts in it, else English. How words are compared and numbers are
/// read is another matter, and stays with <see cref="CultureInfo.CurrentCulture"/>.
/// </summary>
public static partial class ReaderLanguage
{
    private static readonly ConcurrentDictionary<string, bool> HasTexts = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>For who asks for no language, or for one that there are no texts in. The day stands before the month.</summary>
    public static CultureInfo English { get; } = Find("en-GB") ?? CultureInfo.InvariantCulture;

    /// <summary>By what texts, their numbers and their days are written.</summary>
    public static CultureInfo Culture => CultureInfo.CurrentUICulture is var current && current.Equals(English) ? English : Of(current.Name);

    /// <summary>The language of the articles, for a page to mark their words with; null where the page is in the same.</summary>
    public static string? OfArticles => Culture is var culture && (culture.Equals(English) || culture.TwoLetterISOLanguageName == "en") ? null : "en";

    /// <summary>The first of these locales, such as <c>de-AT</c>, that there are texts for. What is no locale is passed over.</summary>
    public static CultureInfo Of(params IEnumerable<string?> locales) => locales.Select(Known).FirstOrDefault(known => known is not null) ?? English;

    private static CultureInfo? Known(string? locale)
    {
        // Anybody may send one, and the runtime keeps what it is asked for.
        if (locale is null || Locale().Match(locale) is not { Success: true } match)
        {
            return null;
        }

        var (language, region) = (match.Groups["language"].Value, match.Groups["region"].Value);
        return !HasTexts.GetOrAdd(language, ReaderText.AreIn) ? null
            : region.Length > 0 ? Find($"{language}-{region}")
            : language.Equals("en", StringComparison.OrdinalIgnoreCase) ? English : Find(language);
    }

    /// <summary>Null where the runtime does not know it; one without ICU knows none.</summary>
    internal static CultureInfo? Find(string name)
    {
        try
        {
            return CultureInfo.GetCultureInfo(name);
        }
        catch (CultureNotFoundException)
        {
            return null;
        }
    }

    // A script or a variant behind them changes nothing of ours.
    [GeneratedRegex("^(?<language>[a-z]{2,3})(?:[-_][a-z]{4})?(?:[-_](?<region>[a-z]{2}|[0-9]{3}))?(?:[-_]|$)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Locale();
}
