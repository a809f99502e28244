namespace BriefingBot.Ingestion;

/// <summary>Tells which of the files that inputs name are new or were written to since they were last looked at, by their length and time.</summary>
public sealed class ChangedFiles(IReadOnlyCollection<string> inputs)
{
    private readonly Dictionary<string, (long Length, DateTime Written)> _known = new(StringComparer.Ordinal);

    /// <summary>Looks at the files, and names those that changed, as full paths. The first look names all.</summary>
    public IReadOnlySet<string> Take()
    {
        var changed = new HashSet<string>(StringComparer.Ordinal);
        foreach (var path in inputs.SelectMany(InputFiles.Find).Where(file => file is { Problem: null, Address: null }).Select(file => file.FullPath))
        {
            var file = new FileInfo(path);
            if (file.Exists && (!_known.TryGetValue(path, out var known) || known != (file.Length, file.LastWriteTimeUtc)))
            {
                _known[path] = (file.Length, file.LastWriteTimeUtc);
                changed.Add(path);
            }
        }

        return changed;
    }

    /// <summary>Has files that were named and could not be loaded named again.</summary>
    public void GiveBack(IEnumerable<string> changed)
    {
        foreach (var path in changed)
        {
            _known.Remove(path);
        }
    }
}
