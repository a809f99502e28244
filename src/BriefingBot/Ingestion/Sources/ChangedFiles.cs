namespace BriefingBot.Ingestion;

/// <summary>
/// Tells which of the files that inputs name are new or were written to since they were last looked at, by their length and time. One that changes is named once two
/// looks a moment apart have found it the same: until then it may be half written.
/// </summary>
/// <param name="inputs">Paths of files and folders, and globs; addresses are passed over.</param>
/// <param name="time">What time it is.</param>
public sealed class ChangedFiles(IReadOnlyCollection<string> inputs, TimeProvider time)
{
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(1.5);

    private readonly Dictionary<string, Look> _known = new(StringComparer.Ordinal);
    private Dictionary<string, Look>? _unsettled;

    /// <summary>Whether files changed that are not named yet: look again soon.</summary>
    public bool HasUnsettled => _unsettled?.Count > 0;

    /// <summary>Looks at the files, and names those that changed, as full paths. The first look names all.</summary>
    public IReadOnlySet<string> Take()
    {
        var changed = new HashSet<string>(StringComparer.Ordinal);
        var unsettled = new Dictionary<string, Look>(StringComparer.Ordinal);
        foreach (var path in inputs.SelectMany(InputFiles.Find).Where(file => file is { Problem: null, Address: null }).Select(file => file.FullPath))
        {
            var file = new FileInfo(path);
            if (!file.Exists)
            {
                continue;
            }

            var look = new Look(file.Length, file.LastWriteTimeUtc, time.GetTimestamp());
            if (_known.TryGetValue(path, out var known) && known.IsAs(look))
            {
                continue;
            }

            var before = _unsettled?.GetValueOrDefault(path);
            if (before?.IsAs(look) == true)
            {
                look = before;
            }

            if (_unsettled is null || time.GetElapsedTime(look.First) >= Moment)
            {
                _known[path] = look;
                changed.Add(path);
            }
            else
            {
                unsettled[path] = look;
            }
        }

        _unsettled = unsettled;
        return changed;
    }

    /// <summary>Has files that were named and could not be loaded named again.</summary>
    public void GiveBack(IEnumerable<string> changed)
    {
        foreach (var path in changed)
        {
            if (_known.Remove(path, out var known))
            {
                _unsettled![path] = known;
            }
        }
    }

    /// <param name="Length">In bytes.</param>
    /// <param name="Written">When.</param>
    /// <param name="First">When it was first found so.</param>
    private sealed record Look(long Length, DateTime Written, long First)
    {
        public bool IsAs(Look other) => (Length, Written) == (other.Length, other.Written);
    }
}
