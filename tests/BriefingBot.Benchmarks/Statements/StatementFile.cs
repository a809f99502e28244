using System.Text.Encodings.Web;
using System.Text.Json;

namespace BriefingBot.Benchmarks;

/// <summary>Writes statements to check, as many true ones as false ones, a line each.</summary>
internal static class StatementFile
{
    private const int Seed = 20261127;

    private static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static int Make(string articlesFile, int count)
    {
        var maker = new StatementMaker([.. JsonLines.Read<ArticleLine>(articlesFile).Select(article => (article.Id, article.Text))], Seed);
        foreach (var statement in maker.True(count).Concat(maker.False(count)))
        {
            Console.Out.Write(JsonSerializer.Serialize(statement, Readable) + "\n");
        }

        return 0;
    }

    private sealed record ArticleLine(string Id, string Text);
}
