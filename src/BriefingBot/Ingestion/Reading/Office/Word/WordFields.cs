namespace BriefingBot.Ingestion;

/// <summary>
/// Fields, such as a cross-reference or a table of contents: instructions, which are not read, and then their result, which is. They may lie in one
/// another and go over many paragraphs.
/// </summary>
internal sealed class WordFields
{
    private readonly List<bool> showsResult = [];
    private int instructions;

    /// <summary>Whether what comes next belongs to a field's instructions.</summary>
    public bool InInstructions => instructions > 0;

    public void Mark(string? kind)
    {
        switch (kind)
        {
            case "begin":
                showsResult.Add(false);
                instructions++;
                break;
            case "separate" when showsResult is [.., false]:
                showsResult[^1] = true;
                instructions--;
                break;
            case "end" when showsResult.Count > 0:
                instructions -= showsResult[^1] ? 0 : 1;
                showsResult.RemoveAt(showsResult.Count - 1);
                break;
        }
    }

    /// <summary>Instructions that go on in the next paragraph are rarer than fields that are broken, of which nothing may be lost.</summary>
    public void EndParagraph()
    {
        if (instructions > 0)
        {
            showsResult.RemoveAll(result => !result);
            instructions = 0;
        }
    }
}
