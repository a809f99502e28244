namespace BriefingBot.Ingestion;

/// <summary>The formats that are told apart by what a file holds.</summary>
internal enum InputFormat
{
    /// <summary>None that is read.</summary>
    Unsupported,
    PlainText,
    Markdown,
    Html,
    Pdf,
    Docx,
    Pptx,
    OpenDocumentText,
    Epub,
    Mail,
    Feed,
    Zip,
}
