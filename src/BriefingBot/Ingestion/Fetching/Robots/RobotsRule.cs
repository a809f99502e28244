namespace BriefingBot.Ingestion;

/// <summary>A line of robots.txt: a path's beginning, in which * is anything and a $ at the end is the path's end.</summary>
/// <param name="Written">The pattern as it stands there.</param>
/// <param name="Allows">Whether it allows; else it forbids.</param>
internal sealed record RobotsRule(string Written, bool Allows)
{
    private readonly string[] _pieces = RobotsPath.Written(Written.EndsWith('$') ? Written[..^1] : Written).Replace("$", "%24", StringComparison.Ordinal).Split('*');

    /// <summary>By which the more particular of two rules is told: the octets of the pattern.</summary>
    public int Length { get; } = RobotsPath.Written(Written).Length;

    public bool Matches(string path)
    {
        // From left to right the first place is as good as any other for each piece but the last.
        if (!path.StartsWith(_pieces[0], StringComparison.Ordinal))
        {
            return false;
        }

        var at = _pieces[0].Length;
        foreach (var piece in _pieces.Skip(1).SkipLast(EndsThere ? 1 : 0))
        {
            var found = path.IndexOf(piece, at, StringComparison.Ordinal);
            if (found < 0)
            {
                return false;
            }

            at = found + piece.Length;
        }

        return !EndsThere || (_pieces.Length == 1 ? at == path.Length : path.Length - at >= _pieces[^1].Length && path.EndsWith(_pieces[^1], StringComparison.Ordinal));
    }

    private bool EndsThere => Written.EndsWith('$');
}
