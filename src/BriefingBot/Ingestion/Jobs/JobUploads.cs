using BriefingBot.Indexing;
using Microsoft.Extensions.Options;

namespace BriefingBot.Ingestion;

/// <summary>Uploaded files, each job's in a folder of its own in the data directory until it has ended.</summary>
public sealed class JobUploads(IOptions<StorageOptions> storage)
{
    /// <summary>The most bytes that one file may have.</summary>
    public const int LargestFile = InputBytes.Largest;

    private string Root => Path.Combine(Path.GetFullPath(storage.Value.DataDirectory), "uploads");

    /// <summary>A job's folder, whether it is there or not.</summary>
    public string FolderOf(string job) => Path.Combine(Root, job);

    /// <summary>Makes a job's folder.</summary>
    public DirectoryInfo Make(string job) => Directory.CreateDirectory(FolderOf(job));

    /// <summary>Removes a job's files. What cannot be removed now is tried again by <see cref="Kept"/>'s caller.</summary>
    public void Remove(string job)
    {
        try
        {
            Directory.Delete(FolderOf(job), recursive: true);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
        }
    }

    /// <summary>The jobs that have a folder, and when it was last written to.</summary>
    public IReadOnlyList<(string Job, DateTimeOffset Written)> Kept() => Directory.Exists(Root)
        ? [.. new DirectoryInfo(Root).EnumerateDirectories().Select(folder => (folder.Name, new DateTimeOffset(folder.LastWriteTimeUtc)))]
        : [];
}
