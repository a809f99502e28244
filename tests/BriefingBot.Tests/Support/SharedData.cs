namespace BriefingBot.Tests.Support;

/// <summary>Finds the evaluation data that lies beside the repository and is never part of it.</summary>
internal static class SharedData
{
    /// <summary>The full path of a file below <c>BRIEFING_DATA</c>, or <c>../shared/data</c> of the repository; null when absent.</summary>
    public static string? Find(string relative)
    {
        var root = Environment.GetEnvironmentVariable("BRIEFING_DATA") ?? BesideRepository();
        var path = root is null ? null : Path.Combine(root, relative);
        return File.Exists(path) || Directory.Exists(path) ? path : null;
    }

    private static string? BesideRepository()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Directory.Packages.props")))
            {
                return Path.Combine(folder.FullName, "..", "shared", "data");
            }
        }

        return null;
    }
}
