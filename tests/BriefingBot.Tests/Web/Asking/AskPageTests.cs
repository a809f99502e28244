using System.Net;
using System.Text.RegularExpressions;
using BriefingBot.Answering;
using BriefingBot.Indexing;
using BriefingBot.Tests.Support;

namespace BriefingBot.Tests.Web.Asking;

public sealed class AskPageTests
{
    [Fact]
    public async Task First_visit_shows_a_form_and_asks_nothing()
    {
        await using var host = await BotHost.StartAsync();
        var page = await host.GetAsync("/");
        Assert.Equal("Your question", page.Text($"label[for={page.Document.QuerySelector("input")!.Id}]"));
        Assert.Equal("Ask", page.Text("form[method=get] button"));
        Assert.Empty(page.Texts("#answer"));
        Assert.Empty(page.Texts(".offered"));
        Assert.Empty(host.Asked);
    }

    [Fact]
    public async Task Answer_shows_the_quote_and_its_source_leads_to_the_words_in_the_article()
    {
        const string Words = "The <b>dam</b> broke & two villages were flooded.";
        await using var host = await BotHost.StartAsync((question, _) => Task.FromResult(BotHost.Quote(question, Words)));

        var page = await host.GetAsync("/?question=When+did%20the+dam+break%3F");

        Assert.Equal("When did the dam break?", Assert.Single(host.Asked).Text);
        Assert.Equal("When did the dam break?", page.Document.QuerySelector("input")!.GetAttribute("value"));
        Assert.Equal($"“{Words}”", page.Text("#answer figure blockquote"));
        Assert.Equal([$"/articles?id=iceland&v=1&q=0-{Words.Length}#quote", "https://example.org/iceland"], page.Links("#answer figcaption a"));
        Assert.StartsWith("One quote: When did the dam break?", page.Text("title"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refusal_says_why_and_leads_to_the_closest_articles()
    {
        await using var host = await BotHost.StartAsync();
        var page = await host.GetAsync("/?question=Who?");
        Assert.Equal("No answer in the articles", page.Text("#answer h2"));
        Assert.Contains(AnswerWords.For(RefusalReason.NothingFound), page.Texts("#answer > p"));
        Assert.Equal(["/articles?id=iceland&v=1"], page.Links("#answer li a"));
    }

    [Theory]
    [InlineData("hello", "Hello!")]
    [InlineData("Help!", "Hello!")]
    [InlineData("thank you.", "You are welcome.")]
    public async Task What_is_no_question_is_replied_to_without_looking_it_up(string words, string said)
    {
        await using var host = await BotHost.StartAsync();
        var page = await host.GetAsync($"/?question={words}");
        Assert.StartsWith(said, page.Text("[role=status]"), StringComparison.Ordinal);
        Assert.Empty(page.Texts("#answer"));
        Assert.Empty(host.Asked);
    }

    [Theory]
    [InlineData("")]
    [InlineData("%20%09%0A")]
    [InlineData("%00")]
    public async Task Question_without_words_is_told_so(string question)
    {
        await using var host = await BotHost.StartAsync();
        var page = await host.GetAsync($"/?question={question}", HttpStatusCode.BadRequest);
        Assert.Equal("Your question has no words in it, so I have nothing to look up. Ask in a full sentence.", page.Text("#problem"));
        Assert.Empty(host.Asked);
    }

    [Theory]
    [InlineData("x", "10,000")]
    [InlineData("水", "10,000")]
    [InlineData("😀", "20,000")]
    public async Task Question_of_ten_thousand_characters_is_told_the_limit_and_stays_in_the_box(string character, string length)
    {
        await using var host = await BotHost.StartAsync();
        var question = string.Concat(Enumerable.Repeat(character, 10_000));
        var page = await host.GetAsync($"/?question={Uri.EscapeDataString(question)}", HttpStatusCode.BadRequest);
        Assert.Equal($"Your question has {length} characters, and I can take 4,000 at most. Please shorten it to what you want to know.", page.Text("#problem"));
        Assert.Equal(question, page.Document.QuerySelector("input")!.GetAttribute("value"));
        Assert.Equal("problem", page.Document.QuerySelector("input")!.GetAttribute("aria-describedby"));
        Assert.Empty(host.Asked);
    }

    [Theory]
    [InlineData("%F0%9F%98%80%20who%3F", "😀 who?")]
    [InlineData("%D7%9E%D7%99%20%D7%A0%D7%99%D7%A6%D7%97%3F", "מי ניצח?")]
    [InlineData("who%00%20won%3F", "who won?")]
    [InlineData("%ED%A0%80 who", "%ED%A0%80 who")]
    [InlineData("who%zz%", "who%zz%")]
    [InlineData("a%0D%0Ab", "a\nb")]
    [InlineData("%3Cscript%3Ealert(1)%3C/script%3E%22%27%26amp;", "<script>alert(1)</script>\"'&amp;")]
    [InlineData("one&question=two", "one")]
    public async Task Odd_question_is_asked_and_shown_as_it_was_given(string given, string asked)
    {
        await using var host = await BotHost.StartAsync();
        var page = await host.GetAsync($"/?question={given}");
        Assert.Equal(asked, Assert.Single(host.Asked).Text);
        Assert.Equal(asked, page.Text(".asked bdi"));
        Assert.Empty(page.Texts("script"));
    }

    [Fact]
    public async Task Answer_that_takes_too_long_is_given_up_with_an_apology()
    {
        await using var host = await BotHost.StartAsync((_, _) => new TaskCompletionSource<VerifiedAnswer>().Task);
        var asking = host.GetAsync("/?question=Who%3F", HttpStatusCode.ServiceUnavailable);
        while (!asking.IsCompleted)
        {
            await Task.Delay(20, TestContext.Current.CancellationToken);
            if (!host.Asked.IsEmpty)
            {
                host.Time.Advance(TimeSpan.FromSeconds(61));
            }
        }

        Assert.Equal("I am sorry: I did not find an answer within 60 seconds. Please ask again in a moment, or ask for less at once.", (await asking).Text("#problem"));
    }

    [Fact]
    public async Task Client_that_hangs_up_ends_the_answering()
    {
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var host = await BotHost.StartAsync(async (_, cancellation) =>
        {
            await using var registration = cancellation.Register(ended.SetResult);
            await Task.Delay(Timeout.Infinite, cancellation);
            throw new InvalidOperationException("Not reached.");
        });
        using var hangUp = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var asking = host.Client.GetAsync("/?question=Who%3F", hangUp.Token);
        while (host.Asked.IsEmpty)
        {
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }

        await hangUp.CancelAsync();

        await ended.Task.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking);
        Assert.DoesNotContain(host.Log, line => line.Contains("reference", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Outage_of_the_store_is_an_apology_with_a_reference_and_the_log_has_the_cause()
    {
        await using var host = await BotHost.StartAsync((_, _) => throw new ArticleStoreException("The disk is gone."));
        var page = await host.GetAsync("/?question=Who%3F", HttpStatusCode.ServiceUnavailable);
        Assert.DoesNotContain("disk", page.Html);
        var reference = Regex.Match(page.Texts("main p")[0], "the reference ([a-z2-9]{8})\\.").Groups[1].Value;
        Assert.Contains(host.Log, line => line.Contains("disk is gone", StringComparison.Ordinal) && line.Contains(reference, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Fault_of_ours_is_an_apology_without_its_stack()
    {
        await using var host = await BotHost.StartAsync((_, _) => throw new InvalidOperationException("A bug."));
        var page = await host.GetAsync("/?question=Who%3F", HttpStatusCode.InternalServerError);
        Assert.StartsWith("I am sorry", page.Texts("main p")[0], StringComparison.Ordinal);
        Assert.DoesNotContain("A bug", page.Html);
    }
}
