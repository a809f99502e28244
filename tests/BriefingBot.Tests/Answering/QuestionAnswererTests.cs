using BriefingBot.Answering;
using BriefingBot.Articles;
using BriefingBot.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.SemanticKernel;

namespace BriefingBot.Tests.Answering;

public sealed class QuestionAnswererTests
{
    private static readonly Article[] News =
    [
        Some.Article(
            id: "storm",
            title: "Storm closes the port of Oldport",
            text: "The port of Oldport was closed on Tuesday after a storm tore two cranes from their rails. Harbour master Ida Lund said nobody was hurt. "
                + "Repairs will cost about 4.2 million crowns, the port authority estimates. Ferries to Nyholm are expected to sail again on Friday."),
        Some.Article(
            id: "school",
            title: "School opens in Nyholm",
            text: "A new primary school opened in Nyholm on Monday with room for 240 pupils. The school was designed by the architect Per Dahl. Building it took three years."),
        Some.Article(
            id: "budget",
            title: "The council's secret budget",
            text: "The council plans to sell the Oldport lighthouse for 9 million crowns. The buyer is a hotel company from Westmark.") with { Groups = ["council"] },
    ];

    [Fact]
    public async Task A_question_is_answered_with_the_words_that_answer_it()
    {
        await using var briefing = await WithNewsAsync();
        var answer = await briefing.AskAsync("Who designed the new school?");
        Assert.Null(answer.Refusal);
        Assert.Equal("The school was designed by the architect Per Dahl.", answer.Quotes[0].Text);
        Assert.InRange(answer.Confidence, 0.5, 1);
    }

    [Fact]
    public async Task A_decimal_stays_in_its_sentence()
    {
        await using var briefing = await WithNewsAsync();
        var answer = await briefing.AskAsync("How much will the repairs of the port cost?");
        Assert.Equal("Repairs will cost about 4.2 million crowns, the port authority estimates.", answer.Quotes[0].Text);
    }

    [Theory]
    [InlineData("Which goalkeeper signed for Manchester United?")]
    [InlineData("What is the boiling point of tungsten hexafluoride?")]
    public async Task A_question_about_something_else_is_refused_with_a_reason(string question)
    {
        await using var briefing = await WithNewsAsync();
        var answer = await briefing.AskAsync(question);
        Assert.True(answer.Refusal is RefusalReason.NothingFound or RefusalReason.NotEnough, $"{answer.Refusal} at {answer.Confidence}");
        Assert.Empty(answer.Quotes);
    }

    [Theory]
    [InlineData("storm in Oldport")]
    [InlineData("repairs of cranes")]
    [InlineData("latest news about ferries")]
    public async Task A_subject_is_shown_where_its_words_stand_together(string subject)
    {
        await using var briefing = await WithNewsAsync();
        var answer = await briefing.AskAsync(subject);
        Assert.Equal("storm", answer.Quotes[0].Article.Id);
    }

    [Theory]
    [InlineData("When did the bridge at Tarn open?")]
    [InlineData("What opened at Tarn on ٣ March?")]
    [InlineData("What opened at Tarn in 1٢٣٤?")]
    [InlineData("What opened at Tarn on ٣/٣/2019?")]
    [InlineData("What opened at Tarn in the last ٣ months?")]
    public async Task Digits_of_other_scripts_are_words_like_others(string question)
    {
        await using var briefing = Briefing.OnNewStore();
        await briefing.SaveAsync(
        [
            Some.Article(id: "one", title: "Bridge opened", text: "The bridge at Tarn opened on ٣ March 2019 after nine years, the mayor said."),
            Some.Article(id: "two", title: "Bridge at Tarn", text: "The bridge at Tarn opened on 5 April 2020 after ten years, the council said."),
        ]);

        var answer = await briefing.AskAsync(question);

        Assert.NotEmpty(answer.Quotes);
        Assert.DoesNotContain("— only", answer.UnderstoodAs ?? "");
    }

