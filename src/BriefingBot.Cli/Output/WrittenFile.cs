namespace BriefingBot.Cli.Output;

/// <summary>A file that a command writes, which is there whole or not at all.</summary>
internal static class WrittenFile
{
    /// <summary>The file's full path.</summary>
    /// <param name="option">The option that names it, for messages.</param>
    /// <param name="written">What was given.</param>
    /// <param name="replace">Whether one that is there may be replaced.</param>
    /// <param name="replaceOption">The option that says so.</param>
    /// <exception cref="WrongUseException">It cannot be written to, or is there already.</exception>
    public static string Target(string option, string written, bool replace, string replaceOption)
    {
        if (string.IsNullOrWhiteSpace(written) || written == GivenArguments.MissingValue || Directory.Exists(written))
        {
            throw new WrongUseException($"{option} needs the name of a file.");
        }

        var target = Path.GetFullPath(written);
        if (!Directory.Exists(Path.GetDirectoryName(target)))
        {
            throw new WrongUseException($"There is no folder {Path.GetDirectoryName(target)}; check the path after {option}.");
        }

        return !File.Exists(target) || replace
            ? target
            : throw new WrongUseException($"{written} is there already. Name another file, or replace it with {replaceOption}.");
    }

    /// <summary>Writes beside the file first, so that what was there stays whole until all is written.</summary>
    public static async Task WriteAsync(string target, bool replace, Func<Stream, Task> write, CancellationToken cancellation)
    {
        // A name of its own: process numbers come again, in containers at once, and a killed command leaves its file.
        var unfinished = $"{target}.{Guid.NewGuid():N}.part";
        try
        {
            await using (var stream = new FileStream(unfinished, FileMode.CreateNew))
            {
                await write(stream);
                await stream.FlushAsync(cancellation);
                stream.Flush(flushToDisk: true);
            }

            File.Move(unfinished, target, replace);
        }
        catch
        {
            File.Delete(unfinished);
            throw;
        }
    }
}
