using System.Collections.Immutable;
using System.Text.Json;
using BriefingBot.Answering;
using BriefingBot.Articles;

namespace BriefingBot.Training;

/// <summary>A question with the places of its answers, and what the product retrieves for it.</summary>
internal sealed record LabelledQuestion(string Id, string Text, bool Answerable, string ArticleId, ImmutableArray<(string ArticleId, TextSpan Span)> Gold, Retrieval Retrieval)
{
    /// <summary>Whether an answer stands whole in a span of an article.</summary>
    public bool IsAnsweredBy(Article article, TextSpan span) =>
        Gold.Any(gold => gold.ArticleId == article.Id && span.Start <= gold.Span.Start && gold.Span.End <= span.End);

    /// <summary>Reads questions and retrieves for each.</summary>
    public static async Task<ImmutableArray<LabelledQuestion>> ReadAsync(string file, int every, Func<string, Task<Retrieval>> retrieve)
    {
        var questions = ImmutableArray.CreateBuilder<LabelledQuestion>();
        var number = 0;
        foreach (var line in File.ReadLines(file))
        {
            if (number++ % every != 0)
            {
                continue;
            }

            var json = JsonElement.Parse(line);
            var text = json.GetProperty("question").GetString()!;
            var gold = json.GetProperty("spans").EnumerateArray()
                .Select(span => (span[0].GetString()!, new TextSpan(span[1].GetInt32(), span[2].GetInt32()))).ToImmutableArray();
            questions.Add(new(
                json.GetProperty("id").GetString()!, text, json.GetProperty("answerable").GetBoolean(), json.GetProperty("articles")[0].GetString()!, gold, await retrieve(text)));
        }

        return questions.DrainToImmutable();
    }
}
