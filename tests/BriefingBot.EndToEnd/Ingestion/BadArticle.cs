using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using BriefingBot.EndToEnd.Support;

namespace BriefingBot.EndToEnd.Ingestion;

/// <summary>An input of the table: what is given to <c>briefing ingest</c>, beside a store that holds two articles.</summary>
internal sealed partial class BadArticle : IDisposable
{
    private readonly Dictionary<string, string> _names = [];
    private readonly List<string> _paths = [];
    private readonly List<IDisposable> _kept = [];
    private readonly List<string> _forbidden = [];

    public BadArticle(StoreOfTwo store)
    {
        store.CopyTo(Workspace.Data);
        Before = StoredState.Articles(Workspace.Database);
        _names["inputs"] = Workspace.Inputs;
    }

    public Workspace Workspace { get; } = new();

    /// <summary>What the store held before the run.</summary>
    public IReadOnlyList<string> Before { get; }

    /// <summary>A file among the inputs, given by its path.</summary>
    public string Give(string name, string text) => Give(name, Encoding.UTF8.GetBytes(text));

    public string Give(string name, byte[] bytes)
    {
        var path = Give(name);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    /// <summary>A path below the inputs, where nothing need be. The last one given is the table's <c>{file}</c>.</summary>
    public string Give(string name)
    {
        var path = Path.Combine(Workspace.Inputs, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        _paths.Add(path);
        _names["file"] = path;
        return path;
    }

    /// <summary>A file that no article can be as large as, without room on the disk where it can be had so.</summary>
    public void GiveLarge(string name)
    {
        using var stream = File.OpenWrite(Give(name));
        stream.SetLength(65L << 20);
    }

    /// <summary>A file that is not given by its own path.</summary>
    public void Write(string name, string text) => Workspace.Write(name, text);

    public string Below(string name) => Path.Combine(Workspace.Inputs, name);

    /// <summary>Holds on to what must not be gone while the program runs.</summary>
    public void Keep(IDisposable kept) => _kept.Add(kept);

    /// <summary>An argument, as it is.</summary>
    public void GiveArgument(string argument) => _paths.Add(argument);

    /// <summary>What <c>{name}</c> in the message stands for.</summary>
    public void Name(string name, string value) => _names[name] = value;

    public string Filled(string message) =>
        Placeholder().Replace(message, placeholder => _names.TryGetValue(placeholder.Groups[1].Value, out var value) ? value : placeholder.Value);

    /// <summary>Every file among the inputs with its size and, where it has any and can be opened, its bytes.</summary>
    public IReadOnlyList<string> Contents() =>
    [
        .. new DirectoryInfo(Workspace.Inputs).EnumerateFiles("*", new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true, AttributesToSkip = FileAttributes.None })
            .Select(file => $"{file.FullName} {file.Length} {Hash(file)}")
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>Without the rights by which root opens everything.</summary>
    public Task<Run> IngestAsync() => Workspace.RunProgramAsync(
        "briefing", folder: null, unprivileged: true, new Dictionary<string, string> { ["Storage__DataDirectory"] = Workspace.Data }, ["ingest", .. _paths]);

    /// <summary>Leaves nobody a right to the file or folder, until the test is over.</summary>
    public void Forbid(string path)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such permissions.");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.None);
            _forbidden.Add(path);
        }
    }

    public void Dispose()
    {
        _kept.ForEach(kept => kept.Dispose());

        // A folder that nobody may enter could not be deleted by a user who is not root.
        if (!OperatingSystem.IsWindows())
        {
            foreach (var folder in _forbidden.Where(Directory.Exists))
            {
                File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            }
        }

        Workspace.Dispose();
    }

    private static string Hash(FileInfo file)
    {
        // What has no length may be a pipe, which would be waited for, and a link may lead to one.
        if (file.Length == 0 || file.LinkTarget is not null)
        {
            return "";
        }

        try
        {
            using var stream = file.OpenRead();
            return Convert.ToHexString(SHA256.HashData(stream));
        }
        catch (UnauthorizedAccessException)
        {
            return "closed";
        }
    }

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Placeholder();
}
