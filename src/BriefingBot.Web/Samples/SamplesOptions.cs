namespace BriefingBot.Web.Samples;

/// <summary>The section <c>Samples</c>.</summary>
internal sealed class SamplesOptions
{
    public const string Section = "Samples";

    /// <summary>Whether a store that never held an article is given the sample articles at start.</summary>
    public bool Load { get; init; } = true;
}
