using BriefingBot.Cli.Output;
using BriefingBot.Indexing;
using Microsoft.Extensions.DependencyInjection;
using Spectre.Console.Cli;

namespace BriefingBot.Cli.Commands;

internal sealed class ListCommand : AsyncCommand<FilteredSettings>
{
    public override async Task<int> ExecuteAsync(CommandContext context, FilteredSettings settings, CancellationToken cancellationToken)
    {
        StoreSettings.NoArguments(context);
        var filter = settings.ToFilter();
        await using var briefing = settings.OpenBriefing();
        await FilteredSettings.ThrowIfUnknownToAllAsync(briefing, filter, cancellationToken);
        var count = 0;
        await foreach (var (article, passages, seen) in briefing.GetRequiredService<IArticleStore>().ListAsync(filter, cancellationToken))
        {
            count++;
            if (settings.Json)
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
                    article.Groups,
                    Passages = passages,
                    Input = article.InputPath,
                    article.Modified,
                    article.Language,
                    article.Corrected,
                    Seen = seen,
                    CopyOf = article.Story == article.Id ? null : article.Story,
                });
            }
            else
            {
                Console.WriteLine(Terminal.Safe($"{article.Id}  v{article.Version}  {article.Title}  ({passages} {(passages == 1 ? "passage" : "passages")})"));
            }
        }

        Console.Error.WriteLine(count == 1 ? "1 article" : $"{count:N0} articles");
        return BriefingCommand.Fine;
    }
}
