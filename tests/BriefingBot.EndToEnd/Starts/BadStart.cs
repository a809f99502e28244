using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using BriefingBot.EndToEnd.Ingestion;
using BriefingBot.EndToEnd.Support;

namespace BriefingBot.EndToEnd.Starts;

/// <summary>An input of the table: what is there before the start, and how the program is started on it.</summary>
internal sealed partial class BadStart : IAsyncDisposable
{
    // As far as it may be read: permissions are among the inputs.
    private static readonly EnumerationOptions Everything = new() { RecurseSubdirectories = true, IgnoreInaccessible = true };

    private readonly Dictionary<string, string> _values = [];
    private readonly Dictionary<string, string> _environment = [];
    private readonly List<string> _arguments = [];
    private readonly List<IAsyncDisposable> _held = [];
    private readonly string _config;
    private readonly string _storm;

    private BadStart()
    {
        _storm = Workspace.Write("storm.txt", "A storm. The storm came in May.");
        _config = Path.Combine(Workspace.Inputs, "briefing.json");
        (_values["data"], _values["db"], _values["config"]) = (Workspace.Data, Workspace.Database, _config);
    }

    public Workspace Workspace { get; } = new();

    /// <summary>A folder with a copy of the programs from which something is missing; null for the built ones.</summary>
    public string? ProgramFolder { get; set; }

    public static async Task<BadStart> PrepareAsync(string input, StoreOfTwo store)
    {
        var start = new BadStart();
        await start.PrepareInputAsync(input, store);
        return start;
    }

    public string Filled(string message) => Placeholder().Replace(message, placeholder => _values.TryGetValue(placeholder.Groups[1].Value, out var value) ? value : placeholder.Value);

    /// <summary>Every file of data and inputs with the hash of its bytes, without what SQLite and a bot's claim keep beside the store.</summary>
    public IReadOnlyList<string> Contents() =>
    [
        .. new[] { Workspace.Data, Workspace.Inputs }.Where(Directory.Exists).SelectMany(folder => Directory.EnumerateFiles(folder, "*", Everything))
            .Where(file => !file.EndsWith("-wal", StringComparison.Ordinal) && !file.EndsWith("-shm", StringComparison.Ordinal) && !file.Contains("briefing.bot.", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(file => $"{file} {Convert.ToHexString(SHA256.HashData(ReadShared(file)))}"),
    ];

    public Task<Run> RunAsync(string program)
    {
        var arguments = program switch
        {
            "bot" => _arguments.Any(argument => argument.StartsWith("--urls", StringComparison.Ordinal)) ? _arguments : [.. _arguments, "--urls=http://127.0.0.1:0"],
            "ingest" => ["ingest", _storm],
            "ask" => ["ask", "--no-refuse", "When did the dam break?"],
            "show" => ["show", "dam.txt"],
            _ => new List<string> { program },
        };
        return Workspace.RunProgramAsync(program == "bot" ? "BriefingBot.Web" : "briefing", ProgramFolder, unprivileged: true, _environment, [.. arguments]);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var held in _held)
        {
            await held.DisposeAsync();
        }

        BadStore.Permit(Path.GetDirectoryName(Workspace.Data)!);
        BadStore.Permit(Workspace.Data);
        Workspace.Dispose();
    }

    private async Task PrepareInputAsync(string input, StoreOfTwo store)
    {
        (_environment["Storage__DataDirectory"], _environment["Samples__Load"]) = (Workspace.Data, "false");
        if (Written().Match(input) is { Success: true } written)
        {
            var text = written.Groups["text"].Value;
            switch (written.Groups["where"].Value)
            {
                case "":
                    _arguments.Add(text);
                    break;
                case "environment":
                    _environment[text.Split('=')[0]] = text.Split('=')[1];
                    break;
                default:
                    _environment.Remove("Storage__DataDirectory");
                    _environment["BRIEFING_CONFIG"] = _config;
                    await File.WriteAllTextAsync(_config, text);
                    break;
            }

            return;
        }

        await (input switch
        {
            "a folder in the file's place" or "no file where BRIEFING_CONFIG says" or "a file that this user may not read" => PrepareConfigAsync(input),
            "a port in use" => TakePortAsync(),
            "a store that another bot serves" => ServeAsync(),
            _ when input.Contains("beside the program") || input.StartsWith("a damaged ") => BadStore.CopyProgramsAsync(this, input),
            _ => BadStore.MakeAsync(Workspace, store, input),
        });
    }

    private async Task PrepareConfigAsync(string input)
    {
        _environment["BRIEFING_CONFIG"] = _config;
        if (input.StartsWith("a folder", StringComparison.Ordinal))
        {
            Directory.CreateDirectory(_config);
        }
        else if (input.StartsWith("a file", StringComparison.Ordinal))
        {
            await File.WriteAllTextAsync(_config, "{}");
            BadStore.Forbid(_config, UnixFileMode.UserWrite);
        }
    }

    private Task TakePortAsync()
    {
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        _held.Add(new Held(listener));
        _values["port"] = $"{((IPEndPoint)listener.LocalEndpoint).Port}";
        _arguments.Add($"--urls=http://127.0.0.1:{_values["port"]}");
        return Task.CompletedTask;
    }

    private async Task ServeAsync()
    {
        var bot = await RunningBot.StartAsync(Workspace);
        _held.Add(bot);
        _values["pid"] = $"{bot.ProcessId}";
    }

    /// <summary>Also what another process has open.</summary>
    private static byte[] ReadShared(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    [GeneratedRegex("^`(?<text>.*)`(?: in the (?<where>environment|file))?$")]
    private static partial Regex Written();

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Placeholder();

    private sealed class Held(TcpListener listener) : IAsyncDisposable
    {
        public ValueTask DisposeAsync()
        {
            listener.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
