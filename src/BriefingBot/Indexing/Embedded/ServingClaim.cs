using System.Globalization;
using Microsoft.Extensions.Options;

namespace BriefingBot.Indexing;

/// <summary>
/// One bot a file: the claim of the process that serves the embedded store. The system gives it up when the process ends, however it
/// ends, so that nothing stale is left to delete. Command lines need no claim.
/// </summary>
public sealed class ServingClaim : IDisposable
{
    private readonly EmbeddedDatabase _database;
    private FileStream? _lock;

    internal ServingClaim(EmbeddedDatabase database) => _database = database;

    /// <summary>Takes the claim, and keeps it until this is disposed of or the process ends.</summary>
    /// <exception cref="ArticleStoreException">Another bot has it, or the store cannot be used.</exception>
    /// <exception cref="OptionsValidationException">There can be no such folder.</exception>
    public void Take()
    {
        _database.Open().Dispose();
        var (claim, process) = (Beside("briefing.bot.lock"), Beside("briefing.bot.pid"));
        try
        {
            _lock = new FileStream(claim, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);

            // In a file of its own: on Windows nobody else can read the one that is locked.
            File.WriteAllText(process, Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
        }
        catch (IOException fault) when (_lock is null && IsLocked(fault))
        {
            throw new ArticleStoreException(
                $"Another bot{ReadProcess(process)} serves {_database.Path} already. Stop it, or give this one another data directory (Storage:DataDirectory).", fault);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new ArticleStoreException($"{(_lock is null ? claim : process)} cannot be written: {fault.Message} Give this user the right to write there and see that the disk has room.", fault);
        }
    }

    /// <summary>Gives the claim up.</summary>
    public void Dispose() => _lock?.Dispose();

    private string Beside(string name) => Path.Combine(Path.GetDirectoryName(_database.Path)!, name);

    // ERROR_SHARING_VIOLATION on Windows; EWOULDBLOCK on Linux and on macOS.
    private static bool IsLocked(IOException fault) => fault.HResult is unchecked((int)0x80070020) or 11 or 35;

    private static string ReadProcess(string file)
    {
        try
        {
            return int.TryParse(File.ReadAllText(file), NumberStyles.None, CultureInfo.InvariantCulture, out var process) ? $" (process {process})" : "";
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
