using System.ComponentModel;
using BriefingBot.Articles;
using BriefingBot.Cli.Output;
using BriefingBot.Indexing;
using Microsoft.Extensions.DependencyInjection;
using Spectre.Console.Cli;

namespace BriefingBot.Cli.Commands;

internal sealed class ShowCommand : AsyncCommand<ShowCommand.Settings>
{
    public override async Task<int> ExecuteAsync(CommandContext context, Settings settings, CancellationToken cancellationToken)
    {
        if (StoreSettings.Arguments(context, settings.Id is null ? [] : [settings.Id], "an article's id") is not [var id])
        {
            throw new WrongUseException("'show' takes one id; put an id with blanks in quotation marks.");
        }

        if (settings.Version < 1)
        {
            throw new WrongUseException($"--version {settings.Version} cannot be: versions count from 1.");
        }

        if (settings.Start < 0 || settings.End < 0)
        {
            throw new WrongUseException($"--{(settings.Start < 0 ? "start" : "end")} {(settings.Start < 0 ? settings.Start : settings.End)} cannot be: positions count from 0.");
        }

        await using var briefing = settings.OpenBriefing();
        if (await briefing.GetRequiredService<IArticleStore>().FindAsync(id, settings.Version, cancellationToken) is not { } article)
        {
            var version = settings.Version is null ? "" : $" version {settings.Version} of";
            Console.Error.WriteLine($"There is no{version} article '{Terminal.Safe(id)}', or it was removed. See 'briefing list'.");
            return BriefingCommand.Failed;
        }

        var (start, end) = (settings.Start ?? 0, settings.End ?? article.Text.Length);
        if (start < 0 || end < start || end > article.Text.Length)
        {
            throw new WrongUseException($"The span {start}-{end} is not in the article, which has {article.Text.Length} code units.");
        }

        settings.Print(article, new TextSpan(start, end));
        return BriefingCommand.Fine;
    }

    internal sealed class Settings : StoreSettings
    {
        [CommandArgument(0, "[ID]")]
        [Description("The article's id; behind -- where it starts with a hyphen.")]
        public string? Id { get; init; }

        [CommandOption("--version <N>")]
        [Description("An older version. Default: the current one.")]
        public int? Version { get; init; }

        [CommandOption("--start <N>")]
        [Description("Where the span starts, in UTF-16 code units. Default: 0.")]
        public int? Start { get; init; }

        [CommandOption("--end <N>")]
        [Description("Where it ends, exclusive. Default: the text's length.")]
        public int? End { get; init; }

        public void Print(Article article, TextSpan span)
        {
            if (Json)
            {
                JsonOutput.Write(new
                {
                    ArticleId = article.Id,
                    article.Version,
                    article.Title,
                    article.Source,
                    article.Author,
                    article.Published,
                    article.Url,
                    article.Labels,
                    article.Modified,
                    article.Language,
                    article.Corrected,
                    Pages = article.Pages.IsEmpty ? (int?)null : article.Pages.Length,
                    CopyOf = article.Story == article.Id ? null : article.Story,
                    Text = article.Cut(span),
                    span.Start,
                    span.End,
                });
                return;
            }

            if (Start is null && End is null)
            {
                Console.WriteLine(Terminal.Safe(article.Title));
                Console.WriteLine(Terminal.Safe(string.Join(", ", new[] { article.Source, article.Author, article.Published?.ToString(), article.Url?.AbsoluteUri, $"version {article.Version}", article.Corrected is { } corrected ? $"corrected on {corrected:yyyy-MM-dd}" : null }.OfType<string>())));
                Console.WriteLine();
            }

            foreach (var line in article.Cut(span).Split('\n'))
            {
                Console.WriteLine(Terminal.Safe(line));
            }
        }
    }
}
