using System.ComponentModel;
using BriefingBot.Answering;
using BriefingBot.Articles;
using BriefingBot.Cli.Output;
using Microsoft.Extensions.DependencyInjection;
using Spectre.Console.Cli;

namespace BriefingBot.Cli.Commands;

internal sealed class CheckQuoteCommand : AsyncCommand<CheckQuoteCommand.Settings>
{
    public override async Task<int> ExecuteAsync(CommandContext context, Settings settings, CancellationToken cancellationToken)
    {
        var quotations = settings.ReadQuotationsAsync(context, cancellationToken);
        var filter = settings.ToFilter();
        await using var briefing = settings.OpenBriefing();
        await FilteredSettings.ThrowIfUnknownAsync(briefing, filter, cancellationToken);
        var checker = briefing.GetRequiredService<QuoteChecker>();
        return await AskedLines.AnswerEachAsync(
            quotations,
            async asked => settings.Print(asked, await checker.CheckAsync(asked.Text, Asker.Unknown, filter, cancellationToken)),
            (asked, error) => JsonOutput.Write(CheckLine.Failed(asked.Id, asked.Text, error)),
            settings.Json,
            counts: settings.QuotationFile is not null);
    }

    internal sealed class Settings : FilteredSettings
    {
        [CommandArgument(0, "[QUOTATION]")]
        [Description("The words to look for, in quotation marks.")]
        public string? Quotation { get; init; }

        [CommandOption("--quotes <FILE>")]
        [Description("A file with a JSON object a line: quote and, where wanted, id. Checked in order, a line each.")]
        public string? QuotationFile { get; init; }

        /// <summary>Each quotation in order, as <see cref="AskedLines.ReadAsync"/> gives them.</summary>
        public IAsyncEnumerable<AskedQuestion> ReadQuotationsAsync(CommandContext context, CancellationToken cancellation) =>
            (Given(context, Quotation is null ? [] : [Quotation]), QuotationFile) switch
            {
                ([var only], null) => new[] { new AskedQuestion(null, only, null, null) }.ToAsyncEnumerable(),
                (_, null) => throw new WrongUseException("Give one quotation, in quotation marks, or --quotes FILE."),
                ([], { } file) => File.Exists(file) ? AskedLines.ReadAsync(file, "quote", cancellation) : throw new WrongUseException($"There is no file {file}; check the path after --quotes."),
                _ => throw new WrongUseException("Give a quotation or --quotes FILE, not both."),
            };

        public void Print(AskedQuestion asked, QuoteCheck check)
        {
            if (Json)
            {
                JsonOutput.Write(CheckLine.Of(asked.Id, asked.Text, check));
                return;
            }

            if (QuotationFile is not null)
            {
                Console.WriteLine(Terminal.Safe($"# {asked.Id} {asked.Text}"));
            }

            Console.WriteLine(PlainTextRendering.Render(check));
        }
    }
}
