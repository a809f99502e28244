using System.ComponentModel;
using BriefingBot.Answering;
using BriefingBot.Articles;
using BriefingBot.Cli.Output;
using Microsoft.Extensions.DependencyInjection;
using Spectre.Console.Cli;

namespace BriefingBot.Cli.Commands;

internal sealed class SearchCommand : AsyncCommand<SearchCommand.Settings>
{
    private const int MaxLimit = 100;

    public override async Task<int> ExecuteAsync(CommandContext context, Settings settings, CancellationToken cancellationToken)
    {
        if (settings.Limit is < 1 or > MaxLimit)
        {
            throw new WrongUseException($"--limit {settings.Limit} is not between 1 and {MaxLimit}.");
        }

        var questions = settings.ReadQuestionsAsync(context, cancellationToken);
        var filter = settings.ToFilterAsOf();
        await using var briefing = settings.OpenBriefing();
        await FilteredSettings.ThrowIfUnknownAsync(briefing, filter, cancellationToken);
        var search = briefing.GetRequiredService<PassageSearch>();
        return await settings.AnswerEachAsync(
            questions,
            async asked => settings.Print(asked, await search.SearchAsync(asked.Text, Asker.Unknown, filter, settings.Limit, cancellationToken)),
            (asked, error) => JsonOutput.Write(new SearchLine { Id = asked.Id, Query = asked.Text, Error = error }));
    }

    internal sealed class Settings : QuestionSettings
    {
        [CommandOption("--limit <N>")]
        [Description("How many passages at most.")]
        [DefaultValue(10)]
        public int Limit { get; init; }

        public void Print(AskedQuestion asked, FoundPassages found)
        {
            if (Json)
            {
                JsonOutput.Write(SearchLine.Of(asked.Id, asked.Text, found));
                return;
            }

            foreach (var (rank, score, words) in found.Passages)
            {
                Console.WriteLine(Terminal.Safe($"{rank}. {words.Article.Title} ({words.Article.Id} v{words.Article.Version} {words.Span}, {score:F3})"));
                Console.WriteLine(PlainTextRendering.Render(words));
            }
        }
    }
}
