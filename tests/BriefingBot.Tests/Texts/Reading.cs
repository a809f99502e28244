using System.Globalization;
using BriefingBot.Texts;

namespace BriefingBot.Tests.Texts;

/// <summary>Has the rest of a test read in a language, by the locale that a client sends.</summary>
internal sealed class Reading : IDisposable
{
    private readonly CultureInfo _before = CultureInfo.CurrentUICulture;

    private Reading(string? locale) => CultureInfo.CurrentUICulture = ReaderLanguage.Of(locale);

    public static Reading In(string? locale) => new(locale);

    public void Dispose() => CultureInfo.CurrentUICulture = _before;
}