    [Theory]
    [InlineData("salary of the architect")]
    [InlineData("cost of schools")]
    [InlineData("very good port")]
    [InlineData("and so on")]
    public async Task A_subject_whose_words_do_not_stand_together_is_refused(string subject)
    {
        await using var briefing = await WithNewsAsync();
        var answer = await briefing.AskAsync(subject);
        Assert.True(answer.Refusal is RefusalReason.NothingFound or RefusalReason.NotEnough, $"{answer.Refusal} at {answer.Confidence}");
    }

    [Fact]
    public async Task A_refusal_for_want_of_evidence_offers_the_closest_titles()
    {
        await using var briefing = await WithNewsAsync();
        var answer = await briefing.AskAsync("Who was the architect of the port of Oldport's customs house?");
        Assert.Equal(RefusalReason.NotEnough, answer.Refusal);
        Assert.Contains(answer.Closest, closest => closest.Title == "Storm closes the port of Oldport");
    }

    [Fact]
    public async Task An_answer_that_may_not_be_refused_tells_why_it_would_have_been()
    {
        await using var briefing = await WithNewsAsync();
        const string Unanswered = "Who was the architect of the port of Oldport's customs house?";
        var refused = await briefing.AskAsync(Unanswered);
        var forced = await briefing.AskAsync(Unanswered, neverRefuse: true);
        Assert.Null(forced.Refusal);
        Assert.Equal(refused.Refusal, forced.Overruled);
        Assert.Null(refused.Overruled);
        Assert.Null((await briefing.AskAsync("Who designed the new school?", neverRefuse: true)).Overruled);
    }

    [Fact]
    public async Task An_empty_index_has_nothing_to_find()
    {
        await using var briefing = Briefing.OnNewStore();
        var answer = await briefing.AskAsync("Who designed the new school?", neverRefuse: true);
        Assert.Equal(RefusalReason.NothingFound, answer.Refusal);
        Assert.Equal(0, answer.Confidence);
    }

    [Fact]
    public async Task Who_may_read_nothing_is_told_the_same_as_where_there_is_nothing()
    {
        await using var empty = Briefing.OnNewStore();
        await using var closed = Briefing.OnNewStore();
        await closed.SaveAsync(News[2]);
        const string Question = "For how much will the council sell the Oldport lighthouse?";

        var (ofEmpty, ofClosed) = (await empty.AskAsync(Question), await closed.AskAsync(Question));

        Assert.StartsWith("There are no articles yet that I can answer from.", PlainTextRendering.Render(ofEmpty));
        Assert.Equal(PlainTextRendering.Render(ofEmpty), PlainTextRendering.Render(ofClosed));
        Assert.Equal((ofEmpty.Refusal, ofEmpty.Confidence), (ofClosed.Refusal, ofClosed.Confidence));
        Assert.DoesNotContain("no articles yet", PlainTextRendering.Render(await closed.AskAsync("Who was the first person on the moon?", new Asker(["council"]))));
    }

    [Fact]
    public async Task An_article_for_a_group_is_never_shown_to_others_in_a_quote_a_title_or_a_search()
    {
        await using var briefing = await WithNewsAsync();
        foreach (var asker in new[] { Asker.Unknown, new Asker(["Council"]), new Asker(["council "]), new Asker([""]) })
        {
            var answer = await briefing.AskAsync("For how much will the council sell the Oldport lighthouse?", asker, neverRefuse: true);
            Assert.DoesNotContain(answer.Quotes, quote => quote.Article.Id == "budget");
            var refusal = await briefing.AskAsync("For how much will the council sell the Oldport lighthouse?", asker);
            Assert.DoesNotContain(refusal.Closest, closest => closest.ArticleId == "budget");
            var found = await briefing.Get<PassageSearch>().SearchAsync("council lighthouse", asker, ArticleFilter.All, 10, TestContext.Current.CancellationToken);
            Assert.DoesNotContain(found.Passages, passage => passage.Words.Article.Id == "budget");
        }

        var member = await briefing.AskAsync("For how much will the council sell the Oldport lighthouse?", new Asker(["council"]));
        Assert.Equal("The council plans to sell the Oldport lighthouse for 9 million crowns.", member.Quotes[0].Text);
    }

