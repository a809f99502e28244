using System.Text.Json.Nodes;
using BriefingBot.Articles;
using BriefingBot.State;
using BriefingBot.Tests.Support;
using BriefingBot.Web.Bot;

namespace BriefingBot.Tests.Web;

/// <summary>A host whose rounds are begun by the test, and news to find in them.</summary>
internal static class WatchHost
{
    public const string Lead = "The flood in Orlen has driven 340 people from their homes, the mayor, Ida Brandt, said on Friday.";

    public static Article Flood { get; } = News(
        "flood",
        "Flood drives hundreds from their homes in Orlen",
        $"{Lead} The river rose by two metres within a night after the dam above the town had given way. Fire crews brought the old and the sick out by boat, and a school on the hill was opened for those who had nowhere else to go. "
        + "The railway to Teln is under water for a length of nine kilometres and stays closed until Monday at the earliest. Farmers on the left bank lost their winter grain. The water board had warned of cracks in the dam in March, "
        + "but a repair that was planned for the summer had been put off for want of money. A commission is to find out who decided that.");

    /// <summary>The same report at another publisher, one word in twenty edited.</summary>
    public static Article Copy { get; } = Flood with { Id = "copy", Source = "The Orlen Courier", Text = Edited(Flood.Text, every: 20), Url = new("https://courier.example/flood") };

    public static Article Later { get; } = News(
        "later",
        "Water falls in Orlen",
        "Ten days after the flood in Orlen the last families went back to their houses, and soldiers began to clear the mud from the market square. An insurer put the damage at 41 million. The bridge at the mill will have to be built anew, engineers found.");

    public static Article Museum { get; } = News(
        "museum",
        "Museum shows clocks",
        "A museum in Teln has opened a show of forty clocks from five centuries. The oldest was made for a monastery and still strikes the hours. Visitors can wind up one of them by themselves on Sundays.");

    public static Article News(string id, string title, string text) => new()
    {
        Id = id,
        Title = title,
        Text = CanonicalText.From(text),
        Source = "The Valley Post",
        Published = new(new(2026, 1, 9, 0, 0, 0, TimeSpan.Zero), HasTime: false),
        Url = new($"https://news.example/{id}"),
    };

    /// <summary>A text in which one word in so many is another.</summary>
    public static string Edited(string text, int every) =>
        string.Join(' ', text.Split(' ').Select((word, index) => index % every == every - 1 ? $"edited{index}" : word));

    public static Task<BotHost> StartAsync(Dictionary<string, string>? settings = null) => BotHost.StartAsync(settings: settings, services: services =>
        services.Remove(services.Single(service => service.ImplementationType == typeof(WatchClock))));

    /// <summary>A host that has been asked to watch for the flood.</summary>
    public static async Task<BotHost> WatchingAsync(Dictionary<string, string>? settings = null, string text = "watch the flood in Orlen")
    {
        var host = await StartAsync(settings);
        await host.SendAsync(host.Activity.Teams(text));
        return host;
    }

    /// <summary>One round, and what had been said about news by its end.</summary>
    public static async Task<IReadOnlyList<Connector.Delivery>> RoundAsync(this BotHost host)
    {
        await host.Get<WatchRounds>().RunAsync(TestContext.Current.CancellationToken);
        return host.News();
    }

    /// <summary>Lets a minute pass, and again while nothing comes of it: the host may not have wound its clock yet. Not faster, as a delivery has a time limit.</summary>
    public static async Task PassMinutesUntilAsync(this BotHost host, Func<bool> reached)
    {
        var ended = host.Connector.UntilAsync(reached);
        while (!ended.IsCompleted)
        {
            host.Time.Advance(TimeSpan.FromMinutes(1));
            await Task.WhenAny(ended, Task.Delay(TimeSpan.FromSeconds(4), TestContext.Current.CancellationToken));
        }

        await ended;
    }

    /// <summary>Some more, in which nothing should come.</summary>
    public static async Task RoundsAsync(this BotHost host)
    {
        for (var i = 0; i < 3; i++)
        {
            await host.RoundAsync();
        }
    }

    /// <summary>A host whose articles and state outlive it, with rounds of its own.</summary>
    public static async Task<BotHost> OnDirectoryAsync(string directory, Connector channel, int day = 0)
    {
        var host = await BotHost.StartAsync(settings: new() { ["Storage:DataDirectory"] = directory }, channel: channel);
        host.Time.Advance(TimeSpan.FromDays(day));
        return host;
    }

    public static async Task<IReadOnlyList<KeptWatch>> WatchesAsync(this BotHost host) => await host.Get<WatchRecords>().ListAsync("", TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken);

    public static IReadOnlyList<Connector.Delivery> News(this BotHost host) => [.. host.Connector.Messages.Where(message => message.Said.StartsWith("New on ", StringComparison.Ordinal))];

    public static async Task<string> SayAsync(this BotHost host, JsonObject activity) => (await host.SendAsync(activity))[^1].Said;
}
