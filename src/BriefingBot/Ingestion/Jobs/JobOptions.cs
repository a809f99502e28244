using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace BriefingBot.Ingestion;

/// <summary>Section <c>Ingestion</c>: what is kept of loads.</summary>
public sealed class JobOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Ingestion";

    /// <summary>For how many days a load and its outcomes can be looked at.</summary>
    [Range(1, 3_650, ErrorMessage = "Ingestion:JobDays must be from 1 to 3650.")]
    public int JobDays { get; set; } = 90;
}

/// <summary>Checks <see cref="JobOptions"/> at start.</summary>
[OptionsValidator]
public sealed partial class JobOptionsValidator : IValidateOptions<JobOptions>;
