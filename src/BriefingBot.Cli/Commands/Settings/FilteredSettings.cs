using System.Collections.Immutable;
using System.ComponentModel;
using BriefingBot.Answering;
using BriefingBot.Articles;
using BriefingBot.Cli.Output;
using Microsoft.Extensions.DependencyInjection;
using Spectre.Console.Cli;

namespace BriefingBot.Cli.Commands;

/// <summary>Which articles a command is about.</summary>
internal class FilteredSettings : StoreSettings
{
    /// <summary>The options that may be given several times.</summary>
    public static readonly string[] Repeatable = ["--source", "--author", "--label", "--group"];

    [CommandOption("--source <SOURCE>")]
    [Description("Only articles of this source; given several times, of any of them.")]
    public string[] Sources { get; init; } = [];

    [CommandOption("--author <AUTHOR>")]
    [Description("Only articles by this author, as they name it; given several times, by any of them.")]
    public string[] Authors { get; init; } = [];

    [CommandOption("--label <LABEL>")]
    [Description("Only articles with this label; given several times, with any of them.")]
    public string[] Labels { get; init; } = [];

    [CommandOption("--since <DAY>")]
    [Description("Only articles published on this day or later (2026-03-01).")]
    public string? Since { get; init; }

    [CommandOption("--until <DAY>")]
    [Description("Only articles published on this day or earlier.")]
    public string? Until { get; init; }

    /// <summary>Throws <see cref="WrongUseException"/> when an option cannot be.</summary>
    public ArticleFilter ToFilter()
    {
        var filter = new ArticleFilter
        {
            Sources = Given("--source", Sources),
            Authors = Given("--author", Authors),
            Labels = Given("--label", Labels),
            Since = DayOption.Read("--since", Since),
            Until = DayOption.Read("--until", Until),
        };
        return filter.Since > filter.Until
            ? throw new WrongUseException($"--since {Since} is after --until {Until}, so no article can be meant.")
            : filter;
    }

    /// <summary>Throws <see cref="WrongUseException"/> when an option names what no article has that somebody of no known group may read.</summary>
    public static async Task ThrowIfUnknownAsync(IServiceProvider briefing, ArticleFilter filter, CancellationToken cancellation) =>
        ThrowIf(await briefing.GetRequiredService<ChosenNames>().UnknownToAsync(Asker.Unknown, filter, cancellation));

    /// <summary>Throws <see cref="WrongUseException"/> when an option names what no article has, whoever may read it.</summary>
    public static async Task ThrowIfUnknownToAllAsync(IServiceProvider briefing, ArticleFilter filter, CancellationToken cancellation) =>
        ThrowIf(await briefing.GetRequiredService<ChosenNames>().UnknownToAllAsync(filter, cancellation));

    private static void ThrowIf(UnknownName? unknown)
    {
        if (unknown is { Kind: var kind, Name: var name, Nearest: var nearest })
        {
            var option = kind.ToString().ToLowerInvariant();
            throw new WrongUseException(Terminal.Safe($"--{option} {name}: no article has this {option}. {(nearest.IsEmpty ? $"None has any {option}." : $"The nearest: {string.Join("; ", nearest)}.")}"));
        }
    }

    /// <summary>The values of an option, none of which may be missing.</summary>
    public static ImmutableArray<string> Given(string option, string[] values) =>
        values.Any(IsMissing) ? throw new WrongUseException($"{option} needs a value.") : [.. values];
}
