using System.Collections.Immutable;
using BriefingBot.Answering;
using BriefingBot.Articles;
using BriefingBot.Tests.Support;

namespace BriefingBot.Tests.Web;

/// <summary>A host that has articles and quotes these words of them, whatever is asked.</summary>
internal static class QuotingHost
{
    public const string First = "The mayor of Orlen, Ida Brandt, said that 340 people had left their homes.";
    public const string Second = "*None* of them was hurt.";

    public static Article Dam { get; } = new()
    {
        Id = "dam",
        Version = 1,
        Title = "Dam breaks above Orlen",
        Text = $"The dam above Orlen broke on Friday at 03:12. Two villages below it were under water by noon.\n\n{First} {Second}\n\nThe railway to Teln stays closed until Monday.\n\nMore rain is expected.",
        Source = "The Valley Post",
        Author = "Ann Reed",
        Published = new(new(2019, 1, 4, 0, 0, 0, TimeSpan.Zero), HasTime: false),
        Url = new("https://news.example/dam"),
    };

    public static Article Mayor { get; } = new()
    {
        Id = "mayor",
        Version = 1,
        Title = "Portrait of a mayor",
        Text = "Ida Brandt was elected mayor in 2021, with nine votes more than her rival. Ida Brandt had been a teacher of mathematics for twenty years.",
        Source = "The Orlen Courier",
    };

    /// <param name="article">The article that is quoted.</param>
    /// <param name="words">The quotes.</param>
    /// <param name="further">What is quoted when more is wanted.</param>
    /// <param name="settings">Configuration, over the defaults.</param>
    public static async Task<BotHost> StartAsync(Article article, string[] words, string[][]? further = null, Dictionary<string, string>? settings = null)
    {
        var left = new Queue<string[]>(further ?? []);
        var host = await BotHost.StartAsync((question, _) => Task.FromResult(Answer(question, article, question.Shown.IsEmpty ? words : left.TryDequeue(out var more) ? more : [], further is not null)), settings);
        await host.SaveAsync(article);
        return host;
    }

    private static VerifiedAnswer Answer(Question question, Article article, string[] words, bool hasFurther)
    {
        var draft = new DraftAnswer([], 0.9, "extractive") { HasFurther = hasFurther };
        ImmutableArray<VerifiedQuote> quotes = [.. words.Select(quote => Some.Quote(article, quote))];
        return quotes.IsEmpty ? VerifiedAnswer.Refused(question, RefusalReason.NothingFound, draft, []) : VerifiedAnswer.Answered(question, draft, quotes, withheld: 0);
    }
}
