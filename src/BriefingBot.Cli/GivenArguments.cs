using System.Text.RegularExpressions;
using BriefingBot.Cli.Commands;

namespace BriefingBot.Cli;

/// <summary>The arguments in front of <c>--</c>, and what the parser does not say about them.</summary>
internal static partial class GivenArguments
{
    /// <exception cref="WrongUseException">An option is given twice: the parser would take the last one without a word.</exception>
    public static void ThrowIfRepeated(IEnumerable<string> arguments)
    {
        var repeated = arguments.Select(NameOf).OfType<string>().Where(name => !FilteredSettings.Repeatable.Contains(name)).GroupBy(name => name).FirstOrDefault(named => named.Count() > 1);
        if (repeated is not null)
        {
            throw new WrongUseException($"{repeated.Key} is given twice. Give it once.");
        }
    }

    /// <summary>The parser's complaint, with the option and what it takes: the parser knows the value and the type alone.</summary>
    public static string Explain(string complaint, IReadOnlyList<string> arguments, IEnumerable<string> commands)
    {
        if (UnknownCommand().Match(complaint) is { Success: true } unknown)
        {
            return unknown.Groups["word"].Value == arguments[0]
                ? $"{complaint} The commands are {string.Join(", ", commands)}."
                : $"'{arguments[0]}' takes no '{unknown.Groups["word"].Value}'.";
        }

        var match = Unconverted().Match(complaint);
        if (!match.Success)
        {
            return complaint;
        }

        var value = match.Groups["value"].Value;
        var takes = match.Groups["rest"].Value is { Length: > 0 } choices ? choices.Replace("'", "").ToLowerInvariant() : "a whole number";
        var place = Enumerable.Range(0, arguments.Count).FirstOrDefault(at => arguments[at] == value, -1);
        return value == MissingValue ? $"{LastOption(arguments)} needs a value: {takes}."
            : place > 0 ? $"{arguments[place - 1]} {value} cannot be: it takes {takes}."
            : $"{arguments.FirstOrDefault(argument => NameOf(argument) is not null && argument.EndsWith(value, StringComparison.Ordinal)) ?? value} cannot be: it takes {takes}.";
    }

    /// <summary>What the parser puts in the place of a value that is not there.</summary>
    public const string MissingValue = "__default_command";

    // An option without its value is one that another option or nothing follows.
    private static string LastOption(IReadOnlyList<string> arguments) => Enumerable.Range(0, arguments.Count)
        .Where(at => ValueOptions.Contains(arguments[at]) && (at + 1 == arguments.Count || NameOf(arguments[at + 1]) is not null))
        .Select(at => arguments[at])
        .FirstOrDefault("An option");

    private static readonly string[] ValueOptions = ["--limit", "--articles", "--version", "--start", "--end", "--format", "--label", "--group", "--questions", "--quotes", "--data", "--source", "--since", "--until", "--as-of", "--author", "--out", "--app-id", "--domain", "--name", "--website", "--output", "--reaction", "--contains", "--misses", "--not-seen-since", "--every"];

    private static string? NameOf(string argument) =>
        argument.StartsWith("--", StringComparison.Ordinal) ? argument.Split('=', ':')[0] : null;

    [GeneratedRegex("^Unknown command '(?<word>.*)'[.]$", RegexOptions.Singleline)]
    private static partial Regex UnknownCommand();

    [GeneratedRegex("^Failed to convert '(?<value>.*)' to [^.]+[.](?: Valid values are (?<rest>.+))?$", RegexOptions.Singleline)]
    private static partial Regex Unconverted();
}
