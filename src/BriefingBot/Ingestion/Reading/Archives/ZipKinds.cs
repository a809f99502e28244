using System.Text;

namespace BriefingBot.Ingestion;

/// <summary>Tells what a ZIP archive is inside, by the names that its directory lists.</summary>
internal static class ZipKinds
{
    public static InputFormat Of(ReadOnlySpan<byte> bytes) =>
        Holds(bytes, "mimetypeapplication/vnd.oasis.opendocument.text") ? InputFormat.OpenDocumentText
        : Holds(bytes, "mimetypeapplication/epub+zip") ? InputFormat.Epub
        : Holds(bytes, "word/document.xml") ? InputFormat.Docx
        : Holds(bytes, "ppt/presentation.xml") ? InputFormat.Pptx
        : UnreadKinds.OfZip(bytes) is not null ? InputFormat.Unsupported
        : InputFormat.Zip;

    private static bool Holds(ReadOnlySpan<byte> bytes, string name) => bytes.IndexOf(Encoding.ASCII.GetBytes(name)) >= 0;
}
