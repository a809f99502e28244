using BriefingBot.EndToEnd.Clients.Pages;

namespace BriefingBot.EndToEnd.Clients.Cards;

public sealed class CardDrawingTests(Chromium chromium)
{
    private const string Hostile = "<img src=x onerror=alert(1)> **two** *stars*, [a door](javascript:alert(2)) and <b>more</b>";

    [Theory]
    [InlineData(390, "light")]
    [InlineData(390, "dark")]
    [InlineData(390, "contrast")]
    [InlineData(720, "light")]
    [InlineData(720, "dark")]
    public async Task Cards_are_drawn_whole_by_light_dark_and_high_contrast_on_a_phone_and_at_a_desk(int width, string theme)
    {
        await using var visit = await chromium.VisitAsync(new(width, theme != "light"));
        foreach (var name in (string[])[DrawnCard.Answer, DrawnCard.Context])
        {
            await ClientTable.ShowsAsync(ClientTable.Cards, $"{name}, {width} px {theme}: nothing unknown, nothing cut off, axe", async () =>
            {
                var (card, faults) = await DrawnCard.DrawAsync(visit, DrawnCard.Approved(name), theme);

                Assert.Empty(faults);
                await card.FitsAsync();
                Assert.DoesNotContain(await Axe.FindingsAsync(visit.Page), Axe.IsSerious);
            });
        }

        Assert.Empty(visit.Faults());
    }

    [Fact]
    public async Task Buttons_have_names_and_say_what_they_are_for()
    {
        await using var visit = await chromium.VisitAsync(new(Width: 720));
        var (card, _) = await DrawnCard.DrawAsync(visit, DrawnCard.Approved(DrawnCard.Answer), "light");

        var shown = await card.PressAsync("Show in context");
        Assert.Equal(("Action.Execute", "context", 1), ((string?)shown["type"], (string?)shown["verb"], (int?)shown["data"]!["quote"]));
        Assert.Equal("https://news.example/dam", (string?)(await card.PressAsync("Open article"))["url"]);
        Assert.Equal("more", (string?)(await card.PressAsync("More quotes"))["verb"]);
        Assert.Equal(1, await card.Card.GetByTitle("Show quote 2 in context").CountAsync());
    }

    [Fact]
    public async Task Article_text_in_a_card_is_seen_as_it_is_and_does_nothing()
    {
        await using var visit = await chromium.VisitAsync(new(Width: 720));
        var json = DrawnCard.Approved(DrawnCard.Answer).DeepClone();
        json["body"]![0]!["items"]![0]!["inlines"]![1]!["text"] = Hostile;
        var (card, _) = await DrawnCard.DrawAsync(visit, json.AsObject(), "light");

        Assert.Contains(Hostile, await card.Card.InnerTextAsync());
        Assert.Equal(0, await card.Card.Locator("img, a, b, strong, em").CountAsync());
        Assert.Empty(visit.Faults());
    }
}
