using System.Runtime.InteropServices;
using BriefingBot.ScriptedModel;

var port = args is ["--port", var given] && int.TryParse(given, out var wanted) ? wanted : 8089;
await using var server = await ScriptedServer.StartAsync(port);
Console.WriteLine($"The scripted model listens at {server.Endpoint} (model: scripted, no key). POST {server.Address}/script with {{\"always\":\"ChangedDigit\"}} or {{\"next\":[\"Stall\"]}} or {{\"embeddings\":\"Lists\"}}; GET it for the names. Ctrl+C ends it.");
var ended = new TaskCompletionSource();
using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, End);
using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, End);
await ended.Task;

void End(PosixSignalContext signal)
{
    signal.Cancel = true;
    ended.TrySetResult();
}
