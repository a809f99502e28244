using System.Globalization;
using System.Resources;

namespace BriefingBot.Texts;

/// <summary>
/// The texts that people read, in their own language (<see cref="ReaderLanguage"/>). They stand in <c>Texts.resx</c>, in English, and in a file beside it for each other
/// language; what such a file has not is said in English.
/// </summary>
public static class ReaderText
{
    /// <summary>Where they stand. A test has a language of its own.</summary>
    internal static ResourceManager Resources { get; set; } = new("BriefingBot.Texts.Texts", typeof(ReaderText).Assembly);

    /// <summary>The text of a key, with these values in it, which are written as the reader's language has them.</summary>
    public static string Of(string key, params ReadOnlySpan<object?> values)
    {
        var culture = ReaderLanguage.Culture;
        var text = In(culture, key);
        return values.IsEmpty ? text : string.Format(culture, text, values);
    }

    /// <summary>The text of <c>key_One</c> or <c>key_Other</c>, whose first value is the number.</summary>
    public static string Counted(string key, int count, params ReadOnlySpan<object?> others) => Of($"{key}_{(count == 1 ? "One" : "Other")}", [count, .. others]);

    /// <summary>The same whoever reads: what stands for something that is read again by us.</summary>
    public static string InEnglish(string key) => In(ReaderLanguage.English, key);

    internal static bool AreIn(string language) =>
        language.Equals("en", StringComparison.OrdinalIgnoreCase)
        || (ReaderLanguage.Find(language) is { } culture && Resources.GetResourceSet(culture, createIfNotExists: true, tryParents: false) is not null);

    private static string In(CultureInfo culture, string key) =>
        Resources.GetString(key, culture) ?? throw new ArgumentException($"There is no text {key}.", nameof(key));
}
