using AngleSharp.Html.Parser;
using BriefingBot.Answering;
using BriefingBot.Articles;
using BriefingBot.Evaluation;
using BriefingBot.Tests.Support;

namespace BriefingBot.Tests.Evaluation;

public sealed class EvaluatorTests
{
    private static readonly Article[] News =
    [
        Some.Article(id: "storm", title: "Storm closes the port <b>of</b> Oldport", text: "The port of Oldport was closed on Tuesday after a storm. Harbour master Ida Lund said nobody was hurt."),
        Some.Article(id: "school", title: "School opens in Nyholm", text: "A new primary school opened in Nyholm on Monday. The school was designed by the architect Per Dahl.") with { Published = PublicationDate.TryParse("2026-11-26", out var day) ? day : null },
        Some.Article(id: "budget", title: "The council's secret budget", text: "The architect Per Dahl designed the council's secret school for 9 million crowns.") with { Groups = ["council"] },
    ];

    private static readonly LabelledQuestion Designed = new("designed", "Who designed the new school?") { Answerable = true, Articles = ["school"], Spans = [new("school", new(49, 99))] };
    private static readonly LabelledQuestion Boiling = new("boiling", "What is the boiling point of tungsten hexafluoride?") { Answerable = false };
    private static readonly LabelledQuestion Missed = new("missed", "Who said that nobody was hurt in the <script>storm</script>?")
    {
        Answerable = true,
        Articles = ["storm"],
        Words = ["<img src=x>"],
        Spans = [new("elsewhere", new(0, 4))],
    };

    [Fact]
    public async Task A_question_is_asked_once_and_told_as_it_would_have_been_answered_and_refused()
    {
        var asked = await EvaluateAsync(Designed, Boiling);

        var (answered, refused) = (asked[0], asked[1]);
        Assert.Equal((null, 1, true), (answered.Outcome.Refusal, answered.Outcome.AnsweredAt, answered.Outcome.IsRight));
        Assert.Equal(answered.Answer.Quotes[0].Text.Length, answered.Outcome.FirstLength);
        Assert.Equal("school", answered.Outcome.Articles.Fused[0]);
        Assert.Equal("school", answered.Outcome.Articles.Bm25[0]);
        Assert.Equal("school", answered.Outcome.Articles.Dense[0]);
        Assert.NotNull(refused.Outcome.Refusal);
        Assert.NotEmpty(refused.Answer.Quotes);
        Assert.Equal(2, refused.Outcome.Articles.Dense.Length);
    }

    [Fact]
    public async Task Words_of_time_look_where_they_do_for_a_person()
    {
        // Of the week named there is nothing; what is newer may tell of it, what is older may not.
        var asked = await EvaluateAsync(
            Designed with { Text = "Who designed the new school last week?", Asked = new(2026, 11, 26) },
            Designed with { Text = "Who designed the new school this week?", Asked = new(2026, 12, 24) });

        Assert.Equal((null, 1), (asked[0].Outcome.Refusal, asked[0].Outcome.AnsweredAt));
        Assert.Equal((RefusalReason.Stale, 1), (asked[1].Outcome.Refusal, asked[1].Outcome.AnsweredAt));
    }

    [Fact]
    public async Task An_article_for_a_group_is_in_no_list_and_no_report()
    {
        var asked = await EvaluateAsync(Designed with { Spans = [new("elsewhere", new(0, 4))] });

        Assert.DoesNotContain("budget", asked.SelectMany(each => each.Outcome.Articles.Fused.Concat(each.Outcome.Articles.Bm25).Concat(each.Outcome.Articles.Dense)));
        Assert.DoesNotContain("secret", Report(asked));
    }

