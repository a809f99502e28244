using System.ComponentModel;
using BriefingBot.Articles;
using BriefingBot.Cli.Output;
using BriefingBot.Indexing;
using Microsoft.Extensions.DependencyInjection;
using Spectre.Console.Cli;

namespace BriefingBot.Cli.Commands;

internal sealed class RemoveCommand : AsyncCommand<RemoveCommand.Settings>
{
    public override async Task<int> ExecuteAsync(CommandContext context, Settings settings, CancellationToken cancellationToken)
    {
        var filter = new ArticleFilter { Sources = FilteredSettings.Given("--source", settings.Sources), Labels = FilteredSettings.Given("--label", settings.Labels) };
        var notSeenSince = settings.ReadNotSeenSince();
        var isFiltered = !filter.Sources.IsEmpty || !filter.Labels.IsEmpty || notSeenSince is not null;
        var given = isFiltered ? StoreSettings.Given(context, settings.Ids) : StoreSettings.Arguments(context, settings.Ids, "the ids of articles, --label, --source or --not-seen-since");
        await using var briefing = settings.OpenBriefing();
        var articles = briefing.GetRequiredService<IArticleStore>();
        var code = BriefingCommand.Fine;
        string[] meant = isFiltered
            ? await articles.ListAsync(filter, cancellationToken).Where(stored => notSeenSince is null || stored.Seen < notSeenSince).Select(stored => stored.Article.Id).ToArrayAsync(cancellationToken)
            : [];
        if (isFiltered && meant.Length == 0)
        {
            Console.Error.WriteLine(Terminal.Safe($"No article has {Described(filter, settings.NotSeenSince)}. 'briefing list --json' names labels and sources, and when each was last seen."));
            code = BriefingCommand.Failed;
        }

        string[] going = [.. given, .. meant.Except(given)];
        if (going.Length > 0 && !settings.Yes && !await ConfirmedAsync(articles, going, cancellationToken))
        {
            Console.Error.WriteLine("Nothing was removed.");
            return BriefingCommand.Failed;
        }

        foreach (var id in going)
        {
            var removed = await articles.RemoveAsync(id, cancellationToken);
            code = removed ? code : BriefingCommand.Failed;
            var error = removed ? null : "there is no such article; see 'briefing list'";
            if (settings.Json)
            {
                JsonOutput.Write(new { ArticleId = id, Outcome = removed ? "removed" : "failed", Error = error });
            }
            else
            {
                Console.WriteLine(removed ? $"removed    {Terminal.Safe(id)}" : $"failed     {Terminal.Safe(id)}: {error}");
            }
        }

        return code;
    }

    /// <summary>Lists what would go, and asks. Throws where nobody can answer.</summary>
    private static async Task<bool> ConfirmedAsync(IArticleStore articles, string[] ids, CancellationToken cancellation)
    {
        var titles = await articles.ListAsync(new() { Ids = [.. ids] }, cancellation).ToDictionaryAsync(stored => stored.Article.Id, stored => stored.Article.Title, cancellationToken: cancellation);
        foreach (var id in ids)
        {
            Console.Error.WriteLine(Terminal.Safe(titles.TryGetValue(id, out var title) ? $"would go   {id}  {title}" : $"not there  {id}"));
        }

        if (Console.IsInputRedirected)
        {
            throw new WrongUseException($"{titles.Count:N0} {(titles.Count == 1 ? "article" : "articles")} would be removed, and nobody is there to be asked. Give --yes to remove {(titles.Count == 1 ? "it" : "them")}.");
        }

        Console.Error.Write($"Remove {titles.Count:N0} {(titles.Count == 1 ? "article" : "articles")}, every version? [y/N] ");
        return Console.ReadLine()?.Trim() is "y" or "Y" or "yes";
    }

    private static string Described(ArticleFilter filter, string? notSeenSince) => string.Join(
        " and ",
        new[] { ("the label", filter.Labels), ("the source", filter.Sources) }
            .Where(part => !part.Item2.IsEmpty)
            .Select(part => $"{part.Item1} {string.Join(" or ", part.Item2.Select(value => $"'{value}'"))}")
            .Concat(notSeenSince is null ? [] : [$"not been seen since {notSeenSince}"]));

    internal sealed class Settings : StoreSettings
    {
        [CommandArgument(0, "[ID]")]
        [Description("The ids of the articles; behind -- where one starts with a hyphen.")]
        public string[] Ids { get; init; } = [];

        [CommandOption("--label <LABEL>")]
        [Description("Every article that has this label, besides those named; given several times, any of them.")]
        public string[] Labels { get; init; } = [];

        [CommandOption("--source <SOURCE>")]
        [Description("Every article of this source, with --label only those that have the label; given several times, any of them.")]
        public string[] Sources { get; init; } = [];

        [CommandOption("--not-seen-since <DAY>")]
        [Description("Every article that no load has met since this day (2026-03-01) or moment; with --label or --source only those of them.")]
        public string? NotSeenSince { get; init; }

        [CommandOption("--yes")]
        [Description("Remove without asking.")]
        public bool Yes { get; init; }

        public DateTimeOffset? ReadNotSeenSince() =>
            NotSeenSince is null ? null
            : !IsMissing(NotSeenSince) && PublicationDate.TryParse(NotSeenSince, out var date) ? date.Moment
            : throw new WrongUseException($"--not-seen-since '{NotSeenSince}' is no day. Write it as 2026-03-01 or 2026-03-01T09:30:00Z.");
    }
}
