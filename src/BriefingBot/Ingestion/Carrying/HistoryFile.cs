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
/// Reads an exported file: the lines of one article, which stand together, are its history. A line that cannot be read may be any article's
/// beside it, so an article that would miss it is not taken in half.
/// </summary>
internal static class HistoryFile
{
    public static async IAsyncEnumerable<ReadHistory> ReadAsync(string path, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var (number, isBehindBroken) = (0, false);
        var pending = new List<(int Line, HistoryLine Content)>();
        await foreach (var line in File.ReadLinesAsync(path, cancellation))
        {
            number++;
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            var (content, problem) = TryRead(line);
            if (pending.Count > 0 && pending[0].Content.Id != content?.Id)
            {
                yield return problem is null ? Assemble(pending, isBehindBroken)
                    : new(pending[0].Content.Id, pending[0].Line, null, $"line {number} behind it cannot be read and may belong to it. Take the file as 'briefing export' wrote it");
                (pending, isBehindBroken) = ([], false);
            }

            if (content is null)
            {
                yield return new(null, number, null, problem);
                isBehindBroken = true;
            }
            else
            {
                pending.Add((number, content));
            }
        }

        if (pending.Count > 0)
        {
            yield return Assemble(pending, isBehindBroken);
        }
    }

    private static (HistoryLine? Content, string? Problem) TryRead(string line)
    {
        try
        {
            return (HistoryLine.Read(line), null);
        }
        catch (UnreadableInputException fault)
        {
            return (null, fault.Message);
        }
    }

    private static ReadHistory Assemble(List<(int Line, HistoryLine Content)> lines, bool isBehindBroken)
    {
        var (at, first) = lines[0];
        if (isBehindBroken && first.Version > 1)
        {
            return new(first.Id, at, null, "a line before it cannot be read and may belong to it. Take the file as 'briefing export' wrote it");
        }

        if (first.Removed == true && lines.Count == 1)
        {
            return new(first.Id, at, new(first.Id, first.Version, []), null);
        }

        var versions = new List<KeptVersion>();
        foreach (var (number, content) in lines)
        {
            try
            {
                if (content.Removed == true || content.Version <= (versions.Count == 0 ? 0 : versions[^1].Article.Version))
                {
                    throw new UnreadableInputException("the versions of the article are not in their order. Take the file as 'briefing export' wrote it");
                }

                versions.Add(content.ToVersion());
            }
            catch (UnreadableInputException fault)
            {
                return new(first.Id, number, null, fault.Message);
            }
        }

        return new(first.Id, at, new(first.Id, versions[^1].Article.Version, [.. versions]), null);
    }
}
