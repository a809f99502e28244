using System.IO.Enumeration;

namespace BriefingBot.Ingestion;

/// <summary>
/// A pattern of paths below a folder: <c>*</c> and <c>?</c> within a name, <c>**</c> for any number of folders. Names match as in the
/// system's own commands: on Windows and macOS, without regard to case.
/// </summary>
internal sealed class Glob(string pattern)
{
    private static readonly bool IgnoreCase = OperatingSystem.IsWindows() || OperatingSystem.IsMacOS();

    private readonly string[] _names = pattern.Split(['/', Path.DirectorySeparatorChar], StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Whether a file is meant, by its names from the folder down.</summary>
    public bool Matches(ReadOnlySpan<string> path) => Matches(_names, path);

    /// <summary>Whether anything below a folder could be meant; the others need not be looked into.</summary>
    public bool MayMatchBelow(ReadOnlySpan<string> folder)
    {
        for (var depth = 0; depth < folder.Length; depth++)
        {
            if (depth < _names.Length && _names[depth] == "**")
            {
                return true;
            }

            if (depth >= _names.Length - 1 || !Matches(_names[depth], folder[depth]))
            {
                return false;
            }
        }

        return true;
    }

    private static bool Matches(ReadOnlySpan<string> names, ReadOnlySpan<string> path) => names switch
    {
        [] => path.IsEmpty,
        ["**"] => !path.IsEmpty,
        ["**", .. var rest] => Matches(rest, path) || (!path.IsEmpty && Matches(names, path[1..])),
        [var name, .. var rest] => !path.IsEmpty && Matches(name, path[0]) && Matches(rest, path[1..]),
    };

    private static bool Matches(string name, string given) => FileSystemName.MatchesSimpleExpression(name, given, IgnoreCase);
}
