using System.Text;

namespace BriefingBot.Cli.Output;

/// <summary>
/// Standard output and error that may be full: a full output ends the command with what to do, a full error output is passed over, since
/// nothing is left to say it on. A reader that went away, as <c>head -1</c> does, is no fault: the runtime drops what it would have read.
/// </summary>
internal static class StandardStreams
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public static void Guard()
    {
        Console.OutputEncoding = Utf8;
        Console.SetOut(new Guarded(Console.OpenStandardOutput(), fault => new IOException(
            $"Standard output cannot be written: {fault.Message.TrimEnd('.')}. Make room, or send it elsewhere, and run the command again. What was stored so far is whole.", fault)));
        Console.SetError(new Guarded(Console.OpenStandardError(), _ => null));
    }

    private sealed class Guarded(Stream stream, Func<IOException, IOException?> explain) : TextWriter
    {
        public override Encoding Encoding => Utf8;

        public override void Write(char value) => Write([value]);

        public override void Write(string? value) => Write(value.AsSpan());

        public override void WriteLine(string? value) => Write(value + NewLine);

        public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

        public override void Write(ReadOnlySpan<char> buffer)
        {
            var bytes = new byte[Utf8.GetByteCount(buffer)];
            Utf8.GetBytes(buffer, bytes);
            try
            {
                stream.Write(bytes);
            }
            catch (IOException fault)
            {
                if (explain(fault) is { } explained)
                {
                    throw explained;
                }
            }
        }
    }
}
