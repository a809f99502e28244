using System.ComponentModel;
using BriefingBot.Cli.Output;
using BriefingBot.Indexing;
using Microsoft.Extensions.DependencyInjection;
using Spectre.Console.Cli;

namespace BriefingBot.Cli.Commands;

internal sealed class RemoveCommand : AsyncCommand<RemoveCommand.Settings>
{
    public override async Task<int> ExecuteAsync(CommandContext context, Settings settings, CancellationToken cancellationToken)
    {
        var given = settings.Label is null ? StoreSettings.Arguments(context, settings.Ids, "the ids of articles, or --label") : StoreSettings.Given(context, settings.Ids);
        if (settings.Label is { } label && StoreSettings.IsMissing(label))
        {
            throw new WrongUseException("--label needs a label.");
        }

        await using var briefing = settings.OpenBriefing();
        var articles = briefing.GetRequiredService<IArticleStore>();
        var code = BriefingCommand.Fine;
        string[] labelled = settings.Label is null ? [] : await LabelledAsync(articles, settings.Label, cancellationToken);
        if (settings.Label is not null && labelled.Length == 0)
        {
            Console.Error.WriteLine(Terminal.Safe($"No article has the label '{settings.Label}'. 'briefing list --json' names the labels."));
            code = BriefingCommand.Failed;
        }

        foreach (var id in given.Concat(labelled.Except(given)))
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

    private static async Task<string[]> LabelledAsync(IArticleStore articles, string label, CancellationToken cancellation) =>
        await articles.ListAsync(new() { Labels = [label] }, cancellation).Select(stored => stored.Article.Id).ToArrayAsync(cancellation);

    internal sealed class Settings : StoreSettings
    {
        [CommandArgument(0, "[ID]")]
        [Description("The ids of the articles; behind -- where one starts with a hyphen.")]
        public string[] Ids { get; init; } = [];

        [CommandOption("--label <LABEL>")]
        [Description("Every article that has this label, besides those named.")]
        public string? Label { get; init; }
    }
}
