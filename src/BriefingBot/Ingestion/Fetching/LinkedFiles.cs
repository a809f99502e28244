namespace BriefingBot.Ingestion;

/// <summary>Fetches files that somebody gave a link to, by the rules for the web, into a folder such as an upload's (<see cref="JobUploads"/>).</summary>
public sealed class LinkedFiles
{
    private readonly WebFetch _web;

    internal LinkedFiles(WebFetch web) => _web = web;

    /// <summary>Saves a file.</summary>
    /// <param name="link">Absolute. It is kept and told nowhere, because whoever has it has the file.</param>
    /// <param name="path">Where to; nothing may be there.</param>
    /// <param name="most">How many bytes it may have.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    public async Task<LinkedFile> SaveAsync(Uri link, string path, long most, CancellationToken cancellation)
    {
        byte[] bytes;
        try
        {
            bytes = await _web.GetLinkedAsync(link, Path.GetFileName(path), cancellation);
        }
        catch (UnreadableInputException fault)
        {
            return new(0, fault.Message);
        }

        if (bytes.Length > most)
        {
            return new(bytes.Length, Problem: null);
        }

        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None);
        await file.WriteAsync(bytes, cancellation);
        return new(bytes.Length, Problem: null);
    }
}

/// <summary>What became of a link.</summary>
/// <param name="Bytes">How many the file has; with more than it may have it was not saved.</param>
/// <param name="Problem">Why it could not be had and what to do; null where it was.</param>
public sealed record LinkedFile(long Bytes, string? Problem);
