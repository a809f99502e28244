using System.Text;

namespace BriefingBot.Ingestion;

/// <summary>Takes what a process writes on standard error, so that it never waits for somebody to, and keeps the beginning.</summary>
internal sealed class ErrorOutput
{
    private const int Kept = 4_096;

    private readonly StringBuilder _beginning = new();
    private readonly Task _taken;

    public ErrorOutput(Stream stream) => _taken = TakeAsync(stream);

    /// <summary>What has come so far.</summary>
    public string FirstLine => SoFar().Trim().Split('\n')[0].Trim();

    /// <summary>All that is kept, once the process has ended.</summary>
    public async Task<string> TextAsync(CancellationToken cancellation)
    {
        await _taken.WaitAsync(cancellation);
        return SoFar();
    }

    private string SoFar()
    {
        lock (_beginning)
        {
            return _beginning.ToString();
        }
    }

    private async Task TakeAsync(Stream stream)
    {
        var buffer = new byte[Kept];
        try
        {
            for (int read; (read = await stream.ReadAsync(buffer)) > 0;)
            {
                lock (_beginning)
                {
                    _beginning.Append(Encoding.UTF8.GetString(buffer, 0, Math.Min(read, Kept - _beginning.Length)));
                }
            }
        }
        catch (Exception fault) when (fault is IOException or ObjectDisposedException)
        {
            // The process was ended.
        }
    }
}
