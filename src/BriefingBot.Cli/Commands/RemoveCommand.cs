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
        var ids = StoreSettings.Arguments(context, settings.Ids, "the ids of articles");
        await using var briefing = settings.OpenBriefing();
        var articles = briefing.GetRequiredService<IArticleStore>();
        var code = BriefingCommand.Fine;
        foreach (var id in ids)
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

    internal sealed class Settings : StoreSettings
    {
        [CommandArgument(0, "[ID]")]
        [Description("The ids of the articles; behind -- where one starts with a hyphen.")]
        public string[] Ids { get; init; } = [];
    }
}
