using BriefingBot.Answering;
using BriefingBot.Articles;
using BriefingBot.Tests.Web;

namespace BriefingBot.Tests.Answering;

/// <summary>A row of a table of questions to the sample articles.</summary>
internal static class SampleRow
{
    public static async Task HoldsAsync(LoadedSamples samples, string question, DateOnly asked, string shown, string from, string understood)
    {
        var answer = await samples.Briefing.Get<QuestionAnswerer>().AnswerAsync(
            new(question, Asker.Unknown) { Asked = asked }, TestContext.Current.CancellationToken);

        var text = PlainTextRendering.Render(answer);
        var words = shown.Split('`')[1];
        switch (shown.Split('`')[0].Trim())
        {
            case "stale:":
                Assert.True(answer.Refusal == RefusalReason.Stale, text);
                Assert.Contains(words, text);
                break;
            case "refused:":
                Assert.True(answer.Refusal is RefusalReason.NotEnough or RefusalReason.NothingFound, text);
                Assert.Contains(words, text);
                break;
            default:
                Assert.True(answer.Refusal is null, text);
                Assert.True(answer.Quotes.Any(quote => quote.Text.Contains(words, StringComparison.Ordinal)), text);
                break;
        }

        var first = answer.Refusal is null ? answer.Quotes[0].Article.Id : answer.Closest[0].ArticleId;
        Assert.True(from == "any" || from.Split(" or ").Contains(first["sample/".Length..]), text);
        Assert.Equal(understood, answer.UnderstoodAs ?? "–");
    }
}
