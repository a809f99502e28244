using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;

namespace BriefingBot.Ingestion;

/// <summary>Reads the watched sources; one that cannot be loaded as it is written stops the start.</summary>
internal sealed partial class SourcesOptionsRules : IValidateOptions<SourcesOptions>
{
    private const string Key = "Ingestion:Sources";

    public ValidateOptionsResult Validate(string? name, SourcesOptions options)
    {
        var faults = new List<string>();
        _ = SourcesOf(options, faults);
        return faults.Count > 0 ? ValidateOptionsResult.Fail(faults) : ValidateOptionsResult.Success;
    }

    /// <summary>The sources, in their order; what is wrong is added to the faults.</summary>
    public static IReadOnlyList<WatchedSource> SourcesOf(SourcesOptions options, ICollection<string> faults)
    {
        var sources = new List<WatchedSource>();
        foreach (var (number, entry) in options.Sources.Index())
        {
            var (key, before) = ($"{Key}:{number}", faults.Count);
            foreach (var fault in FaultsOf(entry).Select(fault => $"{key}:{fault}"))
            {
                faults.Add(fault);
            }

            if (options.Sources.Take(number).Any(other => string.Equals(other.Name, entry.Name, StringComparison.OrdinalIgnoreCase) && entry.Name is not null))
            {
                faults.Add($"{key}:Name is \"{entry.Name}\", as that of another source. Give each a name of its own.");
            }

            if (!SourceSchedule.TryRead(entry.Every, entry.At, out var schedule, out var problem))
            {
                faults.Add($"{key}:{problem.Key} {problem.What}");
            }

            if (!IngestOptions.TryMake(replace: false, entry.Labels ?? [], entry.Groups ?? [], out var load, out var wrong))
            {
                faults.Add($"{key}: {wrong}.");
            }

            if (faults.Count == before)
            {
                sources.Add(new(entry.Name!, entry.Path, entry.Url?.Trim(), schedule!, load!, entry.DeleteWhenGone));
            }
        }

        return sources;
    }

    private static IEnumerable<string> FaultsOf(SourceEntry entry)
    {
        if (!Name().IsMatch(entry.Name ?? ""))
        {
            yield return entry.Name is null
                ? "Name is missing. Give the source a name, as \"news\"."
                : $"Name is \"{entry.Name}\". Take up to 64 letters, digits, blanks, dots, hyphens and underscores, of which the first is a letter or a digit.";
        }

        if ((entry.Path is null) == (entry.Url is null))
        {
            yield return entry.Path is null ? "Path is missing. Give Path (a folder, a file or a glob) or Url (a page or a feed)." : "Path and Url are both given. A source is one of them: leave one out, or make two sources.";
        }

        if (entry.Path is { } path && (InputAddress.IsMeant(path) || path.Contains('\0') || !Path.IsPathFullyQualified(path)))
        {
            yield return InputAddress.IsMeant(path)
                ? $"Path is \"{path}\", which is an address. Write it as Url."
                : $"Path is \"{path}\". Write the whole path, from the root on: else it would depend on where the bot is started.";
        }

        if (entry.Url is { } url && (!InputAddress.IsMeant(url) || InputAddress.Of(url).Problem is not null))
        {
            // An address with a password in it is not repeated.
            yield return "Url is no whole address that begins with https:// or http://, without a user and a password. Correct it, or write Path for files.";
        }
    }

    [GeneratedRegex(@"^[\p{L}\p{Nd}][\p{L}\p{Nd} ._-]{0,63}\z")]
    private static partial Regex Name();
}
