using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace BriefingBot.Ingestion;

/// <summary>
/// Reads files of formats from outside in processes of their own, because a stack that overflows or a memory that is full cannot be caught.
/// A process stays for the next file; there are at most two, so that somebody who reads slowly keeps nobody else waiting. Safe under concurrent callers.
/// </summary>
internal sealed class IsolatedReaders : IDisposable
{
    private const int MostProcesses = 2;

    // Between the files of one load there are seconds; a process that waits for the next load would only hold memory.
    private static readonly TimeSpan IdleFor = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim _places = new(MostProcesses);
    private readonly ConcurrentStack<ReadingProcess> _waiting = [];
    private readonly Func<ReadingProgram> _program;
    private readonly ReadingLimits _limits;
    private readonly ITimer _idle;
    private volatile bool _isDisposed;

    /// <param name="program">What is started to read; asked for when the first file needs it.</param>
    /// <param name="limits">What reading may take.</param>
    /// <param name="time">Tells when a process has waited for long.</param>
    public IsolatedReaders(Func<ReadingProgram> program, ReadingLimits limits, TimeProvider time)
    {
        (_program, _limits) = (program, limits);
        _idle = time.CreateTimer(_ => EndWaiting(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>
    /// As <see cref="InputReaders.Read(string, ReadOnlyMemory{byte})"/>, part by part. Throws <see cref="UnreadableInputException"/> also where reading takes too long or too much
    /// memory or ends the process, and <see cref="IOException"/> where none can be started.
    /// </summary>
    public async IAsyncEnumerable<ReadPart> ReadAsync(string name, ReadOnlyMemory<byte> bytes, [EnumeratorCancellation] CancellationToken cancellation)
    {
        if (IsReadHere(name, bytes.Span))
        {
            foreach (var part in InputReaders.Read(name, bytes))
            {
                yield return part;
            }

            yield break;
        }

        await _places.WaitAsync(cancellation);
        ReadingProcess? process = null;
        try
        {
            process = await TakeAsync(cancellation);
            await foreach (var part in process.ReadAsync(name, bytes, cancellation))
            {
                yield return part;
            }
        }
        finally
        {
            GiveBack(process);
            _places.Release();
        }
    }

    public void Dispose()
    {
        _isDisposed = true;
        _idle.Dispose();
        EndWaiting();
    }

    /// <summary>Text and Markdown, whose readers bound what they take, and what is refused by its first bytes. To look into an archive is to read it.</summary>
    private static bool IsReadHere(string name, ReadOnlySpan<byte> bytes) =>
        !FormatDetection.IsZip(bytes) && FormatDetection.Of(name, bytes) is InputFormat.PlainText or InputFormat.Markdown or InputFormat.Unsupported;

    private async Task<ReadingProcess> TakeAsync(CancellationToken cancellation)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        while (_waiting.TryPop(out var waiting))
        {
            if (waiting.IsGoodAsNew)
            {
                return waiting;
            }

            waiting.Dispose();
        }

        return await ReadingProcess.StartAsync(_program(), _limits, cancellation);
    }

    private void GiveBack(ReadingProcess? process)
    {
        if (process is null)
        {
            return;
        }

        if (_isDisposed || !process.IsGoodAsNew)
        {
            process.Dispose();
            return;
        }

        _waiting.Push(process);
        _idle.Change(IdleFor, Timeout.InfiniteTimeSpan);
        if (_isDisposed)
        {
            EndWaiting();
        }
    }

    private void EndWaiting()
    {
        while (_waiting.TryPop(out var process))
        {
            process.Dispose();
        }
    }
}
