using BriefingBot.Indexing;
using BriefingBot.Sqlite;

namespace BriefingBot.Tests.Support;

/// <summary>
/// Closes the files of one data directory. All pools at once are never cleared: another test may be about to take a connection out of its own, which
/// the driver does not bear.
/// </summary>
internal static class Pools
{
    public static void Close(string directory)
    {
        foreach (var name in (string[])["briefing.db", "state.db"])
        {
            using var file = new SqliteFile(new StorageOptions { DataDirectory = directory }, name, _ => true, _ => { });
        }
    }
}
