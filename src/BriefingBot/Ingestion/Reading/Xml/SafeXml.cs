using System.Xml;

namespace BriefingBot.Ingestion;

/// <summary>
/// The one way to read XML that came from outside: no external entity, no entity of its own, no document type, nothing nested without end.
/// </summary>
internal static class SafeXml
{
    /// <summary>Word's deepest nesting of tables and text boxes stays far below, and the readers call themselves once a level.</summary>
    public const int Deepest = 300;

    private static readonly XmlReaderSettings Settings = new()
    {
        // Read over: what it declares is not known afterwards, so that whoever refers to it is refused.
        DtdProcessing = DtdProcessing.Ignore,
        XmlResolver = null,
        MaxCharactersInDocument = InputBytes.Largest,
        MaxCharactersFromEntities = 1_024,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        // Some programs write control characters, which are no XML; texts are freed of them.
        CheckCharacters = false,
        CloseInput = true,
    };

    /// <summary>A reader on the root element.</summary>
    public static XmlReader Open(Stream xml)
    {
        var reader = XmlReader.Create(xml, Settings);
        reader.MoveToContent();
        return reader;
    }

    /// <summary>What was read, or <see cref="UnreadableInputException"/> for whatever is wrong with the document's inside.</summary>
    public static T Explained<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (XmlException fault)
        {
            throw new UnreadableInputException("the XML in it is damaged, or refers to entities, which are not followed. Open it in the program that it comes from, and save it anew", fault);
        }
        catch (InvalidDataException fault)
        {
            throw ZipDirectory.Damaged(fault);
        }
        catch (Exception fault) when (fault is not UnreadableInputException and not OutOfMemoryException)
        {
            throw new UnreadableInputException("it cannot be made sense of. Open it in the program that it comes from, and save it anew", fault);
        }
    }
}
