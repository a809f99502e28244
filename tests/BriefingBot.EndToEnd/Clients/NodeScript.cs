using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;

namespace BriefingBot.EndToEnd.Clients;

/// <summary>One of the scripts here, run by node: a JSON command a line in, a JSON result a line out.</summary>
internal sealed class NodeScript : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly Task<string> _errors;

    private NodeScript(Process process, Task<string> errors) => (_process, _errors) = (process, errors);

    /// <summary>What the script says of itself once it is ready.</summary>
    public JsonObject Hello { get; private set; } = null!;

    public static async Task<NodeScript> StartAsync(string script, params string[] arguments)
    {
        var start = new ProcessStartInfo(Needed.Node(), [Path.Combine(Needed.Folder, script), .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            StandardOutputEncoding = Encoding.UTF8,
            WorkingDirectory = Needed.Folder,
        };

        var process = Process.Start(start)!;
        var node = new NodeScript(process, process.StandardError.ReadToEndAsync());
        node.Hello = await node.ReadAsync();
        return node;
    }

    /// <summary>The script's result of one command.</summary>
    public async Task<JsonObject> DoAsync(JsonObject command)
    {
        await _process.StandardInput.WriteLineAsync(command.ToJsonString());
        await _process.StandardInput.FlushAsync();
        return await ReadAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        await _process.WaitForExitAsync();
        await _errors;
        _process.Dispose();
    }

    private async Task<JsonObject> ReadAsync()
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        return await _process.StandardOutput.ReadLineAsync(patience.Token) is { } line
            ? JsonNode.Parse(line)!.AsObject()
            : throw new InvalidOperationException($"The script ended: {await _errors}");
    }
}
