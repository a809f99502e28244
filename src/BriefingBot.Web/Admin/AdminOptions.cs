namespace BriefingBot.Web.Admin;

/// <summary>The section <c>Admin</c>: who administers the articles over HTTP, and how much at once.</summary>
internal sealed class AdminOptions
{
    public const string Section = "Admin";

    /// <summary>By the name of whoever has it, the SHA-256 of each key in hexadecimal digits: <c>briefing admin-key</c> makes both.</summary>
    public Dictionary<string, string> ApiKeys { get; init; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The directory (tenant) id whose tokens are taken.</summary>
    public string? EntraTenant { get; init; }

    /// <summary>The application id that tokens must be for.</summary>
    public string? EntraAudience { get; init; }

    /// <summary>The app role that somebody must have.</summary>
    public string EntraRole { get; init; } = "Articles.Admin";

    /// <summary>Where the issuer's keys are told; without it Microsoft's address of the tenant.</summary>
    public string? EntraMetadata { get; init; }

    /// <summary>The most that one upload may have, of all its files.</summary>
    public int UploadMegabytes { get; init; } = 1_024;

    /// <summary>How many loads may wait. What is sent beyond is refused until some are done.</summary>
    public int WaitingLoads { get; init; } = 100;

    /// <summary>Whose files are loaded when they drop them on the bot in Teams: their object ids, with commas between them.</summary>
    public string? TeamsAdmins { get; init; }

    public IReadOnlyList<string> TeamsAdminIds => (TeamsAdmins ?? "").Split([',', ' ', ';'], StringSplitOptions.RemoveEmptyEntries);

    public bool UsesEntra => !string.IsNullOrWhiteSpace(EntraTenant);
}
