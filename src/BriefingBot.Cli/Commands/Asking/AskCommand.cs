using System.ComponentModel;
using BriefingBot.Answering;
using BriefingBot.Articles;
using BriefingBot.Cli.Output;
using Microsoft.Extensions.DependencyInjection;
using Spectre.Console.Cli;

namespace BriefingBot.Cli.Commands;

internal sealed class AskCommand : AsyncCommand<AskCommand.Settings>
{
    public override async Task<int> ExecuteAsync(CommandContext context, Settings settings, CancellationToken cancellationToken)
    {
        if (!Enum.IsDefined(settings.Format))
        {
            throw new WrongUseException($"--format {settings.Format} cannot be: it takes text, markdown or html.");
        }

        var questions = settings.ReadQuestionsAsync(context, cancellationToken);
        var filter = settings.ToFilterAsOf();
        await using var briefing = settings.OpenBriefing();
        await FilteredSettings.ThrowIfUnknownAsync(briefing, filter, cancellationToken);
        var answerer = briefing.GetRequiredService<QuestionAnswerer>();
        return await settings.AnswerEachAsync(
            questions,
            async asked => settings.Print(asked, await AnswerAsync(asked)),
            (asked, error) => JsonOutput.Write(AnswerLine.Failed(asked.Id, asked.Text, error)));

        async Task<VerifiedAnswer> AnswerAsync(AskedQuestion asked)
        {
            var question = new Question(asked.Text, Asker.Unknown) { Asked = asked.Asked ?? settings.AsOfDay, Filter = filter, NeverRefuse = settings.NoRefuse };
            // As in a chat: each earlier question is understood from those before it, and its quotes may be pointed at. What was asked long ago is forgotten.
            foreach (var earlier in asked.History.TakeLast(2 * Turn.MostRemembered))
            {
                var answer = await answerer.AnswerAsync(question with { Text = earlier }, cancellationToken);
                question = question with { Turns = [.. question.Turns, Turn.Of(answer)] };
            }

            return await answerer.AnswerAsync(question, cancellationToken);
        }
    }

    internal sealed class Settings : QuestionSettings
    {
        [CommandOption("--no-refuse")]
        [Description("Answer with the best quotes there are, whatever the confidence.")]
        public bool NoRefuse { get; init; }

        [CommandOption("--format <FORMAT>")]
        [Description("text, markdown or html. Default: text.")]
        [DefaultValue(AnswerFormat.Text)]
        public AnswerFormat Format { get; init; }

        public void Print(AskedQuestion asked, VerifiedAnswer answer)
        {
            if (Json)
            {
                JsonOutput.Write(AnswerLine.Of(asked.Id, answer));
                return;
            }

            if (QuestionFile is not null)
            {
                Console.WriteLine(Terminal.Safe($"# {asked.Id} {asked.Text}"));
            }

            Console.WriteLine(Format switch
            {
                AnswerFormat.Markdown => MarkdownRendering.Render(answer),
                AnswerFormat.Html => HtmlRendering.Render(answer),
                _ => PlainTextRendering.Render(answer),
            });
        }
    }

    internal enum AnswerFormat
    {
        Text,
        Markdown,
        Html,
    }
}
