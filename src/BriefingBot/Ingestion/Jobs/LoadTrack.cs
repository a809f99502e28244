using System.Collections.Immutable;
using System.Globalization;

namespace BriefingBot.Ingestion;

/// <summary>
/// Which of a load's files are done with and which are open, so that another process can go on with it. A file is open from when it is begun
/// until each of its articles has an outcome. Told by the load alone, in its order; of files and articles it keeps hashes.
/// </summary>
internal sealed class LoadTrack
{
    private readonly HashSet<UInt128> _recordedFiles = [];
    private readonly HashSet<UInt128> _recorded = [];
    private readonly HashSet<UInt128> _reopened;
    private readonly HashSet<UInt128> _held = [];
    private UInt128? _begun;

    /// <param name="open">What was open when the process before ended.</param>
    public LoadTrack(IEnumerable<string> open) => _reopened = [.. open.Select(hash => UInt128.Parse(hash, NumberStyles.HexNumber, CultureInfo.InvariantCulture))];

    /// <summary>The files that are not done with.</summary>
    public ImmutableArray<string> Open =>
        [.. _held.Concat(_begun is { } begun && !_held.Contains(begun) ? [begun] : []).Select(hash => hash.ToString("x32", CultureInfo.InvariantCulture))];

    /// <summary>Takes in an outcome that a process before has recorded.</summary>
    public void Recall(IngestOutcome outcome)
    {
        _recorded.Add(KeyOf(outcome.Input, outcome.Line));
        _recordedFiles.UnionWith(InputFiles.HoldersOf(outcome.Input).Select(ShortHash.Of));
    }

    /// <summary>Whether a file is done with; else it is the one at hand from now on.</summary>
    public bool Begin(string path)
    {
        var hash = ShortHash.Of(path);
        if (_recordedFiles.Contains(hash) && !_reopened.Contains(hash))
        {
            return true;
        }

        _begun = hash;
        return false;
    }

    /// <summary>Whether a process before has recorded what became of it.</summary>
    public bool HasRecorded(string input, int? line) => _recorded.Count > 0 && _recorded.Contains(KeyOf(input, line));

    /// <summary>An article of the file at hand waits to be stored.</summary>
    public void Hold() => _held.Add(_begun!.Value);

    /// <summary>All that waited is stored, and told.</summary>
    public void Release() => _held.Clear();

    private static UInt128 KeyOf(string input, int? line) => ShortHash.Of(string.Create(CultureInfo.InvariantCulture, $"{line}\n{input}"));
}
