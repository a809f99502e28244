using System.Threading.Channels;

namespace BriefingBot.Ingestion;

/// <summary>
/// Wakes whoever waits when something happens where inputs lie. It only hints: the system may tell too much, too little or, on network drives, nothing, so that whoever waits
/// looks for himself, and now and then without being woken.
/// </summary>
public sealed class InputWatch : IDisposable
{
    // Programs write a file in several steps.
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan LongestUnrest = TimeSpan.FromSeconds(5);

    private readonly Channel<bool> _happened = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly List<FileSystemWatcher> _watchers = [];
    private readonly TimeProvider _time;

    /// <param name="inputs">Paths of files and folders, and globs; addresses are passed over.</param>
    /// <param name="time">What time it is.</param>
    public InputWatch(IEnumerable<string> inputs, TimeProvider time)
    {
        _time = time;
        foreach (var input in inputs.Where(input => !InputAddress.IsMeant(input)))
        {
            TryWatch(input);
        }
    }

    /// <summary>What is wrong with an input that is to be watched, and what to do; null where nothing is.</summary>
    public static string? ProblemOf(string input) =>
        InputAddress.IsMeant(input) ? InputAddress.Of(input).Problem
        : string.IsNullOrWhiteSpace(input) || input.Contains('\0') ? "no file can have this path; check it"
        : input == "-" || Path.GetFullPath(input).StartsWith("/dev/", StringComparison.Ordinal) || Path.GetFullPath(input).StartsWith("/proc/", StringComparison.Ordinal) ? "it is no file that could change. Name a folder, a file, a glob or an address"
        : Path.Exists(input) ? null
        : !InputFiles.IsGlob(input) ? "there is no such file or folder; check the path"
        : Directory.Exists(InputFiles.SplitGlob(input).Folder) ? null
        : "there is no such folder; check the path before the first * or ?";

    /// <summary>Whether an input is fetched from the web.</summary>
    public static bool IsAddress(string input) => InputAddress.IsMeant(input);

    /// <summary>Until something has happened and it has been quiet for a moment, or for so long.</summary>
    public async Task WaitAsync(TimeSpan longest, CancellationToken cancellation)
    {
        if (!await HappensAsync(longest, cancellation))
        {
            return;
        }

        var begun = _time.GetTimestamp();
        while (_time.GetElapsedTime(begun) < LongestUnrest && await HappensAsync(Quiet, cancellation))
        {
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _watchers.ForEach(watcher => watcher.Dispose());

    private async Task<bool> HappensAsync(TimeSpan longest, CancellationToken cancellation)
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var told = _happened.Reader.WaitToReadAsync(enough.Token).AsTask();
        var isTold = await Task.WhenAny(told, Task.Delay(longest, _time, enough.Token)) == told;
        await enough.CancelAsync();
        cancellation.ThrowIfCancellationRequested();
        return isTold && _happened.Reader.TryRead(out _);
    }

    private void TryWatch(string input)
    {
        try
        {
            var isFolder = Directory.Exists(input);
            var folder = isFolder ? input : File.Exists(input) ? Path.GetDirectoryName(Path.GetFullPath(input))! : InputFiles.SplitGlob(input).Folder;
            var watcher = new FileSystemWatcher(folder, isFolder || !File.Exists(input) ? "*" : Path.GetFileName(input))
            {
                IncludeSubdirectories = isFolder || !File.Exists(input),
                NotifyFilter = NotifyFilters.FileName | NotifyFilters.DirectoryName | NotifyFilters.LastWrite | NotifyFilters.Size,
            };
            _watchers.Add(watcher);
            watcher.Created += (_, _) => _happened.Writer.TryWrite(true);
            watcher.Changed += (_, _) => _happened.Writer.TryWrite(true);
            watcher.Renamed += (_, _) => _happened.Writer.TryWrite(true);
            watcher.Error += (_, _) => _happened.Writer.TryWrite(true);
            watcher.EnableRaisingEvents = true;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException or PlatformNotSupportedException)
        {
            // As where a system has no more watches to give: looking now and then has to do.
        }
    }
}
