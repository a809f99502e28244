namespace BriefingBot.EndToEnd.Ingestion;

/// <summary>Files and folders that cannot be read.</summary>
internal static class BadFiles
{
    public static readonly IReadOnlyDictionary<string, Action<BadArticle>> Inputs = new Dictionary<string, Action<BadArticle>>
    {
        ["a path where nothing is"] = given => given.Give("absent.txt"),
        ["a picture"] = given => given.Give("picture.txt", [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10, 0, 0]),
    };
}
