using System.Globalization;

namespace BriefingBot.Configuration;

/// <summary>Keys of a list's sections: <c>Ingestion:Sources:0:Name</c>, <c>Ingestion:Sources:0:Labels:1</c>.</summary>
internal static class ListedKeys
{
    /// <summary>Whether a key is, or lies in, a list of sections; then also what is wrong with it, or null.</summary>
    public static bool TryCheck(GivenKey given, out string? fault)
    {
        fault = null;
        if (!TryRead(given.Key, out var list, out var names, out var parts))
        {
            return false;
        }

        if (!IsKey(parts, names) || HasKeysBelow(parts, names) == (given.Form == GivenForm.Value))
        {
            var keys = string.Join(", ", names.Select(name => name.Value ? $"{list}:0:{name.Key}:0" : $"{list}:0:{name.Key}").Order(StringComparer.Ordinal));
            fault = $"{given.Written} is not a key of this program, or not with what stands there ({given.Where}). {list} is a list of sections: in a file [{{\"Name\": …}}], elsewhere the keys {keys}.";
        }

        return true;
    }

    /// <summary>Whether a key is one of a list of sections that others stand below.</summary>
    public static bool HoldKeys(string key) => TryRead(key, out _, out var names, out var parts) && IsKey(parts, names) && HasKeysBelow(parts, names);

    private static bool TryRead(string key, out string list, out Dictionary<string, bool> names, out string[] parts)
    {
        (list, names, parts) = ("", [], []);
        foreach (var (name, entry) in KnownKeys.Lists)
        {
            if ((key + ":").StartsWith(name + ":", StringComparison.OrdinalIgnoreCase))
            {
                list = name;
                names = entry.GetProperties().ToDictionary(property => property.Name, property => property.PropertyType.IsArray, StringComparer.OrdinalIgnoreCase);
                parts = key[name.Length..].Split(':', StringSplitOptions.RemoveEmptyEntries);
                return true;
            }
        }

        return false;
    }

    /// <param name="parts">What stands behind the list's name.</param>
    /// <param name="names">The keys of a section, and whether each is a list of values.</param>
    private static bool IsKey(string[] parts, Dictionary<string, bool> names) => parts switch
    {
        [] => true,
        [var number] => IsNumber(number),
        [var number, var name] => IsNumber(number) && names.ContainsKey(name),
        [var number, var name, var item] => IsNumber(number) && names.GetValueOrDefault(name) && IsNumber(item),
        _ => false,
    };

    private static bool HasKeysBelow(string[] parts, Dictionary<string, bool> names) => parts.Length < 2 || (parts.Length == 2 && names.GetValueOrDefault(parts[1]));

    private static bool IsNumber(string part) => int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out _);
}
