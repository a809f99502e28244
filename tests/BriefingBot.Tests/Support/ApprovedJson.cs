using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace BriefingBot.Tests.Support;

/// <summary>JSON that is sent, compared with the file in <c>Specs/Wire</c> that somebody has looked at.</summary>
internal static partial class ApprovedJson
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Ids and ports, which differ each time, are replaced by words. BRIEFING_APPROVE=1 writes the file in place of comparing it.</summary>
    public static void Matches(string name, JsonNode sent)
    {
        var path = Path.Combine(RepositoryFile.Root, "tests", "BriefingBot.Tests", "Specs", "Wire", $"{name}.json");
        var actual = Port().Replace(Id().Replace(AnswerId().Replace(sent.ToJsonString(Indented).ReplaceLineEndings("\n"), "ANSWER"), "ID"), "http://127.0.0.1:PORT") + "\n";
        if (Environment.GetEnvironmentVariable("BRIEFING_APPROVE") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, actual);
        }

        Assert.Equal(File.ReadAllText(path).ReplaceLineEndings("\n"), actual);
    }

    [GeneratedRegex("[0-9a-f]{64}/[0-9a-f]{64}/[0-9a-f]{32}")]
    private static partial Regex AnswerId();

    [GeneratedRegex(@"\b[0-9a-f]{32}\b")]
    private static partial Regex Id();

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+")]
    private static partial Regex Port();
}
