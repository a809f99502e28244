using System.Text.Encodings.Web;
using System.Text.Json;

namespace BriefingBot.Benchmarks;

/// <summary>Writes statements to check that share no rule with those of <see cref="StatementFile"/>, as many true ones as false ones, a line each.</summary>
internal static class ParaphraseFile
{
    private const int Seed = 40961;

    private static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static int Make(string articlesFile, int count)
    {
        var maker = new ParaphraseMaker([.. JsonLines.Read<ArticleLine>(articlesFile).Select(article => (article.Id, article.Text))], Seed);
        var missing = 2 * count;
        foreach (var statement in maker.True(count).Concat(maker.False(count)))
        {
            missing--;
            Console.Out.Write(JsonSerializer.Serialize(statement, Readable) + "\n");
        }

        if (missing > 0)
        {
            Console.Error.WriteLine($"The articles have no sentences for {missing} of the statements.");
        }

        return missing > 0 ? 1 : 0;
    }

    private sealed record ArticleLine(string Id, string Text);
}
