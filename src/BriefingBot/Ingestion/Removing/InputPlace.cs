namespace BriefingBot.Ingestion;

/// <summary>The part of the file system that an input path means, whether it is there or not.</summary>
internal sealed class InputPlace
{
    private readonly string _path;
    private readonly Glob? _glob;

    public InputPlace(string input)
    {
        var (folder, pattern) = !Path.Exists(input) && InputFiles.IsGlob(input) ? InputFiles.SplitGlob(input) : (input, null);
        (Input, _path, _glob) = (input, Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)), pattern is null ? null : new(pattern));
    }

    /// <summary>As it was given.</summary>
    public string Input { get; }

    /// <summary>Whether an article of this input path was read from what the input means.</summary>
    public bool Holds(string inputPath) => _glob is null ? IsItself(inputPath) || IsBelow(inputPath) : InputFiles.HoldersOf(inputPath).Any(IsMatched);

    /// <summary>Why it is not certain that files are gone which are not found there, and what to do; null where it is.</summary>
    /// <param name="found">What the input names now.</param>
    /// <param name="missing">The input paths that are not found.</param>
    public string? DoubtAbout(IReadOnlyCollection<InputFile> found, IEnumerable<string> missing)
    {
        if (_glob is null && !Path.Exists(_path) && missing.All(IsItself))
        {
            return DoubtAboutFolder(Path.GetDirectoryName(_path));
        }

        return found.FirstOrDefault(file => file.Problem is not null) is { } unread ? $"{unread.FullPath}: {unread.Problem}"
            : found.Count == 0 ? "the folder is empty. Check that it is the right one, and that the disk is there that it lies on"
            : _glob is null && File.Exists(_path) ? "it is a file now, and was a folder. Check the path"
            : null;
    }

    /// <summary>The folder below this place that a missing file lay in, or the nearest above it that is there, where nothing is in it; else null. So is a disk's place while the disk is not there.</summary>
    public string? EmptyFolderOf(string missing)
    {
        var folder = Path.GetDirectoryName(missing);
        while (folder is not null && IsBelow(folder) && !Directory.Exists(folder))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder is not null && IsBelow(folder) && DoubtAboutFolder(folder) is not null ? folder : null;
    }

    /// <summary>A file is gone where its folder can be seen to have others.</summary>
    private static string? DoubtAboutFolder(string? folder)
    {
        try
        {
            return folder is not null && new DirectoryInfo(folder).EnumerateFileSystemInfos().Any() ? null : "its folder is empty as well. Check that the disk is there that it lies on";
        }
        catch (Exception fault) when (InputBytes.IsTheFiles(fault))
        {
            return $"its folder {folder}: {InputBytes.Explain(fault)}";
        }
    }

    private bool IsItself(string inputPath) => inputPath == _path || inputPath.StartsWith(_path + '!', StringComparison.Ordinal);

    private bool IsBelow(string inputPath) => inputPath.StartsWith(Path.EndsInDirectorySeparator(_path) ? _path : _path + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    private bool IsMatched(string file) => IsBelow(file) && _glob!.Matches(Path.GetRelativePath(_path, file).Split(Path.DirectorySeparatorChar));
}
