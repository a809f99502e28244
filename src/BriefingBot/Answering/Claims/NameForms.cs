using System.Collections.Frozen;
using System.Collections.Immutable;

namespace BriefingBot.Answering;

/// <summary>The forms that one name has: whole, by its initials, and those of some countries and bodies that nobody spells out.</summary>
internal static class NameForms
{
    private static readonly FrozenDictionary<string, string[]> Abbreviations = new Dictionary<string, string[]>
    {
        ["us"] = ["united", "states"],
        ["usa"] = ["united", "states"],
        ["u.s"] = ["united", "states"],
        ["u.s.a"] = ["united", "states"],
        ["american"] = ["us"],
        ["america"] = ["us"],
        ["uk"] = ["united", "kingdom"],
        ["u.k"] = ["united", "kingdom"],
        ["british"] = ["uk"],
        ["britain"] = ["uk"],
        ["un"] = ["united", "nations"],
        ["u.n"] = ["united", "nations"],
        ["eu"] = ["european", "union"],
    }.ToFrozenDictionary();

    private const int FewestLetters = 4;

    private static readonly string[] Peoples = ["ian", "ese", "ish", "an", "i"];

    private static readonly string[] Countries = ["", "ia", "any", "y", "o", "a"];

    private static readonly string[] Months = [.. System.Globalization.CultureInfo.InvariantCulture.DateTimeFormat.MonthNames.Where(month => month.Length > 0).Select(month => month.ToLowerInvariant())];

    /// <summary>What a run of names is compared by: its words, its initials, and the words that an abbreviation stands for.</summary>
    public static ImmutableHashSet<string> KeysOf(ImmutableArray<ClaimWord> run)
    {
        var keys = run.Select(word => word.Key).ToImmutableHashSet();
        var whole = run.SelectMany(word => Abbreviations.GetValueOrDefault(word.Lower.TrimEnd('.'), []));
        return keys.Union(run.SelectMany(KinOf)).Union(ClaimWord.Of(string.Join(' ', whole)).Select(word => word.Key)).Union(run.Length > 1 ? [string.Concat(run.Select(word => char.ToLowerInvariant(word.Text[0])))] : []);
    }

    /// <summary>
    /// What a country shares with its people: Russia and Russian, Iraq and Iraqi. A people's name has the keys of all countries that it may be of; a country's has its own alone, so that
    /// no two countries share one.
    /// </summary>
    private static IEnumerable<string> KinOf(ClaimWord word)
    {
        if (!word.IsCapitalised)
        {
            return [];
        }

        var peoples = Peoples.Where(ending => word.Lower.Length >= ending.Length + FewestLetters && word.Lower.EndsWith(ending, StringComparison.Ordinal));
        return peoples.SelectMany(ending => Countries.Select(country => $"~{word.Lower[..^ending.Length]}{country}")).Append($"~{word.Lower}");
    }

    /// <summary>Whether a word is a known month, cut short.</summary>
    public static bool IsMonth(string name, FrozenSet<string> known) => name.Length is 3 or 4 && Months.Any(month => month.StartsWith(name, StringComparison.Ordinal) && known.Contains(month));

    /// <summary>Whether a word stands for known ones, or is part of what a known one stands for.</summary>
    public static bool IsAbbreviated(string name, FrozenSet<string> known) =>
        (Abbreviations.TryGetValue(name, out var whole) && (whole.All(known.Contains) || whole.Any(part => Abbreviations.TryGetValue(part, out var again) && again.All(known.Contains))))
        || Abbreviations.Any(abbreviation => abbreviation.Value.Contains(name) && known.Contains(abbreviation.Key));
}
