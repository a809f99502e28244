using System.Runtime.CompilerServices;
using BriefingBot.Articles;

namespace BriefingBot.Ingestion;

/// <summary>A history as it stands in a file, or what is wrong with it.</summary>
/// <param name="Id">Whose it is; null where not even that can be read.</param>
/// <param name="Line">Its first line, or the one that is wrong.</param>
/// <param name="History">The history; null when something is wrong.</param>
/// <param name="Problem">What is wrong; null when nothing is.</param>
internal sealed record ReadHistory(string? Id, int Line, ArticleHistory? History, string? Problem);

/// <summary>
/// Reads an exported file: the lines of one article, which stand together, are its history. A line that does not tell whose it is may be any
/// article's beside it, so an article that would miss it is not taken in half.
/// </summary>
internal static class HistoryFile
{
    private const string Remedy = "Take the file as 'briefing export' wrote it";

    // A character of the longest article may take six bytes as an escape; the rest is room for its metadata.
    private const int LongestLine = 8 * InputBytes.Largest;

    public static async IAsyncEnumerable<ReadHistory> ReadAsync(Stream stream, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var isBehindUnknown = false;
        var pending = new List<FileLine>();
        await foreach (var line in JsonLines.ReadAsync(stream, LongestLine, cancellation))
        {
            var read = Read(line);
            if (pending.Count > 0 && pending[0].Id != read.Id)
            {
                yield return read.Id is null && pending.TrueForAll(each => each.Problem is null)
                    ? new(pending[0].Id, pending[0].Number, null, $"line {read.Number} behind it cannot be read and may belong to it. {Remedy}")
                    : Assemble(pending, isBehindUnknown);
                pending.Clear();
                isBehindUnknown = false;
            }

            if (read.Id is null)
            {
                yield return new(null, read.Number, null, read.Problem);
                isBehindUnknown = true;
            }
            else
            {
                pending.Add(read);
            }
        }

        if (pending.Count > 0)
        {
            yield return Assemble(pending, isBehindUnknown);
        }
    }

    private static FileLine Read(JsonLine line)
    {
        if (line.Bytes is not { } bytes)
        {
            return new(line.Number, null, null, $"it is longer than any article can be. {Remedy}");
        }

        try
        {
            var content = HistoryLine.Read(bytes.Span);
            return new(line.Number, content.Id, content, null);
        }
        catch (UnreadableInputException fault)
        {
            return new(line.Number, HistoryLine.IdOf(bytes), null, fault.Message);
        }
    }

    private static ReadHistory Assemble(IReadOnlyList<FileLine> lines, bool isBehindUnknown)
    {
        var first = lines[0];
        if (isBehindUnknown && first.Content?.Version > 1)
        {
            return new(first.Id, first.Number, null, $"a line before it cannot be read and may belong to it. {Remedy}");
        }

        if (lines is [{ Content: { Removed: true } tombstone }])
        {
            return new(first.Id, first.Number, new(tombstone.Id, tombstone.Version, []), null);
        }

        var versions = new List<KeptVersion>();
        foreach (var (number, _, content, problem) in lines)
        {
            try
            {
                if (content is null)
                {
                    return new(first.Id, number, null, problem);
                }

                if (content.Removed == true || content.Version <= (versions.Count == 0 ? 0 : versions[^1].Article.Version))
                {
                    throw new UnreadableInputException($"the versions of the article are not in their order. {Remedy}");
                }

                versions.Add(content.ToVersion());
            }
            catch (UnreadableInputException fault)
            {
                return new(first.Id, number, null, fault.Message);
            }
        }

        return new(first.Id, first.Number, new(versions[0].Article.Id, versions[^1].Article.Version, [.. versions]), null);
    }

    /// <summary>One line, or what is wrong with it; without an id where not even that can be read.</summary>
    private sealed record FileLine(int Number, string? Id, HistoryLine? Content, string? Problem);
}
