using System.Globalization;

namespace BriefingBot.Ingestion;

/// <summary>Reads a body up to a limit, counted as it comes and after unpacking, whatever the headers say.</summary>
internal static class BoundedBody
{
    private const int ChunkBytes = 64 * 1024;

    public static async Task<byte[]> ReadAsync(HttpContent content, int most, bool cut, IdleLimit idle, CancellationToken cancellation)
    {
        if (content.Headers.ContentEncoding.Count > 0)
        {
            throw new UnreadableInputException("the server packs it in a way that is not known here. Save the document and name the file");
        }

        if (!cut && content.Headers.ContentLength > most)
        {
            throw TooLarge(most);
        }

        await using var stream = await idle.WithinAsync(content.ReadAsStreamAsync, cancellation);
        using var read = new MemoryStream();
        var chunk = new byte[ChunkBytes];
        while (await idle.WithinAsync(limited => stream.ReadAsync(chunk, limited).AsTask(), cancellation) is > 0 and var count)
        {
            var room = most - (int)read.Length;
            read.Write(chunk, 0, Math.Min(count, room));
            if (count > room)
            {
                return cut ? read.ToArray() : throw TooLarge(most);
            }
        }

        return read.ToArray();
    }

    private static UnreadableInputException TooLarge(int most) => new(string.Create(
        CultureInfo.InvariantCulture, $"it is larger than {most >> 20} MB, the most that is fetched. Save the document, cut it into several files, and name those"));
}
