using System.Runtime.InteropServices;

namespace BriefingBot.Web;

/// <summary>Ctrl-C, or the signal to end, while the host has not started and heeds neither by itself.</summary>
internal sealed class Interruption : IDisposable
{
    private readonly CancellationTokenSource _asked = new();
    private readonly PosixSignalRegistration[] _signals;

    public Interruption() => _signals = [PosixSignalRegistration.Create(PosixSignal.SIGINT, Ask), PosixSignalRegistration.Create(PosixSignal.SIGTERM, Ask)];

    public CancellationToken Token => _asked.Token;

    public void Dispose()
    {
        foreach (var signal in _signals)
        {
            signal.Dispose();
        }

        _asked.Dispose();
    }

    private void Ask(PosixSignalContext context)
    {
        // The first asks for an orderly end, the second gets the usual one.
        context.Cancel = !_asked.IsCancellationRequested;
        _asked.Cancel();
    }
}
