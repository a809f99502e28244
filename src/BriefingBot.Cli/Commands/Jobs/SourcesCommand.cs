using System.ComponentModel;
using BriefingBot.Cli.Output;
using BriefingBot.Ingestion;
using BriefingBot.State;
using Microsoft.Extensions.DependencyInjection;
using Spectre.Console.Cli;

namespace BriefingBot.Cli.Commands;

/// <summary>The watched sources: to list, and to load one now.</summary>
internal sealed class SourcesCommand : AsyncCommand<SourcesCommand.Settings>
{
    public override async Task<int> ExecuteAsync(CommandContext context, Settings settings, CancellationToken cancellationToken)
    {
        var wanted = Settings.Wanted(StoreSettings.Given(context, settings.Words));
        await using var briefing = settings.OpenBriefing(begins: true);
        var state = briefing.GetRequiredService<IStateStore>();
        Console.Error.WriteLine(Terminal.Safe($"State: {state.Location}"));
        var sources = briefing.GetRequiredService<WatchedSources>();
        if (wanted is null)
        {
            // A file that is not there would be made by opening it.
            await ListAsync(sources, state.IsShared || File.Exists(state.Location), settings.Json, cancellationToken);
            return BriefingCommand.Fine;
        }

        if (sources.Find(wanted) is not { } source)
        {
            Console.Error.WriteLine(Terminal.Safe($"There is no source '{wanted}' in the configuration (Ingestion:Sources). See 'briefing sources'."));
            return BriefingCommand.Failed;
        }

        return await JobOutcomes.PrintAsync(
            print => sources.RunAsync(source, byItself: false, job => Console.Error.WriteLine($"Job: {job.Id}"), (_, outcome) => print(outcome), cancellationToken),
            settings.Json,
            files: null,
            cancellationToken,
            notRun: Terminal.Safe($"The last load of '{source.Name}' has not ended. Wait for it, or end it; 'briefing sources' names it."));
    }

    private static async Task ListAsync(WatchedSources sources, bool isKept, bool json, CancellationToken cancellation)
    {
        foreach (var source in sources.All)
        {
            var standing = isKept ? await sources.StandingAsync(source, cancellation) : new(source, null, null, null);
            if (json)
            {
                JsonOutput.Write(SourceLine.Of(standing));
            }
            else
            {
                Console.WriteLine(Terminal.Safe(SourceLine.Text(standing)));
            }
        }

        Console.Error.WriteLine(sources.All.Length == 1 ? "1 source" : $"{sources.All.Length:N0} sources");
    }

    internal sealed class Settings : StoreSettings
    {
        [CommandArgument(0, "[ACTION]")]
        [Description("'run NAME': load a source here and now. Without: list the sources.")]
        public string[] Words { get; init; } = [];

        /// <summary>The source to load; null: none. Throws <see cref="WrongUseException"/> when the words mean nothing.</summary>
        public static string? Wanted(string[] words) => words switch
        {
            [] => null,
            ["run", var name] => name,
            ["run"] => throw new WrongUseException("'sources run' needs a source's name; see 'briefing sources'."),
            ["run", _, var extra, ..] => throw new WrongUseException($"'sources run' takes one name, and '{extra}' is more; put a name with blanks in quotation marks."),
            [var other, ..] => throw new WrongUseException($"'sources' takes no '{other}'. It takes run NAME, or nothing to list the sources."),
        };
    }
}
