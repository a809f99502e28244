using BriefingBot.Tests.Support;

namespace BriefingBot.Tests.Web.Asking;

public sealed class OfferedOnThePageTests
{
    [Fact]
    public async Task Three_questions_that_are_answered_and_one_that_is_not_are_links_that_ask_them()
    {
        await using var host = await BotHost.StartAsync();
        foreach (var name in (string[])["vessing-flood-courier", "vessing-flood-post", "rail-strike-courier", "rail-strike-post", "feature-bells"])
        {
            await host.SaveAsync(Some.Article(id: $"sample/{name}"));
        }

        var page = await host.GetAsync("/");
        var lists = page.Document.QuerySelectorAll(".offered ul").Select(list => list.QuerySelectorAll("a").ToList()).ToList();
        Assert.Equal([3, 1], lists.Select(list => list.Count));
        Assert.Contains("do not answer this one", page.Texts(".offered p")[1]);
        foreach (var link in lists.SelectMany(list => list))
        {
            await host.GetAsync(link.GetAttribute("href")!);
            Assert.Equal(SeenPage.Text(link), host.Asked.Last().Text);
        }
    }
}
