namespace BriefingBot.Ingestion;

/// <summary>What a file's name says of its format.</summary>
internal static class FileEnding
{
    /// <summary>
    /// With its dot and in small letters, or empty: what follows the last dot is no ending when it has no letter, as in "minutes 3.12", or anything
    /// but letters and digits, as in "v1.2 of the plan".
    /// </summary>
    public static string Of(string name)
    {
        var ending = Path.GetExtension(name);
        return ending.Length > 1 && ending.AsSpan(1).IndexOfAnyExcept(LettersAndDigits) < 0 && ending.Any(char.IsAsciiLetter) ? ending.ToLowerInvariant() : "";
    }

    private static readonly System.Buffers.SearchValues<char> LettersAndDigits =
        System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");
}
