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
        await using var briefing = settings.OpenBriefing();
        var search = briefing.GetRequiredService<PassageSearch>();
        var code = BriefingCommand.Fine;
        await foreach (var asked in questions)
        {
            try
            {
                if (asked.Error is not null)
                {
                    throw new QuestionException(asked.Error);
                }

                settings.Print(asked, await search.SearchAsync(asked.Text, Asker.Unknown, settings.Limit, cancellationToken));
            }
            catch (QuestionException fault)
            {
                code = BriefingCommand.Failed;
                Console.Error.WriteLine(fault.Message);
                if (settings.Json)
                {
                    JsonLine.Write(new { asked.Id, Query = asked.Text, Passages = Array.Empty<object>(), Error = fault.Message });
                }
            }
        }

        return code;
    }

    internal sealed class Settings : QuestionSettings
    {
        [CommandOption("--limit <N>")]
        [Description("How many passages at most.")]
        [DefaultValue(10)]
        public int Limit { get; init; }

        public void Print(AskedQuestion asked, IReadOnlyList<FoundPassage> passages)
        {
            if (!Json)
            {
                foreach (var (rank, score, words) in passages)
                {
                    Console.WriteLine(Terminal.Safe($"{rank}. {words.Article.Title} ({words.Article.Id} v{words.Article.Version} {words.Span}, {score:F3})"));
                    Console.WriteLine(PlainTextRendering.Render(words));
                }

                return;
            }

            var lines = passages.Select(passage => new
            {
                passage.Rank,
                passage.Score,
                ArticleId = passage.Words.Article.Id,
                passage.Words.Article.Version,
                passage.Words.Span.Start,
                passage.Words.Span.End,
                passage.Words.Text,
                passage.Words.Article.Title,
            });
            if (asked.Id is null)
            {
                JsonLine.Write(new { Query = asked.Text, Passages = lines });
            }
            else
            {
                JsonLine.Write(new { asked.Id, Query = asked.Text, Passages = lines });
            }
        }
    }
}
