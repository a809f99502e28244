using System.ComponentModel;
using BriefingBot.Articles;
using Spectre.Console.Cli;

namespace BriefingBot.Cli.Commands;

/// <summary>Which articles a command is about, and as on which day it is answered.</summary>
internal class AsOfSettings : FilteredSettings
{
    [CommandOption("--as-of <DAY>")]
    [Description("Answer as on this day: it is the day of asking, and only articles published on it or earlier are looked at, in their current versions.")]
    public string? AsOf { get; init; }

    /// <summary>The day of <c>--as-of</c>.</summary>
    public DateOnly? AsOfDay => DayOption.Read("--as-of", AsOf);

    /// <summary>Which articles are asked: those of the options that were there on the day of <c>--as-of</c>.</summary>
    public ArticleFilter ToFilterAsOf()
    {
        var filter = ToFilter();
        return AsOfDay is not { } day ? filter
            : filter.Since > day ? throw new WrongUseException($"--since {Since} is after --as-of {AsOf}, so no article can be meant.")
            : filter.Until < day ? filter
            : filter with { Until = day };
    }
}
