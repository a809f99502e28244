using System.Collections;

namespace BriefingBot.Configuration;

/// <summary>Finds keys that mean nothing here, so that a misspelt one is not taken for the default.</summary>
internal static class KeyCheck
{
    private const string RegistrationPrefix = "MicrosoftApp";

    /// <summary>What is wrong with each key that is not known, with the remedy.</summary>
    public static IEnumerable<string> FaultsOf(IReadOnlyList<GivenKey> given)
    {
        // An unknown section is told by what stands in it: that is nearer to a key.
        var told = given.Where(key => key.Form != GivenForm.Section || KnownKeys.All.Contains(key.Key) || !given.Any(other => other.Key.StartsWith(key.Key + ":", StringComparison.Ordinal)));
        return told.Select(FaultOf).OfType<string>();
    }

    /// <summary>Of the environment, which is full of others' variables: those that begin as ours do.</summary>
    public static IEnumerable<GivenKey> FromEnvironment()
    {
        foreach (var name in Environment.GetEnvironmentVariables().Cast<DictionaryEntry>().Select(variable => (string)variable.Key).Order(StringComparer.Ordinal))
        {
            // The Qdrant server's own settings, where it runs in the same environment.
            if (name.StartsWith("QDRANT__", StringComparison.Ordinal))
            {
                continue;
            }

            var key = name.Replace("__", ":", StringComparison.Ordinal);
            if (key.Contains(':') ? KnownKeys.Sections.Contains(key.Split(':')[0]) : key.StartsWith(RegistrationPrefix, StringComparison.OrdinalIgnoreCase))
            {
                yield return new(key, name, "in the environment", GivenForm.Value);
            }
        }
    }

    /// <summary>As the framework reads a command line: <c>--key=value</c>, <c>--key value</c>, <c>/key value</c>, <c>key=value</c>.</summary>
    /// <exception cref="ConfigurationException">An argument is none of these; the framework would pass over it.</exception>
    public static IEnumerable<GivenKey> FromCommandLine(IReadOnlyList<string> arguments)
    {
        for (var i = 0; i < arguments.Count; i++)
        {
            var argument = arguments[i];
            var marked = argument.StartsWith("--", StringComparison.Ordinal) ? argument[2..] : argument.StartsWith('/') ? argument[1..] : null;
            var key = (marked ?? argument).Split('=')[0];
            var hasValue = argument.Contains('=') || (marked is not null && ++i < arguments.Count && !arguments[i].StartsWith("--", StringComparison.Ordinal));
            if (!hasValue || (marked is null && argument.StartsWith('-')))
            {
                var told = FaultOf(new(key.TrimStart('-'), argument, "on the command line", GivenForm.Value));
                throw new ConfigurationException(told ?? $"{argument} has no value (on the command line). Settings are written --KEY=VALUE.");
            }

            // A section without a value changes nothing; ASP.NET's test host passes such.
            yield return new(key, key, "on the command line", argument.EndsWith('=') && (KnownKeys.Sections.Contains(key) || ListedKeys.HoldKeys(key)) ? GivenForm.Section : GivenForm.Value);
        }
    }

    private static string? FaultOf(GivenKey given)
    {
        if (ListedKeys.TryCheck(given, out var fault))
        {
            return fault;
        }

        var isSection = KnownKeys.Sections.Contains(given.Key);
        if (KnownKeys.FrameworkSections.Contains(given.Key.Split(':')[0]) || (isSection && given.Form == GivenForm.Section))
        {
            return null;
        }

        if (isSection)
        {
            return $"{given.Written} is a section and cannot have a value of its own ({given.Where}). {KeysOf(given.Key)}";
        }

        if (IsNamed(given))
        {
            return null;
        }

        if (KnownKeys.All.Contains(given.Key))
        {
            return given.Form == GivenForm.Value ? null : $"{given.Written} takes one value, not a {given.Form.ToString().ToLowerInvariant()} ({given.Where}).";
        }

        return $"{given.Written} is not a key of this program ({given.Where}). {Remedy(given)}";
    }

    /// <summary>A key of which the last part is a name that the admin chose, or the section that has such keys.</summary>
    private static bool IsNamed(GivenKey given) =>
        (KnownKeys.WithNames.Contains(given.Key) && given.Form == GivenForm.Section)
        || (given.Form == GivenForm.Value && given.Key.Split(':') is [var section, var key, { Length: > 0 }] && KnownKeys.WithNames.Contains($"{section}:{key}"));

    private static string Remedy(GivenKey given)
    {
        if (NearestKey.To(given.Key, KnownKeys.All.Concat(KnownKeys.FrameworkSections)) is { } nearest)
        {
            return $"Did you mean {(given.Written.Contains("__") ? nearest.Replace(":", "__", StringComparison.Ordinal) : nearest)}?";
        }

        var section = given.Key.Split(':')[0];
        return KnownKeys.Sections.Contains(section) ? KeysOf(section) : "Take it out; README.md lists the keys under Configuration.";
    }

    private static string KeysOf(string section) =>
        $"Its keys: {string.Join(", ", KnownKeys.All.Where(key => key.StartsWith(section + ":", StringComparison.OrdinalIgnoreCase)).Order(StringComparer.Ordinal))}.";
}
