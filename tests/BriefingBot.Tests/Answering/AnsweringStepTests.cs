using System.Collections.Concurrent;
using BriefingBot.Answering;
using BriefingBot.Articles;
using BriefingBot.ScriptedModel;
using BriefingBot.Tests.Support;

namespace BriefingBot.Tests.Answering;

public sealed class AnsweringStepTests : IProgress<AnsweringStep>
{
    private const string Text = "A new primary school opened in Nyholm on Monday with room for 240 pupils. The school was designed by the architect Per Dahl. Building it took three years.";

    private readonly ConcurrentQueue<AnsweringStep> _steps = [];

    void IProgress<AnsweringStep>.Report(AnsweringStep value) => _steps.Enqueue(value);

    [Fact]
    public async Task Question_is_told_to_be_searched_for_read_and_checked()
    {
        await using var briefing = Briefing.OnNewStore();
        await briefing.SaveAsync(Some.Article(Text));
        AnsweringStep.ReportTo(this);

        var answer = await briefing.AskAsync("Who designed the new school?");

        Assert.Equal([new AnsweringStep.Searching(), new AnsweringStep.Reading(1), new AnsweringStep.CheckingQuotes(answer.Quotes.Length)], _steps);
    }

    [Fact]
    public async Task Language_models_writing_and_what_it_points_at_are_told_as_well()
    {
        await using var model = await ScriptedServer.StartAsync();
        await using var briefing = Briefing.On(new Dictionary<string, string?>
        {
            ["LanguageModel:Provider"] = "OpenAI",
            ["LanguageModel:Endpoint"] = model.Endpoint.AbsoluteUri,
            ["LanguageModel:Model"] = "scripted",
        });
        await briefing.SaveAsync(Some.Article(Text));
        AnsweringStep.ReportTo(this);

        await briefing.AskAsync("Who designed the new school?");

        Assert.IsType<AnsweringStep.Writing>(_steps.ElementAt(3));
        Assert.InRange(Assert.IsType<AnsweringStep.CheckingQuotes>(_steps.ElementAt(4)).Count, 1, 3);
    }

    [Fact]
    public async Task Quotation_and_briefing_tell_their_steps()
    {
        await using var briefing = Briefing.OnNewStore();
        await briefing.SaveAsync(Some.Article(Text));
        AnsweringStep.ReportTo(this);

        await briefing.Get<QuoteChecker>().CheckAsync("The school was designed by the architect Per Holm.", Asker.Unknown, ArticleFilter.All, TestContext.Current.CancellationToken);
        Assert.Equal([new AnsweringStep.Searching(), new AnsweringStep.CheckingQuotes(1)], _steps);

        _steps.Clear();
        await briefing.Get<DigestWriter>().WriteAsync(new("the new school in Nyholm", Asker.Unknown), TestContext.Current.CancellationToken);
        Assert.Equal(new AnsweringStep.Searching(), _steps.First());
    }
}
