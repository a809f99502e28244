using System.Text.RegularExpressions;
using BriefingBot.Configuration;
using BriefingBot.Indexing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace BriefingBot;

/// <summary>The one configuration of the bot and the command line: a file, then the environment.</summary>
public static partial class BriefingConfiguration
{
    /// <summary>Environment variable with the path of the configuration file.</summary>
    public const string FileVariable = "BRIEFING_CONFIG";

    /// <summary>
    /// Adds <c>briefing.json</c> from the folder BriefingBot in the user's local application data, where it exists, or the file that
    /// <see cref="FileVariable"/> names, which must; then the environment (<c>Storage__DataDirectory</c> is <c>Storage:DataDirectory</c>).
    /// Keys that neither the bot nor the command line knows are told with the nearest one; of the environment, those that begin as ours do.
    /// </summary>
    /// <param name="builder">What they are added to.</param>
    /// <param name="arguments">Settings on the command line, checked and not added.</param>
    /// <exception cref="ConfigurationException">The file cannot be read, or a key is not known.</exception>
    public static TBuilder AddBriefingConfiguration<TBuilder>(this TBuilder builder, params IReadOnlyList<string> arguments)
        where TBuilder : IConfigurationBuilder
    {
        var file = ReadFile();
        GivenKey[] given = [.. file?.Keys ?? [], .. KeyCheck.FromEnvironment(), .. KeyCheck.FromCommandLine(arguments)];
        string[] faults = [.. KeyCheck.FaultsOf(given)];
        if (faults.Length > 0)
        {
            throw new ConfigurationException(string.Join(" ", faults));
        }

        builder.AddInMemoryCollection(file?.Values ?? []);
        builder.AddEnvironmentVariables();
        return builder;
    }

    /// <summary>What is wrong with values, named by their keys. Source-generated validators name class and property: XOptions is the section X, unless it says otherwise.</summary>
    public static string Explain(OptionsValidationException invalid) =>
        string.Join(" ", invalid.Failures.Select(failure => OptionsProperty().Replace(MemberPrefix().Replace(failure, ""), KeyOf)));

    /// <summary>What is wrong with a value of another kind than its key's; null for another fault. The binder's own message names key and value.</summary>
    public static string? ExplainUnreadable(Exception fault) =>
        fault is InvalidOperationException { InnerException: FormatException or ArgumentException, Source: "Microsoft.Extensions.Configuration.Binder" }
            ? $"{fault.Message} Correct the value or leave the key out."
            : null;

    private static string KeyOf(Match property) => $"{KnownKeys.SectionOf(property.Groups["options"].Value) ?? property.Groups["section"].Value}:{property.Groups["key"].Value}";

    private static ConfigurationFile? ReadFile()
    {
        var named = Environment.GetEnvironmentVariable(FileVariable);
        if (string.IsNullOrWhiteSpace(named))
        {
            var usual = Path.Combine(StorageOptions.UserFolder, "briefing.json");
            return Path.Exists(usual) ? ConfigurationFile.Read(usual) : null;
        }

        var file = Path.GetFullPath(named);
        return Path.Exists(file)
            ? ConfigurationFile.Read(file)
            : throw new ConfigurationException($"{FileVariable} names {file}, which does not exist. Correct the path, or unset the variable.");
    }

    [GeneratedRegex(@"^\w+: ")]
    private static partial Regex MemberPrefix();

    [GeneratedRegex(@"\b(?<options>(?<section>\w+)Options)\.(?<key>\w+)")]
    private static partial Regex OptionsProperty();
}
