using BriefingBot.Cli.Output;
using BriefingBot.Ingestion;
using Microsoft.Extensions.DependencyInjection;
using Spectre.Console.Cli;

namespace BriefingBot.Cli.Commands;

internal sealed class ReindexCommand : AsyncCommand<StoreSettings>
{
    public override async Task<int> ExecuteAsync(CommandContext context, StoreSettings settings, CancellationToken cancellationToken)
    {
        StoreSettings.NoArguments(context);
        await using var briefing = settings.OpenBriefing();
        using var bar = new ProgressLine();
        var articles = 0;
        await briefing.GetRequiredService<ArticleReindexer>().ReindexAsync(
            (done, total) =>
            {
                bar.ShowBar(done, total);
                articles = done;
            },
            cancellationToken);
        bar.Clear();
        Console.Error.WriteLine($"The index was made anew from {articles:N0} articles.");
        if (settings.Json)
        {
            JsonOutput.Write(new { Outcome = "reindexed", Articles = articles });
        }

        return BriefingCommand.Fine;
    }
}
