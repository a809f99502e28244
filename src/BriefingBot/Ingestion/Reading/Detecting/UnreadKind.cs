namespace BriefingBot.Ingestion;

/// <summary>A kind of file that is known and not read.</summary>
/// <param name="Name">With its article: "a JPEG image".</param>
/// <param name="Remedy">What to do to have its words read.</param>
internal sealed record UnreadKind(string Name, string Remedy)
{
    public string Refusal => $"it is {Name}, which is not read. {Remedy}";

    public static UnreadKind Image(string name) => new(name, "Run text recognition (OCR) on it, and load the text that it finds");

    public static UnreadKind Archive(string name) => new(name, "Unpack it and load the files that are in it, or pack them as .zip");

    public static UnreadKind Recording(string name) => new(name, "Write down what is said in it and load that as text");

    public static UnreadKind Spreadsheet(string name) => new(name, "Save what is to be quoted from it as .docx, .pdf or .txt");
}
