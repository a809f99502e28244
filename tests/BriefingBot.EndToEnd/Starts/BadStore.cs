using System.Runtime.InteropServices;
using System.Security.Cryptography;
using BriefingBot.EndToEnd.Ingestion;
using BriefingBot.EndToEnd.Support;
using Microsoft.Data.Sqlite;

namespace BriefingBot.EndToEnd.Starts;

/// <summary>The stores, folders and programs that the table names.</summary>
internal static class BadStore
{
    private const UnixFileMode All = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    public static async Task MakeAsync(Workspace workspace, StoreOfTwo store, string input)
    {
        var (data, file) = (workspace.Data, workspace.Database);
        if (input == "a file in the data directory's place")
        {
            await File.WriteAllTextAsync(data, "x");
            return;
        }

        if (input == "a data directory below a folder without permission")
        {
            Forbid(Path.GetDirectoryName(data)!, UnixFileMode.UserRead | UnixFileMode.UserExecute);
            return;
        }

        Directory.CreateDirectory(data);
        if (input.StartsWith("a store", StringComparison.Ordinal))
        {
            store.CopyTo(data);
        }

        switch (input)
        {
            case "an empty data directory without permission to write" or "a store in a data directory without permission to write":
                Forbid(data, UnixFileMode.UserRead | UnixFileMode.UserExecute);
                break;
            case "a store without permission to write the file":
                Forbid(file, UnixFileMode.UserRead);
                break;
            case "a store without permission to read the file":
                Forbid(file, UnixFileMode.None);
                break;
            case "text in the file's place":
                await File.WriteAllTextAsync(file, string.Concat(Enumerable.Repeat("somebody's notes\n", 500)));
                break;
            case "random bytes in the file's place":
                await File.WriteAllBytesAsync(file, RandomNumberGenerator.GetBytes(20_000));
                break;
            case "a store cut in the middle":
                using (var stream = File.OpenWrite(file))
                {
                    stream.SetLength(stream.Length / 2);
                }

                break;
            case "another program's database":
                Execute(file, "CREATE TABLE recipes(name TEXT)");
                break;
            case "a store of a newer version":
                Execute(file, "PRAGMA user_version = 4");
                break;
            case "a store whose article has another text than was stored":
                Execute(file, "UPDATE versions SET text = replace(text, 'a', 'e') WHERE article_id = 'dam.txt'");
                break;
            case "a store whose article has damaged metadata":
                Execute(file, "UPDATE versions SET labels = '[unclosed' WHERE article_id = 'dam.txt'");
                break;
            case "a store whose index has damaged vectors":
                Execute(file, "UPDATE passages SET vector = x'00' WHERE article_id = 'dam.txt'");
                break;
            case "a store whose stamps are gone":
                Execute(file, "DELETE FROM stamps");
                break;
            default:
                throw new ArgumentException($"No way to make: {input}");
        }
    }

    /// <summary>Copies both programs without what other systems need, and without or with half of the file that the input names.</summary>
    public static Task CopyProgramsAsync(BadStart start, string input)
    {
        var folder = start.ProgramFolder = Path.Combine(start.Workspace.Home, "programs");
        foreach (var program in new[] { "briefing", "BriefingBot.Web" })
        {
            var from = Path.GetDirectoryName(Workspace.PathOf(program))!;
            foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
            {
                var to = Path.Combine(folder, program, Path.GetRelativePath(from, file));
                var name = Path.GetFileName(file);
                var isNamed = input.Contains(name, StringComparison.Ordinal) || (name.Contains("onnxruntime.", StringComparison.Ordinal) && !name.StartsWith("Microsoft", StringComparison.Ordinal) && input.Contains("native library"));
                if ((file.Contains("runtimes") && !file.Contains(RuntimeInformation.RuntimeIdentifier)) || (isNamed && input.StartsWith("no ", StringComparison.Ordinal)))
                {
                    continue;
                }

                Directory.CreateDirectory(Path.GetDirectoryName(to)!);
                if (isNamed)
                {
                    File.WriteAllText(to, "This is no library.");
                }
                else if (OperatingSystem.IsWindows() || name.StartsWith(program, StringComparison.Ordinal))
                {
                    File.Copy(file, to);
                }
                else
                {
                    // The program's own file must be a copy: the runtime looks beside what a link leads to.
                    File.CreateSymbolicLink(to, file);
                }
            }
        }

        return Task.CompletedTask;
    }

    /// <summary>Leaves these rights alone. The programs are run without those by which root opens everything.</summary>
    public static void Forbid(string path, UnixFileMode left)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such permissions.");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, left & All);
        }
    }

    public static void Permit(string folder)
    {
        if (!OperatingSystem.IsWindows() && Directory.Exists(folder))
        {
            File.SetUnixFileMode(folder, All);
        }
    }

    private static void Execute(string file, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
