namespace BriefingBot.Ingestion;

/// <summary>
/// Fields, such as a cross-reference or a table of contents: instructions, which are not read, and then their result, which is. They may lie in one
/// another and go over many paragraphs.
/// </summary>
internal sealed class WordFields
{
    private readonly List<bool> showsResult = [];

    /// <summary>Whether what comes next belongs to a field's instructions.</summary>
    public bool InInstructions => showsResult.Contains(false);

    public void Mark(string? kind)
    {
        switch (kind)
        {
            case "begin":
                showsResult.Add(false);
                break;
            case "separate" when showsResult.Count > 0:
                showsResult[^1] = true;
                break;
            case "end" when showsResult.Count > 0:
                showsResult.RemoveAt(showsResult.Count - 1);
                break;
        }
    }

    /// <summary>Instructions that go on in the next paragraph are rarer than fields that are broken, of which nothing may be lost.</summary>
    public void EndParagraph() => showsResult.RemoveAll(result => !result);
}
