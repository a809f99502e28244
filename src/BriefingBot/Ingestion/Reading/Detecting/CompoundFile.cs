using System.Text;

namespace BriefingBot.Ingestion;

/// <summary>
/// Compound files (https://learn.microsoft.com/openspecs/windows_protocols/ms-cfb), which Office wrote until 2007 and still wraps encrypted
/// documents in. What one is, is told by the names in its directory, which stand in it in UTF-16.
/// </summary>
internal static class CompoundFile
{
    /// <summary>A message first: documents may be attached to it, with names of their own. A document may have a sheet within it.</summary>
    public static UnreadKind KindOf(ReadOnlySpan<byte> bytes) =>
        Names(bytes, "__properties_version1.0") ? new("a message of Outlook (.msg)", "Save it as .eml: open it in a mail program and save or export it from there")
        : Names(bytes, "EncryptedPackage") ? new("an encrypted Office document", "Open it with its password, and save it without one")
        : Names(bytes, "WordDocument") ? new("an old Word document (.doc)", "Open it in a word processor and save it as .docx")
        : Names(bytes, "PowerPoint Document") ? new("an old PowerPoint presentation (.ppt)", "Open it in PowerPoint or Impress and save it as .pptx")
        : Names(bytes, "Workbook") || Names(bytes, "Book") ? UnreadKind.Spreadsheet("an old spreadsheet (.xls)")
        : new("an old Office file", "Open it in the program that it is from and save it as .docx, .pptx or PDF");

    private static bool Names(ReadOnlySpan<byte> bytes, string name) => bytes.IndexOf(Encoding.Unicode.GetBytes(name)) >= 0;
}
