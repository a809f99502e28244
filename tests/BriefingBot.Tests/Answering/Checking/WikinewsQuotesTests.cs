using System.Text.Json.Nodes;
using BriefingBot.Answering;
using BriefingBot.Articles;
using BriefingBot.Benchmarks;
using BriefingBot.Tests.Support;

namespace BriefingBot.Tests.Answering;

/// <summary>A fact-checker's mistakes: hundreds of quotations from real news, as they stand and altered in one word.</summary>
public sealed class WikinewsQuotesTests(WikinewsQuotesTests.Loaded loaded) : IClassFixture<WikinewsQuotesTests.Loaded>
{
    // The figures on all 295 articles stand in RESULTS.md; these are enough to see a rule break.
    private const int Articles = 30;
    private const int Quotations = 150;
    private const int Seed = 6;

    [Fact]
    public async Task True_quotations_are_all_found_at_their_place()
    {
        foreach (var taken in loaded.Taken().True(Quotations))
        {
            var check = await loaded.CheckAsync(taken.Quote);

            Assert.True(check.Outcome == QuoteCheckOutcome.Found, $"{taken.Kind} {taken.ArticleId} {check.Outcome}: {taken.Quote}");
            Assert.Contains(check.Places, place => Assert.Single(place.Quotes) is var quote && quote.Article.Id == taken.ArticleId && quote.Text == taken.Original);
        }
    }

    [Fact]
    public async Task Altered_quotations_are_never_confirmed_and_nearly_always_laid_beside_the_right_passage()
    {
        var right = 0;
        foreach (var taken in loaded.Taken().Altered(Quotations))
        {
            var check = await loaded.CheckAsync(taken.Quote);

            Assert.True(check.Outcome == QuoteCheckOutcome.NotFound, $"{taken.Kind} {taken.ArticleId} {check.Outcome}: {taken.Quote}");
            right += check.Nearest is { } nearest && nearest.Quote.Article.Id == taken.ArticleId && nearest.Quote.Text.Contains(taken.Original, StringComparison.Ordinal) ? 1 : 0;
        }

        Assert.True(right >= 0.95 * Quotations, $"{right} of {Quotations}");
    }

    public sealed class Loaded : IAsyncLifetime
    {
        private readonly Briefing _briefing = Briefing.OnNewStore();
        private Article[] _articles = [];

        public async ValueTask InitializeAsync()
        {
            if (SharedData.Find("wikinews/articles.jsonl") is { } file)
            {
                var lines = File.ReadLines(file).Where((_, i) => i % 7 == 0).Take(Articles).Select(line => JsonNode.Parse(line)!);
                _articles = [.. lines.Select(line => Some.Article((string)line["text"]!, (string)line["id"]!, (string)line["title"]!))];
                await _briefing.SaveAsync(_articles);
            }
        }

        internal QuoteAlterations Taken()
        {
            Assert.SkipWhen(_articles.Length == 0, "wikinews is not in ../shared/data");
            return new([.. _articles.Select(article => (article.Id, article.Text))], Seed);
        }

        internal Task<QuoteCheck> CheckAsync(string quotation) =>
            _briefing.Get<QuoteChecker>().CheckAsync(quotation, Asker.Unknown, ArticleFilter.All, TestContext.Current.CancellationToken);

        public ValueTask DisposeAsync() => _briefing.DisposeAsync();
    }
}
