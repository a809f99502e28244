namespace BriefingBot.Ingestion;

/// <summary>Says why a file of no format that is read is refused, and what to do.</summary>
internal static class UnsupportedInput
{
    private static readonly UnreadKind OddArchive = new("a ZIP archive of a kind that is not known", "Unpack it and load the files that are in it");

    public static string Refusal(string name, ReadOnlySpan<byte> bytes) =>
        (FormatDetection.IsZip(bytes) ? ZipKinds.UnreadKindOf(bytes) ?? OddArchive : UnreadKinds.Of(bytes))?.Refusal ?? OfEnding(FileEnding.Of(name));

    /// <summary>What is neither known nor any text: its name says what was hoped for.</summary>
    private static string OfEnding(string ending) => ending switch
    {
        ".pdf" or ".docx" or ".pptx" or ".odt" or ".epub" or ".zip" => $"it is named {ending} and does not begin as such a file does. Download it again, or save it anew in the program that it is from",
        ".eml" => "it is named .eml and does not begin with the headers of a mail. Save the mail anew from the mail program",
        ".rss" or ".atom" => $"it is named {ending} and holds no feed. Download it again from the address of the feed",
        ".xml" => "its XML is neither a feed nor a web page. Save what is to be quoted from it as .txt, .md or .html",
        _ => $"this kind of file is not read. These are: {InputReaders.SupportedList}, and .jsonl or .ndjson with one article a line",
    };
}
