using BriefingBot.Cli.Output;
using BriefingBot.Ingestion;
using Microsoft.Extensions.DependencyInjection;
using Spectre.Console.Cli;

namespace BriefingBot.Cli.Commands;

internal sealed class RepairCommand : AsyncCommand<StoreSettings>
{
    public override async Task<int> ExecuteAsync(CommandContext context, StoreSettings settings, CancellationToken cancellationToken)
    {
        StoreSettings.NoArguments(context);
        await using var briefing = settings.OpenBriefing();
        using var bar = new ProgressLine();
        var mended = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var (id, what) in briefing.GetRequiredService<ArticleRepair>().RepairAsync(bar.ShowBar, cancellationToken))
        {
            bar.Clear();
            mended.Add(id);
            if (settings.Json)
            {
                JsonOutput.Write(new { ArticleId = id, Outcome = "mended", What = what });
            }
            else
            {
                Console.WriteLine(Terminal.Safe($"mended     {id}  {what}"));
            }
        }

        bar.Clear();
        Console.Error.WriteLine(mended.Count switch { 0 => "Nothing was to be mended.", 1 => "1 article was mended.", var count => $"{count:N0} articles were mended." });
        return BriefingCommand.Fine;
    }
}
