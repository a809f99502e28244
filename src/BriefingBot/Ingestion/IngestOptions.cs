using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using BriefingBot.Articles;

namespace BriefingBot.Ingestion;

/// <summary>What a load does besides reading what its inputs say.</summary>
public sealed record IngestOptions
{
    /// <summary>What stands in front of an uploaded file's name where others have a path.</summary>
    public const string Uploaded = "upload:";

    /// <summary>Let an input take over an id that came from another input path before.</summary>
    public bool Replace { get; init; }

    /// <summary>Added to each article's own.</summary>
    public ImmutableArray<string> Labels { get; init; } = [];

    /// <summary>The groups allowed to read the articles that name none themselves. None: everybody.</summary>
    public ImmutableArray<string> Groups { get; init; } = [];

    /// <summary>How far the load has come; null where nobody will go on with it.</summary>
    internal LoadTrack? Track { get; init; }

    /// <summary>The files, as full paths, that are read of what the inputs name; null: all.</summary>
    internal IReadOnlySet<string>? Only { get; init; }

    /// <summary>Tells of an input path whether what it named was this load's and is not there any more: then its article may be met elsewhere under its own id. Null: of none.</summary>
    internal Predicate<string>? HasLeft { get; init; }

    /// <summary>The folder that uploaded files lie in; null where the inputs are the admin's own files.</summary>
    internal string? Uploads { get; init; }

    /// <summary>The options, unless a label or group could not be an article's; then what is wrong and what to do.</summary>
    public static bool TryMake(bool replace, IEnumerable<string> labels, IEnumerable<string> groups, [NotNullWhen(true)] out IngestOptions? options, [NotNullWhen(false)] out string? problem)
    {
        (string[] given, string[] meant) = ([.. labels.Select(CanonicalText.OneLine)], [.. groups]);
        options = null;
        problem = given.Any(label => label.Length == 0) ? "a label is blank. Name it, or leave it out"
            : meant.Any(string.IsNullOrWhiteSpace) ? "a group is blank. Name the groups that may read the articles, or leave it out"
            : ArticleLimits.ProblemOf("label", given) ?? ArticleLimits.ProblemOf("group", meant);
        if (problem is not null)
        {
            return false;
        }

        options = new() { Replace = replace, Labels = [.. given.Distinct(StringComparer.Ordinal)], Groups = [.. meant.Distinct(StringComparer.Ordinal)] };
        return true;
    }

    /// <summary>
    /// A path as articles and outcomes name it. An upload is spooled to another folder each time; its name alone stays the same, so the same
    /// name again is the same article again.
    /// </summary>
    internal string NameOf(string path) =>
        Uploads is { } folder && path.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal) ? Uploaded + path[(folder.Length + 1)..] : path;

    /// <summary>Whether a file that was found is not read; else it is the one at hand from now on.</summary>
    internal bool PassesOver(InputFile file) =>
        (Only is { } only && file is { Address: null, Problem: null } && !only.Contains(file.FullPath)) || Track?.Begin(NameOf(file.FullPath)) == true;

    /// <summary>What was read, with what the load adds to it.</summary>
    internal ReadInput Applied(ReadInput read)
    {
        var named = read with { Input = NameOf(read.Input) };
        if (read.Article is not { } article)
        {
            return named;
        }

        try
        {
            return named with
            {
                Article = ArticleLimits.RefuseBeyond(article with
                {
                    Labels = [.. article.Labels, .. Labels.Except(article.Labels, StringComparer.Ordinal)],
                    Groups = article.Groups.IsEmpty ? Groups : article.Groups,
                    InputPath = article.InputPath is { } path ? NameOf(path) : null,
                }),
            };
        }
        catch (UnreadableInputException tooMany)
        {
            return named with { Article = null, Problem = tooMany.Message };
        }
    }
}
