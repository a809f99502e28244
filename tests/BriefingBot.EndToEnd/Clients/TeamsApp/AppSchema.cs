using System.Text.Json.Nodes;

namespace BriefingBot.EndToEnd.Clients;

/// <summary>The published schemas of Teams apps.</summary>
internal static class AppSchema
{
    /// <summary>What is wrong with each text by the schema of that name.</summary>
    public static async Task<IReadOnlyList<string>> FaultsAsync(string version, params IEnumerable<(string Schema, string Text)> files)
    {
        var faults = new List<string>();
        await using var script = await NodeScript.StartAsync("TeamsApp/validate.mjs", Needed.Package("@microsoft/app-manifest"));
        foreach (var (schema, text) in files)
        {
            var result = await script.DoAsync(new JsonObject { ["schema"] = schema, ["version"] = version, ["text"] = text });
            faults.AddRange(result["errors"]!.AsArray().Select(error => $"{schema}: {error}"));
            Assert.Equal((bool)result["valid"]!, result["errors"]!.AsArray().Count == 0);
        }

        return faults;
    }
}
