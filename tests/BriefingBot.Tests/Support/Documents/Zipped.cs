using System.IO.Compression;
using System.Text;

namespace BriefingBot.Tests.Support;

/// <summary>ZIP archives made for a test.</summary>
internal static class Zipped
{
    public static byte[] Of(params (string Name, string Content)[] files) => Of([.. files.Select(file => (file.Name, Encoding.UTF8.GetBytes(file.Content)))]);

    public static byte[] Of(params (string Name, byte[] Content)[] files) => Written(archive =>
    {
        foreach (var (name, content) in files)
        {
            using var entry = archive.CreateEntry(name, CompressionLevel.Fastest).Open();
            entry.Write(content);
        }
    });

    /// <summary>One file that repeats a text, with others before it.</summary>
    public static byte[] Repeating(string name, string before, string repeated, int times, string after, params (string Name, string Content)[] files) => Written(archive =>
    {
        foreach (var (other, content) in files)
        {
            using var entry = archive.CreateEntry(other).Open();
            entry.Write(Encoding.UTF8.GetBytes(content));
        }

        using var stream = new BufferedStream(archive.CreateEntry(name).Open(), 1 << 16);
        stream.Write(Encoding.UTF8.GetBytes(before));
        var bytes = Encoding.UTF8.GetBytes(repeated);
        for (var i = 0; i < times; i++)
        {
            stream.Write(bytes);
        }

        stream.Write(Encoding.UTF8.GetBytes(after));
    });

    /// <summary>The archive with every place of these bytes overwritten, for what no writer of archives writes.</summary>
    public static byte[] Changed(byte[] archive, ReadOnlySpan<byte> from, ReadOnlySpan<byte> to)
    {
        Assert.Equal(from.Length, to.Length);
        for (var at = archive.AsSpan().IndexOf(from); at >= 0; at = archive.AsSpan().IndexOf(from))
        {
            to.CopyTo(archive.AsSpan(at));
        }

        return archive;
    }

    private static byte[] Written(Action<ZipArchive> write)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            write(archive);
        }

        return stream.ToArray();
    }
}
