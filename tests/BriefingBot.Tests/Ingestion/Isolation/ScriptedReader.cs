using BriefingBot.Ingestion;

namespace BriefingBot.Tests.Ingestion;

/// <summary>Programs that stand in the reader's place and behave as none should: scripts of a shell, with frames to write from files.</summary>
internal sealed class ScriptedReader : IDisposable
{
    private const string SaysReady = @"printf '\261\000\000\000\000'; ";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("briefing-reader-");
    private int _files;

    public ScriptedReader() => Assert.SkipWhen(OperatingSystem.IsWindows(), "There is no /bin/sh on Windows.");

    /// <summary>What is asked for is never read, and this is done once it is ready.</summary>
    public static ReadingProgram Doing(string script) => new("/bin/sh", ["-c", SaysReady + script]);

    public static ReadingProgram DoingFromTheStart(string script) => new("/bin/sh", ["-c", script]);

    /// <summary>Writes these frames, and then waits.</summary>
    public ReadingProgram Answering(params ReadingFrame[] frames) => Doing($"cat '{FileOf(frames)}'; exec sleep 60");

    public string FileOf(params ReadingFrame[] frames)
    {
        var path = NewFile();
        using var stream = File.Create(path);
        foreach (var frame in frames)
        {
            frame.WriteTo(stream);
        }

        return path;
    }

    public string NewFile() => Path.Combine(_folder.FullName, $"{_files++}");

    public static ReadingFrame Part(string name, string text) => new(FrameKind.Part, PartFrame.Of(new(name, new ReadArticle(text))));

    public static ReadingFrame Of(FrameKind kind, string text)
    {
        var fields = new FieldWriter(100);
        fields.Text(text);
        return new(kind, fields.Content);
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
