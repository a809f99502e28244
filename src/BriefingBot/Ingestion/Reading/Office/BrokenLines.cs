namespace BriefingBot.Ingestion;

/// <summary>Writes a paragraph that breaks its lines itself, at each <c>\n</c>.</summary>
internal static class BrokenLines
{
    public static void Write(TextBlockWriter writer, string marker, string paragraph) => writer.Within(marker, () =>
    {
        var lines = paragraph.Trim('\n').Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (i > 0)
            {
                writer.Break();
            }

            writer.Flowing(lines[i]);
        }
    });
}
