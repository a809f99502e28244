using System.Collections.Concurrent;
using System.Runtime.InteropServices;

namespace BriefingBot.Ingestion;

/// <summary>
/// The other half of a program that has files read: started with <see cref="Argument"/> alone it reads what it is given on standard input, and
/// writes text and metadata on standard output. A file that would end the program ends only this process, which has no configuration, no store
/// and no secrets.
/// </summary>
public static class ReadingChild
{
    /// <summary>The one argument that asks for it.</summary>
    public const string Argument = "--read-inputs";

    /// <summary>The exit code that says that there was no memory left.</summary>
    internal const int OutOfMemory = 3;

    // Readers call themselves for what is nested; what is deeper than they refuse themselves is more likely to be read so.
    private const int StackBytes = 16 * 1024 * 1024;

    /// <summary>Whether this program has begun by asking, so that it can be started again for this.</summary>
    internal static bool IsOffered { get; private set; }

    /// <summary>Whether the program is to be this half. To be asked first, before any configuration is read.</summary>
    public static bool IsAskedFor(string[] args)
    {
        IsOffered = true;
        return args is [Argument];
    }

    /// <summary>Reads until standard input ends, which is when the parent ends, however that is; also in the middle of a file. The result is the exit code.</summary>
    public static async Task<int> RunAsync()
    {
        // What a library prints would come between the frames. Ctrl+C is the parent's to hear: this one ends with it.
        await using var output = Console.OpenStandardOutput();
        await using var input = Console.OpenStandardInput();
        Console.SetOut(TextWriter.Null);
        Console.SetError(TextWriter.Null);
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => signal.Cancel = true);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal => signal.Cancel = true);

        using var requests = new BlockingCollection<ReadingFrame>();
        new Thread(() => AnswerEach(requests, output), StackBytes) { IsBackground = true }.Start();
        try
        {
            while (await ReadingFrame.ReadAsync(input, CancellationToken.None) is { } request)
            {
                requests.Add(request);
            }
        }
        catch (Exception fault) when (fault is InvalidDataException or IOException)
        {
        }

        return 0;
    }

    private static void AnswerEach(BlockingCollection<ReadingFrame> requests, Stream output)
    {
        try
        {
            new ReadingFrame(FrameKind.Ready, default).WriteTo(output);
            foreach (var request in requests.GetConsumingEnumerable())
            {
                foreach (var answer in AnswersTo(request))
                {
                    answer.WriteTo(output);
                }
            }
        }
        catch (OutOfMemoryException)
        {
            Environment.Exit(OutOfMemory);
        }
        catch (IOException)
        {
            // Nobody listens any more.
            Environment.Exit(0);
        }
    }

    private static IEnumerable<ReadingFrame> AnswersTo(ReadingFrame request)
    {
        IEnumerator<ReadPart>? parts = null;
        while (true)
        {
            ReadingFrame answer;
            try
            {
                parts ??= Parts(request).GetEnumerator();
                answer = parts.MoveNext() ? new(FrameKind.Part, PartFrame.Of(parts.Current)) : new(FrameKind.End, default);
            }
            catch (UnreadableInputException fault)
            {
                answer = OfText(FrameKind.Refused, fault.Message);
            }
            catch (Exception fault) when (fault is not OutOfMemoryException)
            {
                answer = OfText(FrameKind.Failed, fault.GetType().Name);
            }

            yield return answer;
            if (answer.Kind != FrameKind.Part)
            {
                yield break;
            }
        }
    }

    private static IEnumerable<ReadPart> Parts(ReadingFrame request)
    {
        var fields = new FieldReader(request.Content);
        return InputReaders.Read(fields.Text(int.MaxValue)!, fields.Rest());
    }

    private static ReadingFrame OfText(FrameKind kind, string text)
    {
        var fields = new FieldWriter(1_024);
        fields.Text(text);
        return new(kind, fields.Content);
    }
}
