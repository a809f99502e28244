using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace BriefingBot.Ingestion;

/// <summary>A process of its own that reads files, one after the other. Once it has failed, or was left in the middle of a file, it is ended and of no more use.</summary>
internal sealed class ReadingProcess : IDisposable
{
    private readonly Process _process;
    private readonly ReadingLimits _limits;
    private readonly ErrorOutput _errors;
    private bool _isLost;

    private ReadingProcess(Process process, ReadingLimits limits)
    {
        (_process, _limits) = (process, limits);
        _errors = new(process.StandardError.BaseStream);
    }

    /// <summary>Whether it can take another file: it is as it was when it began, or nearly.</summary>
    public bool IsGoodAsNew
    {
        get
        {
            if (_isLost || _process.HasExited)
            {
                return false;
            }

            _process.Refresh();
            return _process.WorkingSet64 < _limits.MegabytesToKeep * 1024L * 1024;
        }
    }

    public int Id => _process.Id;

    /// <summary>The most memory that it has had at once, in bytes; 0 once it has ended.</summary>
    public long PeakWorkingSet
    {
        get
        {
            _process.Refresh();
            return _process.HasExited ? 0 : _process.PeakWorkingSet64;
        }
    }

    /// <summary>Throws <see cref="IOException"/> when there is no such program or it is none that reads.</summary>
    public static async Task<ReadingProcess> StartAsync(ReadingProgram program, ReadingLimits limits, CancellationToken cancellation)
    {
        Process process;
        try
        {
            process = Process.Start(program.ToStart(limits))!;
        }
        catch (Win32Exception fault)
        {
            throw new IOException($"The process that reads files could not be started: {fault.Message.TrimEnd('.')}. Check that {program.Path} may be run and that there is memory left.", fault);
        }

        var started = new ReadingProcess(process, limits);
        try
        {
            var first = await started.WithinAsync(limits.Start, token => ReadingFrame.ReadAsync(process.StandardOutput.BaseStream, token), cancellation);
            return first?.Kind == FrameKind.Ready ? started : throw new InvalidDataException("It does not begin as it should.");
        }
        catch (Exception fault) when (fault is TimeoutException or IOException or InvalidDataException)
        {
            var said = started._errors.FirstLine;
            started.Dispose();
            throw new IOException($"The process that reads files did not become ready{(said.Length > 0 ? $": {said}" : "")}. Check that {program.Path} may be run and that there is memory left.", fault);
        }
        catch
        {
            started.Dispose();
            throw;
        }
    }

    /// <summary>
    /// The parts of a file, as they come. Throws <see cref="UnreadableInputException"/> where it is refused, and where reading it ends, stalls or
    /// confuses the process. Cancelling ends the process.
    /// </summary>
    public async IAsyncEnumerable<ReadPart> ReadAsync(string name, ReadOnlyMemory<byte> bytes, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var parts = 0;
        var isThrough = false;
        try
        {
            var answer = await AnswerAsync(parts, token => AskAsync(name, bytes, token), cancellation);
            while (answer.Kind == FrameKind.Part)
            {
                var part = Understood(answer, PartFrame.Read);
                if (++parts > _limits.MostParts)
                {
                    throw ReaderEnd.TooMany(_limits);
                }

                yield return part;
                answer = await AnswerAsync(parts, NextAsync, cancellation);
            }

            UnreadableInputException? fault = answer.Kind switch
            {
                FrameKind.End => null,
                FrameKind.Refused => new(Understood(answer, TextOf)),
                FrameKind.Failed => ReaderEnd.Failed(Understood(answer, TextOf), parts),
                _ => throw ReaderEnd.Nonsense,
            };
            isThrough = true;
            if (fault is not null)
            {
                throw fault;
            }
        }
        finally
        {
            if (!isThrough)
            {
                End();
            }
        }
    }

    public void Dispose()
    {
        End();
        _process.Dispose();
    }

    private static string TextOf(ReadOnlyMemory<byte> content) =>
        new FieldReader(content).Text(100_000) is { Length: > 0 } text && !string.IsNullOrWhiteSpace(text) ? text : throw FieldReader.Nonsense();

    private static T Understood<T>(ReadingFrame answer, Func<ReadOnlyMemory<byte>, T> read)
    {
        try
        {
            return read(answer.Content);
        }
        catch (InvalidDataException)
        {
            throw ReaderEnd.Nonsense;
        }
    }

    private async Task<ReadingFrame?> AskAsync(string name, ReadOnlyMemory<byte> bytes, CancellationToken cancellation)
    {
        var fields = new FieldWriter(expected: (2 * name.Length) + 8 + bytes.Length);
        fields.Text(name);
        fields.Bytes(bytes.Span);
        try
        {
            await new ReadingFrame(FrameKind.Request, fields.Content).WriteToAsync(_process.StandardInput.BaseStream, cancellation);
        }
        catch (IOException)
        {
            // It listens no more. What it has said until then is still there to be read.
        }

        return await NextAsync(cancellation);
    }

    private Task<ReadingFrame?> NextAsync(CancellationToken cancellation) => ReadingFrame.ReadAsync(_process.StandardOutput.BaseStream, cancellation);

    /// <summary>The next frame, or what its absence means.</summary>
    private async Task<ReadingFrame> AnswerAsync(int parts, Func<CancellationToken, Task<ReadingFrame?>> exchange, CancellationToken cancellation)
    {
        try
        {
            return await WithinAsync(_limits.Part, exchange, cancellation) ?? throw new IOException("Its output ended.");
        }
        catch (TimeoutException)
        {
            throw ReaderEnd.TooLong(_limits, parts);
        }
        catch (InvalidDataException)
        {
            throw ReaderEnd.Nonsense;
        }
        catch (IOException)
        {
            throw await IsOutOfMemoryAsync() ? ReaderEnd.TooLarge(_limits, parts) : ReaderEnd.Ended(parts);
        }
    }

    /// <summary>Ends the process when the time is over, since only that ends a wait for its output.</summary>
    private async Task<T> WithinAsync<T>(TimeSpan limit, Func<CancellationToken, Task<T>> exchange, CancellationToken cancellation)
    {
        using var time = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        time.CancelAfter(limit);
        try
        {
            return await exchange(time.Token).WaitAsync(time.Token);
        }
        catch (OperationCanceledException)
        {
            End();
            cancellation.ThrowIfCancellationRequested();
            throw new TimeoutException();
        }
    }

    /// <summary>It says so by its exit code where it can, and by the runtime's last words where it cannot.</summary>
    private async Task<bool> IsOutOfMemoryAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(2));
        try
        {
            await _process.WaitForExitAsync(patience.Token);
            return _process.ExitCode == ReadingChild.OutOfMemory || (await _errors.TextAsync(patience.Token)).Contains("Out of memory", StringComparison.OrdinalIgnoreCase);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private void End()
    {
        _isLost = true;
        try
        {
            _process.Kill(entireProcessTree: true);
        }
        catch (Exception fault) when (fault is InvalidOperationException or Win32Exception or AggregateException)
        {
            // It has ended by itself.
        }
    }
}
