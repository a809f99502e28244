using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace BriefingBot.Indexing;

/// <summary>
/// The name of a collection of passages, which carries what the passages were made with:
/// <c>briefing_passages_1__MODEL__ANALYZER__SPLITTER__BUILD</c>. A slash is written <c>~</c>, which no server or file system minds.
/// </summary>
/// <param name="Stamps">What it was made with, as the name spells it.</param>
/// <param name="Build">Counts the times that the index was made.</param>
/// <param name="Text">The name.</param>
internal sealed record CollectionName(IndexStamps Stamps, int Build, string Text)
{
    private const int Schema = 1;
    private const int MaxPart = 60;

    /// <summary>The alias that readers follow to the collection in use.</summary>
    public static string Alias(string prefix) => $"{prefix}_passages";

    /// <summary>The collection of articles, which no model decides.</summary>
    public static string Articles(string prefix) => $"{prefix}_articles_{Schema}";

    public static CollectionName Of(string prefix, IndexStamps stamps, int build)
    {
        var spelt = new IndexStamps(Spell(stamps.Model), Spell(stamps.Analyzer), Spell(stamps.Splitter));
        return new(Read(spelt), build, string.Create(CultureInfo.InvariantCulture, $"{Head(prefix)}{spelt.Model}__{spelt.Analyzer}__{spelt.Splitter}__{build}"));
    }

    public static bool TryParse(string prefix, string name, [NotNullWhen(true)] out CollectionName? parsed)
    {
        parsed = name.StartsWith(Head(prefix), StringComparison.Ordinal)
            && name[Head(prefix).Length..].Split("__") is [var model, var analyzer, var splitter, var number]
            && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var build)
                ? new(Read(new(model, analyzer, splitter)), build, name)
                : null;
        return parsed is not null;
    }

    /// <summary>Whether the name belongs to this product but says another schema.</summary>
    public static bool IsOfOtherSchema(string prefix, string name) =>
        name.StartsWith($"{prefix}_passages_", StringComparison.Ordinal) && !name.StartsWith(Head(prefix), StringComparison.Ordinal);

    /// <summary>The stamps as a name would give them back.</summary>
    public static IndexStamps AsSpelt(IndexStamps stamps) => Of("x", stamps, 1).Stamps;

    private static string Head(string prefix) => string.Create(CultureInfo.InvariantCulture, $"{prefix}_passages_{Schema}__");

    private static string Spell(string stamp)
    {
        var spelt = new StringBuilder(stamp.Length);
        foreach (var c in stamp)
        {
            spelt.Append(char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '@' ? c : c == '_' && !(spelt.Length > 0 && spelt[^1] == '_') ? c : '~');
        }

        var part = spelt.ToString().Trim('_');
        return part.Length <= MaxPart ? part : $"{part[..(MaxPart - 9)]}~{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(stamp)))[..8]}";
    }

    private static IndexStamps Read(IndexStamps spelt) => new(spelt.Model.Replace('~', '/'), spelt.Analyzer.Replace('~', '/'), spelt.Splitter.Replace('~', '/'));
}
