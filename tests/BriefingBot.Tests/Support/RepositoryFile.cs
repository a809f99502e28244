namespace BriefingBot.Tests.Support;

/// <summary>Finds files of the repository that the tests were built in.</summary>
internal static class RepositoryFile
{
    public static string Root { get; } = Above(AppContext.BaseDirectory);

    /// <summary>The full path of a file, which must be there.</summary>
    public static string Find(string relative)
    {
        var path = Path.Combine(Root, relative);
        Assert.True(Path.Exists(path), $"{path} is not there.");
        return path;
    }

    private static string Above(string folder) =>
        File.Exists(Path.Combine(folder, "Directory.Packages.props")) ? folder : Above(Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests do not run below their repository."));
}
