using Microsoft.Extensions.FileSystemGlobbing;

namespace BriefingBot.Ingestion;

/// <summary>A file to read, or why an input could not be looked at.</summary>
/// <param name="FullPath">The file, as a full path.</param>
/// <param name="Id">The id of an article that brings none: the folder's name and the path below it, or a single file's name.</param>
/// <param name="Problem">What is wrong with the input and what to do; null when it is a file.</param>
internal sealed record InputFile(string FullPath, string Id, string? Problem = null);

/// <summary>Finds the files that an admin's inputs name: files, folders with all below them, and globs.</summary>
internal static class InputFiles
{
    // A pattern matches as the system's own commands would: by default, names on Windows and macOS differ in more than case.
    private static readonly StringComparison AsFileNames =
        OperatingSystem.IsWindows() || OperatingSystem.IsMacOS() ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;

    /// <summary>In the order of the inputs, and within a folder or glob in the order of the paths. Hidden files and links to folders are passed over.</summary>
    public static IEnumerable<InputFile> Find(string input)
    {
        if (string.IsNullOrWhiteSpace(input))
        {
            return [new(input, input, "the path is empty; name a file, a folder or a glob")];
        }

        if (File.Exists(input))
        {
            return [new(Path.GetFullPath(input), Path.GetFileName(input))];
        }

        if (Directory.Exists(input))
        {
            var folder = new DirectoryInfo(input);
            return Below(folder, folder.Name);
        }

        return input.AsSpan().ContainsAny('*', '?') ? Matching(input) : [new(Path.GetFullPath(input), input, "there is no such file or folder; check the path")];
    }

    private static IEnumerable<InputFile> Below(DirectoryInfo folder, string id)
    {
        FileSystemInfo[] entries;
        try
        {
            entries = [.. folder.EnumerateFileSystemInfos().Where(entry => !entry.Attributes.HasFlag(FileAttributes.Hidden) && !entry.Name.StartsWith('.'))];
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return [new(folder.FullName, id, $"the folder cannot be read: {fault.Message}")];
        }

        return entries.OrderBy(entry => entry.Name, StringComparer.Ordinal).SelectMany(entry => entry switch
        {
            // A link to a folder could lead back up and never end.
            DirectoryInfo { LinkTarget: not null } => [],
            DirectoryInfo below => Below(below, $"{id}/{below.Name}"),
            _ => [new InputFile(entry.FullName, $"{id}/{entry.Name}")],
        });
    }

    /// <summary>A glob is the folder before its first wildcard, with a choice of what is below: its ids are that folder's.</summary>
    private static IEnumerable<InputFile> Matching(string glob)
    {
        var wildcard = glob.AsSpan().IndexOfAny('*', '?');
        var separator = glob.AsSpan(0, wildcard).LastIndexOfAny('/', Path.DirectorySeparatorChar);
        var folder = new DirectoryInfo(separator < 0 ? "." : glob[..(separator + 1)]);
        if (!folder.Exists)
        {
            return [new(folder.FullName, glob, "there is no such folder; check the path before the first * or ?")];
        }

        // The walk is the folder's own, so that links and hidden files are treated alike; the matcher sees the path below it.
        var matcher = new Matcher(AsFileNames).AddInclude(glob[(separator + 1)..]);
        var found = Below(folder, folder.Name).Where(file => file.Problem is not null || matcher.Match(file.Id[(folder.Name.Length + 1)..]).HasMatches).ToArray();
        return found.Length > 0 ? found : [new(Path.GetFullPath(folder.FullName), glob, "no file matches; in a shell, put the pattern in quotation marks")];
    }
}
