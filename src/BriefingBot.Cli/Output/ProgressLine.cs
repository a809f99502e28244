namespace BriefingBot.Cli.Output;

/// <summary>A line on standard error that says how far long work is. Nothing is written unless a terminal is attached.</summary>
internal sealed class ProgressLine : IDisposable
{
    private readonly bool _attached = !Console.IsErrorRedirected;
    private int _shown;

    public void Show(string text)
    {
        if (_attached)
        {
            Clear();
            text = Terminal.Safe(text);
            text = text.Length < Width ? text : text[..(Width - 1)];
            Console.Error.Write(text);
            _shown = text.Length;
        }
    }

    public void ShowBar(int done, int total) => ShowBar(done, total, more: null);

    public void ShowBar(int done, int total, string? more)
    {
        var filled = total == 0 ? 20 : 20 * done / total;
        Show($"[{new string('#', filled)}{new string('.', 20 - filled)}] {done:N0} of {total:N0}{(more is null ? "" : ": " + more)}");
    }

    public void Clear()
    {
        if (_shown > 0)
        {
            Console.Error.Write('\r' + new string(' ', _shown) + '\r');
            _shown = 0;
        }
    }

    public void Dispose() => Clear();

    private static int Width => Console.WindowWidth is var width and > 0 ? width : 80;
}
