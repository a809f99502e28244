using System.Security.Cryptography;
using BriefingBot.Configuration;

namespace BriefingBot.Web.Articles;

/// <summary>The key that links are signed with where the configuration gives none: made at random once, and kept in the data directory for its owner alone.</summary>
internal static class LinkKeyFile
{
    private const string Name = "briefing.links.key";

    public static string In(string folder) => Path.Combine(Path.GetFullPath(folder), Name);

    /// <summary>The key in the file, which is made where it is absent.</summary>
    /// <exception cref="ConfigurationException">It cannot be read or made, or holds something else.</exception>
    public static byte[] ReadOrMake(string path)
    {
        try
        {
            if (!File.Exists(path))
            {
                Make(path);
            }

            var key = File.ReadAllBytes(path);
            return key.Length == LinkOptionsRules.FewestKeyBytes
                ? key
                : throw new ConfigurationException($"{path} holds no key of {LinkOptionsRules.FewestKeyBytes} bytes. Delete it, so that a new one is made (links given out before will not open), or set Bot:LinkKey.");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new ConfigurationException($"The key of links in answers cannot be kept in {path}: {fault.Message} Give this user the right to read and write there, or set Bot:LinkKey.", fault);
        }
    }

    /// <summary>Under another name first: whoever finds the file finds all of it, and of two bots that make it at once both use the same.</summary>
    private static void Make(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var draft = $"{path}.{Guid.NewGuid():N}";
        var ownerOnly = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            ownerOnly.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        try
        {
            using (var file = new FileStream(draft, ownerOnly))
            {
                file.Write(RandomNumberGenerator.GetBytes(LinkOptionsRules.FewestKeyBytes));
                file.Flush(flushToDisk: true);
            }

            File.Move(draft, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            // Another made it meanwhile.
        }
        finally
        {
            File.Delete(draft);
        }
    }
}
