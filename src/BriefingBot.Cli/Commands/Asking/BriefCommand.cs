using System.ComponentModel;
using BriefingBot.Answering;
using BriefingBot.Articles;
using BriefingBot.Cli.Output;
using Microsoft.Extensions.DependencyInjection;
using Spectre.Console.Cli;

namespace BriefingBot.Cli.Commands;

internal sealed class BriefCommand : AsyncCommand<BriefCommand.Settings>
{
    public override async Task<int> ExecuteAsync(CommandContext context, Settings settings, CancellationToken cancellationToken)
    {
        if (settings.Quotes is < DigestRequest.FewestQuotes or > DigestRequest.MostQuotes)
        {
            throw new WrongUseException($"--quotes {settings.Quotes} is not between {DigestRequest.FewestQuotes} and {DigestRequest.MostQuotes}.");
        }

        if (StoreSettings.Given(context, settings.Subject is null ? [] : [settings.Subject]) is not [var subject])
        {
            throw new WrongUseException("Give one subject, in quotation marks.");
        }

        var request = new DigestRequest(subject, Asker.Unknown) { Quotes = settings.Quotes, Filter = settings.ToFilterAsOf(), Asked = settings.AsOfDay };
        await using var briefing = settings.OpenBriefing();
        await FilteredSettings.ThrowIfUnknownAsync(briefing, request.Filter, cancellationToken);
        var digest = await briefing.GetRequiredService<DigestWriter>().WriteAsync(request, cancellationToken);
        if (settings.Json)
        {
            JsonOutput.Write(DigestLine.Of(digest));
        }
        else
        {
            Console.WriteLine(PlainTextRendering.Render(digest));
        }

        return BriefingCommand.Fine;
    }

    internal sealed class Settings : AsOfSettings
    {
        [CommandArgument(0, "[SUBJECT]")]
        [Description("What the briefing is on, in quotation marks.")]
        public string? Subject { get; init; }

        [CommandOption("--quotes <N>")]
        [Description("How many quotes at most, 5 to 12.")]
        [DefaultValue(7)]
        public int Quotes { get; init; }
    }
}
