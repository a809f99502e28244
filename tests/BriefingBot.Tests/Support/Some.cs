using BriefingBot.Articles;

namespace BriefingBot.Tests.Support;

/// <summary>Things that a test needs and does not care about.</summary>
internal static class Some
{
    public static Article Article(string text = "The dam broke at night. Two villages were flooded.", string id = "article", string title = "Dam breaks at night") => new()
    {
        Id = id,
        Version = 1,
        Title = title,
        Text = CanonicalText.From(text),
        Source = "The Valley Post",
        Author = "Ann Reed",
        Published = new(new(2019, 1, 4, 0, 0, 0, TimeSpan.Zero), HasTime: false),
        Url = new("https://news.example/dam"),
    };
}
