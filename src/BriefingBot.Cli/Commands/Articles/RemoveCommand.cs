using System.ComponentModel;
using BriefingBot.Cli.Output;
using BriefingBot.Ingestion;
using Microsoft.Extensions.DependencyInjection;
using Spectre.Console.Cli;

namespace BriefingBot.Cli.Commands;

internal sealed class RemoveCommand : AsyncCommand<RemoveCommand.Settings>
{
    public override async Task<int> ExecuteAsync(CommandContext context, Settings settings, CancellationToken cancellationToken)
    {
        var wish = settings.ReadWish(TimeProvider.System.GetUtcNow());
        wish = wish with { Ids = [.. wish.HasFilter ? StoreSettings.Given(context, settings.Ids) : StoreSettings.Arguments(context, settings.Ids, "the ids of articles, --label, --source or --not-seen-since")] };
        await using var briefing = settings.OpenBriefing();
        var removal = briefing.GetRequiredService<ArticleRemoval>();
        var meant = await removal.MeantAsync(wish, cancellationToken);
        var code = BriefingCommand.Fine;
        if (wish.HasFilter && meant.Matching.IsEmpty)
        {
            Console.Error.WriteLine(Terminal.Safe($"No article has {Described(wish, settings.NotSeenSince)}. 'briefing list --json' names labels and sources, and when each was last seen."));
            code = BriefingCommand.Failed;
        }

        MeantArticle[] going = [.. meant.All];
        if (going.Length > 0 && !settings.Yes && !IsConfirmed(going))
        {
            Console.Error.WriteLine("Nothing was removed.");
            return BriefingCommand.Failed;
        }

        await foreach (var (article, wasThere) in removal.RemoveAsync(going, cancellationToken))
        {
            code = wasThere ? code : BriefingCommand.Failed;
            var error = wasThere ? null : "there is no such article; see 'briefing list'";
            if (settings.Json)
            {
                JsonOutput.Write(new { ArticleId = article.Id, Outcome = wasThere ? "removed" : "failed", Error = error });
            }
            else
            {
                Console.WriteLine(wasThere ? $"removed    {Terminal.Safe(article.Id)}" : $"failed     {Terminal.Safe(article.Id)}: {error}");
            }
        }

        return code;
    }

    /// <summary>Lists what would go, and asks. Throws where nobody can answer.</summary>
    private static bool IsConfirmed(MeantArticle[] going)
    {
        foreach (var article in going)
        {
            Console.Error.WriteLine(Terminal.Safe(article.Title is { } title ? $"would go   {article.Id}  {title}" : $"not there  {article.Id}"));
        }

        var count = going.Where(article => article.Title is not null).DistinctBy(article => article.Id, StringComparer.Ordinal).Count();
        if (Console.IsInputRedirected)
        {
            throw new WrongUseException($"{count:N0} {(count == 1 ? "article" : "articles")} would be removed, and nobody is there to be asked. Give --yes to remove {(count == 1 ? "it" : "them")}.");
        }

        Console.Error.Write($"Remove {count:N0} {(count == 1 ? "article" : "articles")}, every version? [y/N] ");
        return Console.ReadLine()?.Trim() is "y" or "Y" or "yes";
    }

    private static string Described(RemovalWish wish, string? notSeenSince) => string.Join(
        " and ",
        new[] { ("the label", wish.Labels), ("the source", wish.Sources) }
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

        /// <summary>Throws <see cref="WrongUseException"/> when an option cannot be.</summary>
        public RemovalWish ReadWish(DateTimeOffset now) => new()
        {
            Sources = FilteredSettings.Given("--source", Sources),
            Labels = FilteredSettings.Given("--label", Labels),
            NotSeenSince = NotSeenSince is null ? null
                : IsMissing(NotSeenSince) ? throw new WrongUseException("--not-seen-since needs a day, as 2026-03-01.")
                : RemovalWish.TryReadSince(NotSeenSince, now, out var since, out var problem) ? since
                : throw new WrongUseException($"--not-seen-since '{NotSeenSince}' is {problem}"),
        };
    }
}
