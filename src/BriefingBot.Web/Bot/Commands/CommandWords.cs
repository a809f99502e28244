using System.Collections.Immutable;
using System.Globalization;
using BriefingBot.Answering;
using BriefingBot.Indexing;

namespace BriefingBot.Web.Bot;

/// <summary>What is said of commands and in answer to them. Sources are Markdown, the rest is plain text.</summary>
internal static class CommandWords
{
    private const int MostSources = 20;

    public static readonly NamedCommand Help = new("help", "help", "shows this");

    /// <summary>Those of the bot itself; other features have their own.</summary>
    public static readonly ImmutableArray<NamedCommand> Own =
    [
        new("sources", "sources", "shows which sources I can quote from, and how new their articles are"),
        new("latest", "latest", "shows what the newest articles say; latest on the flood, what is new about one subject"),
        new("brief me on", "brief me on the election", "gives a digest of a subject, in order of time"),
        new("where is this from", "where is this from? “…”", "checks a quotation that you paste behind it"),
        new("new topic", "new topic", "makes me forget what you asked before in this conversation"),
        new("feedback", "feedback", "shows how to tell me what you think of an answer"),
        new("forget me", "forget me", "erases everything that I keep of you, in every conversation"),
        Help,
    ];

    public static string Line(NamedCommand command) => $"- **{command.Example}** {command.Does}";

    public static string NoCommand(string written, NamedCommand? nearest) =>
        $"I do not know {written}. {(nearest is null ? "Type help to see what I can do." : DidYouMean(nearest))}";

    public static string NothingAbout(string written, NamedCommand nearest) => $"I found nothing about “{written}”. {DidYouMean(nearest)}";

    /// <summary>What there is to be asked.</summary>
    public static string Sources(ImmutableArray<ReadableSource> sources)
    {
        if (sources.IsEmpty)
        {
            return "I have no articles that you may read yet.";
        }

        var all = sources.Sum(source => source.Articles);
        var lines = string.Join('\n', sources.Take(MostSources).Select(source => $"- {Name(source)}: {Articles(source.Articles)}{Newest(source.Newest)}"));
        var more = sources.Length > MostSources ? $"\n\nThere are {Number(sources.Length - MostSources)} more, with fewer articles." : "";
        return $"I can quote from {Articles(all)}{Newest(sources.Max(source => source.Newest))}:\n\n{lines}{more}";
    }

    private static string DidYouMean(NamedCommand command) => command.StandsAlone ? $"Did you mean {command.Name}?" : $"Did you mean: {command.Example}?";

    private static string Name(ReadableSource source) => source.Source is { } name ? $"**{MarkdownText.Escape(VisibleText.OneLine(name))}**" : "without a source";

    private static string Articles(int count) => count == 1 ? "1 article" : $"{Number(count)} articles";

    private static string Newest(DateOnly? day) => day is { } known ? $", the newest of {known.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)}" : "";

    private static string Number(int count) => count.ToString("N0", CultureInfo.InvariantCulture);
}
