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
        var isFiltered = !filter.Sources.IsEmpty || !filter.Labels.IsEmpty;
        var given = isFiltered ? StoreSettings.Given(context, settings.Ids) : StoreSettings.Arguments(context, settings.Ids, "the ids of articles, --label or --source");
        await using var briefing = settings.OpenBriefing();
        var articles = briefing.GetRequiredService<IArticleStore>();
        var code = BriefingCommand.Fine;
        string[] meant = isFiltered ? await articles.ListAsync(filter, cancellationToken).Select(stored => stored.Article.Id).ToArrayAsync(cancellationToken) : [];
        if (isFiltered && meant.Length == 0)
        {
            Console.Error.WriteLine(Terminal.Safe($"No article has {Described(filter)}. 'briefing list --json' names labels and sources."));
            code = BriefingCommand.Failed;
        }

        foreach (var id in given.Concat(meant.Except(given)))
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

    private static string Described(ArticleFilter filter) => string.Join(
        " and ",
        new[] { ("the label", filter.Labels), ("the source", filter.Sources) }
            .Where(part => !part.Item2.IsEmpty)
            .Select(part => $"{part.Item1} {string.Join(" or ", part.Item2.Select(value => $"'{value}'"))}"));

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
    }
}