    [Fact]
    public async Task The_report_needs_nothing_else_runs_nothing_and_shows_what_was_missed()
    {
        var page = Report(await EvaluateAsync(Designed, Boiling, Missed));

        var document = await new HtmlParser().ParseDocumentAsync(page, TestContext.Current.CancellationToken);
        Assert.Empty(document.QuerySelectorAll("script, link, img, iframe, object, embed, [src], [style], [onload], [onerror]"));
        Assert.DoesNotContain("url(", document.QuerySelector("style")!.TextContent);
        var miss = Assert.Single(document.QuerySelectorAll(".misses > li"));
        Assert.Equal("Who said that nobody was hurt in the <script>storm</script>?", miss.QuerySelector("h3")!.TextContent);
        Assert.Contains("<img src=x>", miss.TextContent);
        Assert.Contains("Ida Lund", miss.QuerySelector(".shown")!.TextContent);
        Assert.All(document.QuerySelectorAll("svg[role=img]"), plot => Assert.All(["title", "desc"], part => Assert.NotEmpty(plot.QuerySelector(part)!.TextContent)));
        Assert.Equal(["hits", "risk", "calibration", "latency"], document.QuerySelectorAll("svg[role=img] > title").Select(title => title.Id!.Replace("-title", "")));
        Assert.All(document.QuerySelectorAll("table"), table => Assert.NotEmpty(table.QuerySelectorAll("caption + * th, caption + thead th")));
        Assert.All(document.QuerySelectorAll("svg [points], svg [x], svg [cx], svg [y1]"), shape => Assert.DoesNotContain("NaN", shape.OuterHtml));
    }

    [Fact]
    public async Task Where_every_question_failed_the_report_says_why_and_measures_nothing()
    {
        TriedQuestion failed = new(Designed with { Line = 7 }, Evaluated: null, "the article <b>school</b> is damaged");

        var document = await new HtmlParser().ParseDocumentAsync(
            EvaluationReport.Render(EvaluationSummary.Of(SomeEvaluation.Run, [], unmeasured: 1), new WorstMisses(), failed), TestContext.Current.CancellationToken);

        Assert.Empty(document.QuerySelectorAll("svg[role=img]"));
        Assert.Contains("1 failed, and are in no measure", document.Body!.TextContent);
        Assert.Contains("the article <b>school</b> is damaged", document.Body.TextContent);
    }

    [Fact]
    public async Task A_report_without_labels_leaves_out_what_was_not_measured()
    {
        var document = await new HtmlParser().ParseDocumentAsync(Report(await EvaluateAsync(new LabelledQuestion("1", "Who?"))), TestContext.Current.CancellationToken);
        Assert.Equal(["latency-title"], document.QuerySelectorAll("svg[role=img] > title").Select(title => title.Id));
    }

    [Fact]
    public async Task The_fifty_most_confident_misses_are_kept()
    {
        var answer = (await EvaluateAsync(Missed))[0].Answer;
        var misses = new WorstMisses();
        foreach (var index in Enumerable.Range(0, 60))
        {
            // In no order.
            misses.Add(new(new QuestionOutcome(Missed) { Confidence = (index * 7 % 60) / 60.0 }, answer));
        }

        misses.Add(new(new QuestionOutcome(Boiling) { Refusal = RefusalReason.NotEnough }, answer));
        Assert.Equal(50, misses.Missed.Count);
        Assert.All(misses.Missed, miss => Assert.True(miss.Outcome.Confidence >= 10 / 60.0));
        Assert.Empty(misses.AnsweredWrongly);
    }

    private static string Report(IReadOnlyList<EvaluatedQuestion> asked)
    {
        var misses = new WorstMisses();
        foreach (var each in asked)
        {
            misses.Add(each);
        }

        return EvaluationReport.Render(EvaluationSummary.Of(SomeEvaluation.Run, [.. asked.Select(each => each.Outcome)]), misses);
    }

    private static async Task<IReadOnlyList<EvaluatedQuestion>> EvaluateAsync(params LabelledQuestion[] questions)
    {
        await using var briefing = Briefing.OnNewStore();
        await briefing.SaveAsync(News);
        return await briefing.Get<Evaluator>().EvaluateAsync(questions, isExtractive: true, TestContext.Current.CancellationToken).Select(tried => tried.Evaluated!).ToListAsync(TestContext.Current.CancellationToken);
    }
}
