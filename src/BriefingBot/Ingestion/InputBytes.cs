using System.Globalization;

namespace BriefingBot.Ingestion;

/// <summary>Opens input files, and says what is wrong with those that cannot be read and what to do.</summary>
internal static class InputBytes
{
    /// <summary>64 MB, for a file of one article as for a line: larger ones are a mistake, most often many articles run together.</summary>
    public const int Largest = 64 * 1024 * 1024;

    public static string TooLarge => string.Create(
        CultureInfo.InvariantCulture, $"it is larger than {Largest >> 20} MB, the most that one article may have. Cut it into several files, or write a .jsonl file with one article a line");

    /// <summary>All of a file. Throws <see cref="UnreadableInputException"/> when that cannot be, before anything is read where its length tells.</summary>
    public static byte[] ReadAll(string path)
    {
        try
        {
            using var stream = Open(path);
            return stream.Length > Largest ? throw new UnreadableInputException(TooLarge) : ReadToEnd(stream);
        }
        catch (Exception fault) when (IsTheFiles(fault))
        {
            throw new UnreadableInputException(Explain(fault), fault);
        }
    }

    /// <summary>Throws <see cref="UnreadableInputException"/> for what has no bytes to count: to open a pipe is to wait for who writes to it.</summary>
    public static FileStream Open(string path)
    {
        try
        {
            var file = new FileInfo(path);
            return ((FileInfo?)file.ResolveLinkTarget(returnFinalTarget: true) ?? file).Length > 0
                ? new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete)
                : throw new UnreadableInputException("it is empty, or a pipe or a device, which are not read. Check that it is the right file and that it was saved");
        }
        catch (Exception fault) when (IsTheFiles(fault))
        {
            throw new UnreadableInputException(Explain(fault), fault);
        }
    }

    public static bool IsTheFiles(Exception fault) => fault is IOException or UnauthorizedAccessException;

    /// <summary>What the system's fault means to whoever gave the file or folder.</summary>
    public static string Explain(Exception fault) => fault switch
    {
        UnauthorizedAccessException => "this user may not read it. Give this user the right to, or run the command as one who has it",
        FileNotFoundException or DirectoryNotFoundException => "it is not there any more, or is a link to nothing. Check the path",
        PathTooLongException => "its path is longer than this system takes. Shorten the names of its folders",
        _ => $"the system could not read it: {fault.Message.TrimEnd('.')}. Check the file and the disk that it is on",
    };

    /// <summary>Bounded, since a file may grow while it is read.</summary>
    private static byte[] ReadToEnd(FileStream stream)
    {
        var bytes = new byte[stream.Length];
        var filled = 0;
        for (int read; (read = stream.Read(bytes, filled, bytes.Length - filled)) > 0; filled += read)
        {
            if (filled + read == bytes.Length && bytes.Length < Largest)
            {
                Array.Resize(ref bytes, Math.Min(Largest, bytes.Length + 4096));
            }
        }

        return filled < Largest || stream.ReadByte() < 0 ? bytes[..filled] : throw new UnreadableInputException(TooLarge);
    }
}
