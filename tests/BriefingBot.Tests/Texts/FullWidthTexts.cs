using System.Globalization;
using System.Resources;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using BriefingBot.Texts;

namespace BriefingBot.Tests.Texts;

/// <summary>
/// A language that nobody speaks: English in full-width letters. Whatever is shown to its reader in other Latin letters does not come from the files of texts.
/// </summary>
internal sealed partial class FullWidthTexts() : ResourceManager("BriefingBot.Texts.Texts", typeof(ReaderText).Assembly)
{
    public const string Locale = "qps";

    [ModuleInitializer]
    internal static void Lend() => ReaderText.Resources = new FullWidthTexts();

    public override string? GetString(string name, CultureInfo? culture) => culture?.Name == Locale
        ? Letters().Replace(base.GetString(name, CultureInfo.InvariantCulture)!, letters => string.Concat(letters.Value.Select(letter => (char)(letter - 'A' + 'Ａ'))))
        : base.GetString(name, culture);

    public override ResourceSet? GetResourceSet(CultureInfo culture, bool createIfNotExists, bool tryParents) =>
        base.GetResourceSet(culture.Name == Locale ? CultureInfo.InvariantCulture : culture, createIfNotExists, tryParents);

    // Not those of a placeholder.
    [GeneratedRegex(@"[A-Za-z]+(?![^{}]*\})")]
    private static partial Regex Letters();
}
