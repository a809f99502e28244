using System.Text;

namespace BriefingBot.Web.Admin;

/// <summary>The name under which an uploaded file is stored, and which is its article's id where it brings none.</summary>
internal static class UploadName
{
    // Most file systems take 255 bytes.
    private const int MostBytes = 200;

    // What Windows does not take, on every system: a data directory may move.
    private const string Refused = "<>:\"|?*";

    /// <summary>The last part of a path, in either system's writing, of characters that every system takes; null where nothing is left of it.</summary>
    public static string? Of(string sent)
    {
        var last = sent[(sent.LastIndexOfAny(['/', '\\']) + 1)..];
        var name = string.Concat(last.Select(c => char.IsControl(c) || Refused.Contains(c) || c == '\uFFFD' || char.IsSurrogate(c) && !IsPaired(last) ? '_' : c)).Trim().TrimStart('.').TrimEnd('.', ' ');
        var extension = Path.GetExtension(name);
        if (Encoding.UTF8.GetByteCount(extension) > MostBytes / 2)
        {
            extension = "";
        }

        var stem = name[..^extension.Length];
        while (stem.Length > 0 && Encoding.UTF8.GetByteCount(stem + extension) > MostBytes)
        {
            stem = stem[..^(stem.Length > 1 && char.IsLowSurrogate(stem[^1]) ? 2 : 1)];
        }

        return stem.Length == 0 ? null : stem + extension;
    }

    private static bool IsPaired(string text)
    {
        try
        {
            _ = new UTF8Encoding(false, throwOnInvalidBytes: true).GetByteCount(text);
            return true;
        }
        catch (EncoderFallbackException)
        {
            return false;
        }
    }
}
