using System.Threading.Channels;

namespace BriefingBot.Web.Admin;

/// <summary>Tells whoever runs loads that there is one, however often it is told so meanwhile.</summary>
internal sealed class JobSignal(TimeProvider time)
{
    private readonly Channel<bool> _channel = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Wake() => _channel.Writer.TryWrite(true);

    /// <summary>Until it is told, or for so long.</summary>
    public async Task WaitAsync(TimeSpan longest, CancellationToken cancellation)
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        await Task.WhenAny(_channel.Reader.WaitToReadAsync(enough.Token).AsTask(), Task.Delay(longest, time, enough.Token));
        await enough.CancelAsync();
        _channel.Reader.TryRead(out _);
        cancellation.ThrowIfCancellationRequested();
    }
}
