namespace BriefingBot.Cli;

/// <summary>A folder of our own among the system's temporary ones, gone when it is disposed of.</summary>
internal sealed class ThrowAwayFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("briefing-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