    [Fact]
    public async Task Passages_are_reached_only_by_the_kernel_function()
    {
        var filter = new SearchFilter();
        await using var briefing = Briefing.OnNewStore(services => services.AddSingleton<IFunctionInvocationFilter>(filter));
        await briefing.SaveAsync(News);

        Assert.NotEmpty((await briefing.AskAsync("Who designed the new school?")).Quotes);
        Assert.Equal(["articles-search", "articles-copies"], filter.Called);

        filter.Withhold = true;
        Assert.Equal(RefusalReason.NothingFound, (await briefing.AskAsync("Who designed the new school?", neverRefuse: true)).Refusal);
        Assert.Empty((await briefing.Get<PassageSearch>().SearchAsync("school", Asker.Unknown, ArticleFilter.All, 10, TestContext.Current.CancellationToken)).Passages);
    }

    [Fact]
    public async Task No_two_quotes_say_the_same()
    {
        await using var briefing = Briefing.OnNewStore();
        const string Wire = "The minister of transport resigned on Thursday over the rail contract. She gave no reason.";
        await briefing.SaveAsync(
            Some.Article(id: "wire", text: Wire),
            Some.Article(id: "copy", text: Wire.Replace("on Thursday", "Thursday", StringComparison.Ordinal)),
            Some.Article(id: "other", text: "Opposition parties had asked the minister of transport to resign for weeks."));
        var answer = await briefing.AskAsync("Why did the minister of transport resign?", neverRefuse: true);
        Assert.Single(answer.Quotes, quote => quote.Text.Contains("rail contract", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Two_sentences_that_differ_in_a_number_or_a_negation_do_not_say_the_same()
    {
        await using var briefing = Briefing.OnNewStore();
        await briefing.SaveAsync(
            Some.Article(id: "a", text: "The Kelvar dam is safe for the people of Nyholm."),
            Some.Article(id: "b", text: "The Kelvar dam is not safe for the people of Nyholm."));
        Assert.Equal(2, (await briefing.AskAsync("Is the Kelvar dam safe for the people of Nyholm?", neverRefuse: true)).Quotes.Length);
    }

    [Fact]
    public async Task A_quote_does_not_begin_behind_the_word_that_negates_it()
    {
        await using var briefing = Briefing.OnNewStore();
        await briefing.SaveAsync(Some.Article(text: "The inspectors wrote that the Kelvar dam is not\n\nsafe for the people of Nyholm during the flood."));
        var answer = await briefing.AskAsync("Is the Kelvar dam safe for the people of Nyholm?", neverRefuse: true);
        Assert.DoesNotContain(answer.Quotes, quote => quote.Text.StartsWith("safe", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_quote_has_at_most_400_characters_and_says_that_it_was_cut()
    {
        await using var briefing = Briefing.OnNewStore();
        var longSentence = "The treaty of Oldport, " + string.Concat(Enumerable.Range(1, 40).Select(i => $"which article {i} amended, ")) + "was signed in 1921.";
        await briefing.SaveAsync(Some.Article(text: longSentence));
        var quote = (await briefing.AskAsync("What is the treaty of Oldport?", neverRefuse: true)).Quotes[0];
        Assert.True(quote.CutShort);
        Assert.InRange(quote.Text.Length, 200, 400);
        Assert.StartsWith(quote.Text, longSentence, StringComparison.Ordinal);
        Assert.EndsWith("amended", quote.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("12 500 ")]
    [InlineData("€ 5 ")]
    [InlineData("5 % ")]
    public async Task A_long_sentence_is_cut_where_no_number_is_cut(string number)
    {
        await using var briefing = Briefing.OnNewStore();
        for (var shift = 0; shift < 6; shift++)
        {
            await briefing.SaveAsync(Some.Article(text: $"The comet report {new string('x', shift)} counts " + string.Concat(Enumerable.Repeat(number, 200)) + "stars in all."));
            var answer = await briefing.AskAsync("What does the comet report count?", neverRefuse: true);
            Assert.Equal(0, answer.Withheld);
            Assert.InRange(answer.Quotes[0].Text.Length, 100, 400);
        }
    }

    [Fact]
    public async Task A_text_that_can_be_cut_nowhere_is_not_quoted_and_nothing_is_said_to_have_failed()
    {
        await using var briefing = Briefing.OnNewStore();
        await briefing.SaveAsync(Some.Article(text: string.Concat(Enumerable.Repeat("彗星経過三月", 200))));
        var answer = await briefing.AskAsync("彗星経過三月", neverRefuse: true);
        Assert.Equal((RefusalReason.NothingFound, 0, 0.0), (answer.Refusal, answer.Withheld, answer.Confidence));
    }

    [Fact]
    public async Task What_the_asker_may_not_read_changes_no_number_that_they_see()
    {
        await using var briefing = await WithNewsAsync();
        var before = await briefing.AskAsync("Who designed the lighthouse school?", neverRefuse: true);
        await briefing.SaveAsync([.. Enumerable.Range(0, 30).Select(i => Some.Article(id: $"secret{i}", text: "The lighthouse school is a secret project.") with { Groups = ["board"] })]);
        var after = await briefing.AskAsync("Who designed the lighthouse school?", neverRefuse: true);
        Assert.Equal(before.Confidence, after.Confidence);
        Assert.Equal(before.Quotes.Select(quote => quote.Text), after.Quotes.Select(quote => quote.Text));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n\t ")]
    public async Task An_empty_question_is_refused_with_what_to_do(string question)
    {
        await using var briefing = Briefing.OnNewStore();
        var fault = await Assert.ThrowsAsync<QuestionException>(() => briefing.AskAsync(question));
        Assert.Contains("empty", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_longer_than_the_model_reads_is_answered_and_a_much_longer_one_is_refused()
    {
        await using var briefing = await WithNewsAsync();
        var question = string.Concat(Enumerable.Repeat("Please tell me who designed the new primary school in Nyholm. ", 60));
        Assert.Contains((await briefing.AskAsync(question, neverRefuse: true)).Quotes, quote => quote.Article.Id == "school");

        var fault = await Assert.ThrowsAsync<QuestionException>(() => briefing.AskAsync(question + question));
        Assert.Contains("7,440", fault.Message, StringComparison.Ordinal);
        Assert.Contains("4,000", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("??? !!!")]
    [InlineData("😀😀😀")]
    [InlineData("\uD800")]
    [InlineData("who\0designed\0the\0school")]
    [InlineData("من صمم المدرسة؟")]
    [InlineData("\"; DROP TABLE articles; --")]
    public async Task Odd_questions_are_answered_or_refused_and_never_fail(string question)
    {
        await using var briefing = await WithNewsAsync();
        var answer = await briefing.AskAsync(question);
        Assert.True(answer.Refusal is null == answer.Quotes.Length > 0);
    }

    private static async Task<Briefing> WithNewsAsync()
    {
        var briefing = Briefing.OnNewStore();
        await briefing.SaveAsync(News);
        return briefing;
    }

    private sealed class SearchFilter : IFunctionInvocationFilter
    {
        public List<string> Called { get; } = [];

        public bool Withhold { get; set; }

        public async Task OnFunctionInvocationAsync(FunctionInvocationContext context, Func<FunctionInvocationContext, Task> next)
        {
            Called.Add($"{context.Function.PluginName}-{context.Function.Name}");
            await next(context);
            if (Withhold)
            {
                context.Result = new FunctionResult(context.Function, context.Result.GetValue<Retrieval>()! with { Passages = [] });
            }
        }
    }
}
