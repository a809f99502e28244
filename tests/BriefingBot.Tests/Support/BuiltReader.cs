using BriefingBot.Ingestion;

namespace BriefingBot.Tests.Support;

/// <summary>The process that reads files, as the command line beside these tests is asked for it: their own program is none that can be.</summary>
internal static class BuiltReader
{
    private static readonly Lazy<IsolatedReaders> SharedReaders = new(() => Own());

    public static ReadingProgram Program { get; } = new(
        Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "briefing.exe" : "briefing"), [ReadingChild.Argument]);

    /// <summary>Started once for all tests, and ended with them.</summary>
    public static IsolatedReaders Readers => SharedReaders.Value;

    /// <summary>Processes of a test's own.</summary>
    public static IsolatedReaders Own(ReadingLimits? limits = null) => new(() => Program, limits ?? ReadingLimits.Default, TimeProvider.System);
}
