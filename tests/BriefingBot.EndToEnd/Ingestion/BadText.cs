using System.Text;

namespace BriefingBot.EndToEnd.Ingestion;

/// <summary>Files that hold no text, none that can be read for certain, or too much markup.</summary>
internal static class BadText
{
    private static readonly byte[] InWindows1252 = [.. "The caf"u8, 0xE9, .. " of Lindale is open.\n"u8];

    public static readonly IReadOnlyDictionary<string, Action<BadArticle>> Inputs = new Dictionary<string, Action<BadArticle>>
    {
        ["a picture named .txt"] = given => given.Give("picture.txt", [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10, 0, 0]),
        ["a PDF document named .md"] = given => given.Give("report.md", "%PDF-1.7\nThe words of it are packed."),
        ["random bytes named .html"] = given =>
        {
            var bytes = new byte[4_000];
            new Random(1).NextBytes(bytes);
            given.Give("random.html", bytes);
        },
        ["an empty file"] = given => given.Give("empty.txt", ""),
        ["a file of blanks"] = given => given.Give("blank.txt", " \n\t\n "),
        ["front matter without a text"] = given => given.Give("only.md", "---\ntitle: Nothing\n---\n"),
        ["a page without text"] = given => given.Give("empty.html", "<html><body><script>1</script></body></html>"),
        ["a text all in Windows-1252"] = given => given.Give("cafe.txt", InWindows1252),
        ["a text in UTF-8 that goes on in Windows-1252"] = given => given.Give("mixed.txt", [.. "The café of Tormouth is open.\n"u8, .. InWindows1252]),
        ["a text in Windows-1252 that goes on in UTF-8"] = given => given.Give("mixed.md", [.. InWindows1252, .. InWindows1252, .. "“It is open,” said the owner.\n"u8]),
        ["a page in UTF-8 with one byte that is not"] = given => given.Give("mixed.html", [.. "<p>Déjà vu à la carte, été après été, où l’on dînait à côté : ça, là.</p>"u8, 0x92]),
        ["a text in UTF-8 behind its mark, with one byte that is not"] = given => given.Give("marked.txt", [.. Encoding.UTF8.Preamble, .. "The caf"u8, 0xE9, .. " is open."u8]),
        ["a text in UTF-8 that ends in the middle of a character"] = given => given.Give("cut.txt", "The price is 5 €, said the owner of the café at 5 €"u8[..^1].ToArray()),
        ["a text with NUL in it"] = given => given.Give("nul.txt", "The mill\0 of Torvik stands."),
        ["a page nested 3,000 deep"] = given => given.Give("deep.html", string.Concat(Enumerable.Repeat("<div>", 3_000)) + "Words."),
        ["front matter whose groups are not closed"] = given => given.Give("secret.md", "---\ngroups: [board\n---\nThe merger is secret."),
        ["front matter that writes groups as _groups"] = given => given.Give("secret.md", "---\n_groups: [board]\n---\nThe merger is secret."),
    };
}
