using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Reflection;

namespace BriefingBot.Ingestion;

/// <summary>The program that is started to read: this one, asked for its other half.</summary>
/// <param name="Path">Of the executable.</param>
/// <param name="Arguments">With which it is <see cref="ReadingChild"/>.</param>
internal sealed record ReadingProgram(string Path, ImmutableArray<string> Arguments)
{
    /// <summary>
    /// What the runtime needs to be found, and to run as the parent does; in an image of a container it is the variables that say that there
    /// are no rules of languages. Keys and passwords stand in others.
    /// </summary>
    private static readonly string[] Needed =
    [
        "DOTNET_ROOT", "DOTNET_ROOT_X64", "DOTNET_ROOT_ARM64", "DOTNET_ROOT(x86)", "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT", "DOTNET_SYSTEM_GLOBALIZATION_PREDEFINED_CULTURES_ONLY",
        "DOTNET_BUNDLE_EXTRACT_BASE_DIR", "DOTNET_ROLL_FORWARD", "LD_LIBRARY_PATH", "LANG", "LC_ALL", "TZ", "TMPDIR", "TEMP", "TMP", "SystemRoot", "windir",
    ];

    /// <summary>Throws <see cref="InvalidOperationException"/> in a program that does not begin by asking <see cref="ReadingChild.IsAskedFor"/>: it would start itself over and over.</summary>
    public static ReadingProgram Own()
    {
        if (!ReadingChild.IsOffered || Environment.ProcessPath is not { } path)
        {
            throw new InvalidOperationException($"Only a program that begins with {nameof(ReadingChild)} can have files read.");
        }

        // Started as "dotnet briefing.dll", the executable is the runtime's.
        var isRuntime = string.Equals(System.IO.Path.GetFileNameWithoutExtension(path), "dotnet", StringComparison.OrdinalIgnoreCase);
        return new(path, isRuntime ? [Assembly.GetEntryAssembly()!.Location, ReadingChild.Argument] : [ReadingChild.Argument]);
    }

    /// <summary>An environment of its own, with what keeps the process small, and its three streams for the parent.</summary>
    public ProcessStartInfo ToStart(ReadingLimits limits)
    {
        var start = new ProcessStartInfo(Path, Arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            CreateNoWindow = true,
            WorkingDirectory = AppContext.BaseDirectory,
        };
        var needed = Needed.Select(name => (name, Value: Environment.GetEnvironmentVariable(name))).Where(variable => variable.Value is not null).ToList();
        start.Environment.Clear();
        foreach (var (name, value) in needed)
        {
            start.Environment[name] = value;
        }

        // Read as hexadecimal: https://learn.microsoft.com/dotnet/core/runtime-config/garbage-collector#heap-limit.
        start.Environment["DOTNET_GCHeapHardLimit"] = (limits.Megabytes * 1024L * 1024).ToString("X", CultureInfo.InvariantCulture);
        start.Environment["DOTNET_gcServer"] = "0";
        start.Environment["DOTNET_gcConcurrent"] = "0";
        start.Environment["DOTNET_TieredPGO"] = "0";
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        return start;
    }
}
