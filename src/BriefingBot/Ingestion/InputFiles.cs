namespace BriefingBot.Ingestion;

/// <summary>A file to read, or an address, or why an input could not be looked at.</summary>
/// <param name="FullPath">The file, as a full path, or the address.</param>
/// <param name="Id">The id of an article that brings none: the folder's name and the path below it, a single file's name, or the address.</param>
/// <param name="Problem">What is wrong with the input and what to do; null when it can be read.</param>
internal sealed record InputFile(string FullPath, string Id, string? Problem = null)
{
    /// <summary>Where it is to be fetched from; null for a file.</summary>
    public Uri? Address { get; init; }

    /// <summary>What a person would call it where it says nothing itself.</summary>
    public string Name => Path.GetFileNameWithoutExtension(Address is null ? FullPath : Uri.UnescapeDataString(Address.AbsolutePath)) is { Length: > 0 } name ? name : Address?.Host ?? FullPath;
}

/// <summary>Finds what an admin's inputs name: files, folders with all below them, globs, and addresses of the web.</summary>
internal static class InputFiles
{
    /// <summary>In the order of the inputs, and within a folder or glob in the order of the paths. Hidden files and links to folders are passed over.</summary>
    public static IEnumerable<InputFile> Find(string input)
    {
        if (string.IsNullOrWhiteSpace(input))
        {
            return [new(input, input, "the path is empty; name a file, a folder or a glob")];
        }

        if (InputAddress.IsMeant(input))
        {
            return [InputAddress.Of(input)];
        }

        if (File.Exists(input))
        {
            return [new(Path.GetFullPath(input), Path.GetFileName(input))];
        }

        if (Directory.Exists(input))
        {
            return Below(new DirectoryInfo(input), [], new Glob("**"));
        }

        return IsGlob(input) ? Matching(input) : [new(FullPath(input), input, WhyNotThere(input))];
    }

    /// <summary>
    /// The files that an input path may lie in, itself first: what stands within a file is named by the file's path, an exclamation mark and its own name, which may hold others.
    /// </summary>
    public static IEnumerable<string> HoldersOf(string inputPath)
    {
        for (var end = inputPath.Length; end > 0; end = inputPath.LastIndexOf('!', end - 1))
        {
            yield return inputPath[..end];
        }
    }

    /// <summary>Whether an input that is neither file nor folder is a pattern.</summary>
    public static bool IsGlob(string input) => input.AsSpan().ContainsAny('*', '?');

    /// <summary>A glob is the folder before its first wildcard, with a choice of what is below.</summary>
    public static (string Folder, string Pattern) SplitGlob(string input)
    {
        var wildcard = input.AsSpan().IndexOfAny('*', '?');
        var separator = input.AsSpan(0, wildcard).LastIndexOfAny('/', Path.DirectorySeparatorChar);
        return (separator < 0 ? "." : input[..(separator + 1)], input[(separator + 1)..]);
    }

    /// <summary>The files below a folder that the glob means; <paramref name="names"/> lead from the folder to this one.</summary>
    private static IEnumerable<InputFile> Below(DirectoryInfo folder, string[] names, Glob glob, string? id = null)
    {
        id ??= folder.Name;
        FileSystemInfo[] entries;
        try
        {
            entries = [.. folder.EnumerateFileSystemInfos().Where(entry => !entry.Attributes.HasFlag(FileAttributes.Hidden) && !entry.Name.StartsWith('.'))];
        }
        catch (Exception fault) when (InputBytes.IsTheFiles(fault))
        {
            return [new(folder.FullName, id, fault is UnauthorizedAccessException
                ? "this user may not look into the folder. Give this user the right to, or run the command as one who has it"
                : InputBytes.Explain(fault))];
        }

        return entries.OrderBy(entry => entry.Name, StringComparer.Ordinal).SelectMany(entry => entry switch
        {
            // A link to a folder could lead back up and never end.
            DirectoryInfo { LinkTarget: not null } => [],
            DirectoryInfo below => glob.MayMatchBelow([.. names, below.Name]) ? Below(below, [.. names, below.Name], glob, $"{id}/{below.Name}") : [],
            _ => glob.Matches([.. names, entry.Name]) ? [new InputFile(entry.FullName, $"{id}/{entry.Name}")] : Array.Empty<InputFile>(),
        });
    }

    /// <summary>The ids of what a glob finds are its folder's.</summary>
    private static IEnumerable<InputFile> Matching(string input)
    {
        var (path, pattern) = SplitGlob(input);
        var folder = new DirectoryInfo(path);
        if (!folder.Exists)
        {
            return [new(folder.FullName, input, "there is no such folder; check the path before the first * or ?")];
        }

        var found = Below(folder, [], new Glob(pattern)).ToArray();
        return found.Length > 0 ? found : [new(Path.GetFullPath(folder.FullName), input, "no file matches; in a shell, put the pattern in quotation marks")];
    }

    private static string WhyNotThere(string input)
    {
        try
        {
            _ = File.GetAttributes(input);
        }
        catch (UnauthorizedAccessException)
        {
            return "this user may not look into its folder. Give this user the right to, or run the command as one who has it";
        }
        catch (Exception fault) when (fault is PathTooLongException or ArgumentException)
        {
            return "no file can have this path; check it";
        }
        catch (IOException)
        {
        }

        return "there is no such file or folder; check the path";
    }

    private static string FullPath(string input) => input.Contains('\0') ? input : Path.GetFullPath(input);
}
