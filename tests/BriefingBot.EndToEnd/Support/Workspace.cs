using System.Diagnostics;
using System.Reflection;
using System.Text;

namespace BriefingBot.EndToEnd.Support;

/// <summary>A folder with a data directory, inputs and a home of its own, and the built programs to run on it.</summary>
internal sealed class Workspace : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private static readonly string[] SettingPrefixes = ["BRIEFING", "Storage__", "Qdrant__", "Embedding__", "LanguageModel__", "Bot__", "Samples__", "Microsoft", "ASPNETCORE_", "DOTNET_ENVIRONMENT", "Kestrel__", "urls", "http_ports", "Logging__"];

    private readonly string _root = Directory.CreateTempSubdirectory("briefing-e2e-").FullName;

    public Workspace()
    {
        Data = Path.Combine(_root, "data");
        Home = Directory.CreateDirectory(Path.Combine(_root, "home")).FullName;
        Inputs = Directory.CreateDirectory(Path.Combine(_root, "inputs")).FullName;
    }

    public string Data { get; }

    /// <summary>Stands for the user's home, so that nothing of the real one is read.</summary>
    public string Home { get; }

    public string Inputs { get; }

    public string Database => Path.Combine(Data, "briefing.db");

    public string Write(string name, string text)
    {
        var path = Path.Combine(Inputs, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    /// <summary>Runs <c>briefing COMMAND --json --data DATA …</c> to its end.</summary>
    public Task<Run> JsonAsync(string command, params string[] arguments) => RunAsync([command, "--json", "--data", Data, .. arguments]);

    /// <summary>Runs <c>briefing</c> with just these arguments to its end.</summary>
    public Task<Run> RunAsync(params string[] arguments) => RunAsync(new Dictionary<string, string>(), arguments);

    /// <summary>Runs <c>briefing</c> in an environment of these variables besides the usual ones.</summary>
    public Task<Run> RunAsync(IReadOnlyDictionary<string, string> environment, params string[] arguments) =>
        RunProgramAsync("briefing", folder: null, unprivileged: false, environment, arguments);

    /// <summary>Runs a bot that will not start.</summary>
    public Task<Run> RunAsBotAsync(IReadOnlyDictionary<string, string> environment) => RunProgramAsync(
        "BriefingBot.Web", folder: null, unprivileged: false, new Dictionary<string, string>(environment) { ["Storage__DataDirectory"] = Data, ["Samples__Load"] = "false" }, "--urls=http://127.0.0.1:0");

    /// <summary>Runs one of the programs to its end.</summary>
    /// <param name="program">Its name.</param>
    /// <param name="folder">A folder with copies of the programs, a folder each; null for the built ones.</param>
    /// <param name="unprivileged">Without the rights by which root opens every file.</param>
    /// <param name="environment">Variables besides the usual ones.</param>
    /// <param name="arguments">Its arguments.</param>
    public Task<Run> RunProgramAsync(string program, string? folder, bool unprivileged, IReadOnlyDictionary<string, string> environment, params string[] arguments) =>
        RunWrappedAsync(unprivileged ? Wrapping.WithoutRightsOfRoot : [], folder is null ? PathOf(program) : Path.Combine(folder, program, program + ".dll"), environment, arguments);

    /// <summary>Runs one of the programs to its end, by a command that runs the one behind it in another way.</summary>
    public async Task<Run> RunWrappedAsync(string[] wrapping, string path, IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        using var process = Start(wrapping, path, environment, arguments);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            var output = new MemoryStream();
            var copied = process.StandardOutput.BaseStream.CopyToAsync(output, patience.Token);
            var error = await process.StandardError.ReadToEndAsync(patience.Token);
            await copied;
            await process.WaitForExitAsync(patience.Token);
            return new(process.ExitCode, output.ToArray(), error);
        }
        finally
        {
            End(process);
        }
    }

    /// <summary>Starts one of the built programs with redirected streams.</summary>
    public Process Start(string program, IReadOnlyDictionary<string, string> environment, params string[] arguments) =>
        Start([], PathOf(program), environment, arguments);

    private Process Start(string[] wrapping, string path, IReadOnlyDictionary<string, string> environment, string[] arguments)
    {
        string[] command = [.. Wrapping.Interruptible, .. wrapping, "dotnet", path, .. arguments];
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            StandardErrorEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            WorkingDirectory = Inputs,
        };
        foreach (var setting in start.Environment.Keys.Where(key => SettingPrefixes.Any(prefix => key.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))).ToArray())
        {
            start.Environment.Remove(setting);
        }

        (start.Environment["HOME"], start.Environment["XDG_DATA_HOME"], start.Environment["LOCALAPPDATA"]) = (Home, Path.Combine(Home, "share"), Path.Combine(Home, "share"));
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }

    /// <summary>Ends the process, as SIGKILL does, unless it has ended already.</summary>
    public static void End(Process process)
    {
        if (!process.HasExited)
        {
            process.Kill();
            process.WaitForExit(TimeSpan.FromSeconds(10));
        }
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    public static string PathOf(string program) => Path.GetFullPath(
        typeof(Workspace).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == program).Value!);
}
