using System.Collections.Immutable;
using BriefingBot.Answering;
using BriefingBot.Indexing;
using BriefingBot.Texts;

namespace BriefingBot.Web.Bot;

/// <summary>What is said of commands and in answer to them. Sources are Markdown, the rest is plain text.</summary>
internal static class CommandWords
{
    private const int MostSources = 20;

    public static readonly NamedCommand Help = new("Command_Help");

    /// <summary>All of them, in the order of the help.</summary>
    public static readonly ImmutableArray<NamedCommand> All =
    [
        new("Command_Sources"),
        new("Command_Latest"),
        new("Command_Brief"),
        new("Command_Where"),
        WatchWords.Watch,
        WatchWords.Watches,
        WatchWords.Unwatch,
        new("Command_NewTopic"),
        new("Command_Feedback"),
        new("Command_ForgetMe"),
        Help,
    ];

    public static string Line(NamedCommand command) => $"- **{command.Example}** {command.Does}";

    public static string NoCommand(string written, NamedCommand? nearest) =>
        ReaderText.Of("Command_Unknown", written, nearest is null ? ReaderText.Of("Command_TypeHelp") : DidYouMean(nearest));

    public static string NothingAbout(string written, NamedCommand nearest) => ReaderText.Of("Command_NothingAbout", written, DidYouMean(nearest));

    /// <summary>What there is to be asked.</summary>
    public static string Sources(ImmutableArray<ReadableSource> sources)
    {
        if (sources.IsEmpty)
        {
            return ReaderText.Of("Sources_None");
        }

        var lines = string.Join('\n', sources.Take(MostSources).Select(source => $"- {Name(source)}: {ReaderText.Counted("Sources_Articles", source.Articles)}{Newest(source.Newest)}"));
        var more = sources.Length > MostSources ? $"\n\n{ReaderText.Counted("Sources_More", sources.Length - MostSources)}" : "";
        return $"{ReaderText.Counted("Sources_All", sources.Sum(source => source.Articles), Newest(sources.Max(source => source.Newest)))}\n\n{lines}{more}";
    }

    private static string DidYouMean(NamedCommand command) => command.StandsAlone ? ReaderText.Of("Command_DidYouMean", command.Name) : ReaderText.Of("Command_DidYouMeanThus", command.Example);

    private static string Name(ReadableSource source) => source.Source is { } name ? $"**{MarkdownText.Escape(VisibleText.OneLine(name))}**" : ReaderText.Of("Sources_Unnamed");

    private static string Newest(DateOnly? day) => day is { } known ? ReaderText.Of("Sources_Newest", ReaderDay.Of(known)) : "";
}
