using System.Xml;

namespace BriefingBot.Ingestion;

/// <summary>
/// Content that a document holds twice, for newer programs and for older ones: ECMA-376, part 3. The first that says something is read,
/// and no other, so that a text box is not read twice, and one that only its picture for older programs tells of is read.
/// </summary>
internal static class OfficeAlternatives
{
    /// <param name="xml">On the element that holds the alternatives.</param>
    /// <param name="written">How much has been read so far.</param>
    /// <param name="element">Reads an element of the alternative that was chosen.</param>
    public static void Read(XmlReader xml, Func<int> written, Action<string> element)
    {
        var before = written();
        xml.EachChild(alternative =>
        {
            if (alternative is "mc:Choice" or "mc:Fallback" && written() == before)
            {
                xml.EachChild(element);
            }
        });
    }
}
