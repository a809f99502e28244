using System.Text;

namespace BriefingBot.Ingestion;

/// <summary>The names of files in archives, which become a part of an article's id.</summary>
internal static class ZipEntryName
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly Encoding Cp437 = CodePagesEncodingProvider.Instance.GetEncoding(437)!;

    /// <summary>UTF-8 where the archive says so or the bytes are that, else the IBM PC's character set, as the format prescribes. Backslashes, which old Windows programs wrote, are slashes.</summary>
    public static string Decode(ReadOnlySpan<byte> name, bool isUtf8)
    {
        string text;
        try
        {
            text = StrictUtf8.GetString(name);
        }
        catch (DecoderFallbackException)
        {
            text = isUtf8 ? Encoding.UTF8.GetString(name) : Cp437.GetString(name);
        }

        return text.Replace('\\', '/');
    }

    /// <summary>Whether it is nobody's article: what a system or a program keeps for itself.</summary>
    public static bool IsHidden(string name) => name.Split('/').Any(part => part is "__MACOSX" || (part.StartsWith('.') && part is not ("." or "..")));

    /// <summary>What is wrong with the name and the remedy; null when it can be a part of an id.</summary>
    public static string? ProblemOf(string name) => name switch
    {
        "" => "its name is empty. Make the archive anew",
        _ when name[0] == '/' || (name.Length > 1 && char.IsAsciiLetter(name[0]) && name[1] == ':') || name.Split('/').Contains("..") =>
            "its path leads out of the archive, as no sound archive's does. Check where the archive comes from, and make it anew",
        _ when name.Any(c => char.IsControl(c) || c is '\uFFFD' or '\u2028' or '\u2029') =>
            "its name holds a character that cannot be read or shown. Give the file another name and make the archive anew",
        _ => null,
    };

    /// <summary>The name as it can be shown on a line.</summary>
    public static string Shown(string name) => string.Concat(name.Select(c => char.IsControl(c) || c is '\u2028' or '\u2029' ? '\uFFFD' : c));
}
