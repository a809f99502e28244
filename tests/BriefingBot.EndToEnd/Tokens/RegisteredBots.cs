using BriefingBot.EndToEnd.Support;

namespace BriefingBot.EndToEnd.Tokens;

/// <summary>A bot of each kind of registration, started when first asked for, and the issuer that all of them believe.</summary>
public sealed class RegisteredBots : IAsyncLifetime
{
    /// <summary>The tenant of the activities that tests send, and of the registrations that have one.</summary>
    public const string Tenant = "22222222-2222-2222-2222-222222222222";

    private readonly Dictionary<string, (RunningBot Bot, Workspace Workspace)> _bots = [];

    internal Issuer Issuer { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Issuer = await Issuer.StartAsync();

    /// <summary>The bot of a registration, as the table names it.</summary>
    internal async Task<RunningBot> BotAsync(string registration)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only on Linux does a process trust the certificates that SSL_CERT_FILE names.");
        if (!_bots.TryGetValue(registration, out var entry))
        {
            var workspace = new Workspace();
            _bots[registration] = entry = (await RunningBot.StartAsync(workspace, settings: Settings(registration)), workspace);
        }

        return entry.Bot;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var (bot, workspace) in _bots.Values)
        {
            await bot.DisposeAsync();
            workspace.Dispose();
        }

        await Issuer.DisposeAsync();
    }

    private Dictionary<string, string> Settings(string registration) => registration switch
    {
        "none" => [],
        "multi-tenant" => new(Issuer.Settings) { ["MicrosoftAppId"] = ClaimSet.App, ["MicrosoftAppType"] = "MultiTenant", ["MicrosoftAppPassword"] = "secret" },
        "single-tenant" => new(Issuer.Settings) { ["MicrosoftAppId"] = ClaimSet.App, ["MicrosoftAppType"] = "SingleTenant", ["MicrosoftAppPassword"] = "secret", ["MicrosoftAppTenantId"] = Tenant },
        "single-tenant, everybody allowed" => new(Settings("single-tenant")) { ["Bot__AllowedTenants"] = "*" },
        "multi-tenant, its issuer out of reach" => new(Settings("multi-tenant")) { ["ToBotFromChannelOpenIdMetadataUrl"] = "https://localhost:1/.well-known/openid-configuration" },
        "managed identity" => new(Issuer.Settings) { ["MicrosoftAppId"] = ClaimSet.App, ["MicrosoftAppType"] = "UserAssignedMSI", ["MicrosoftAppTenantId"] = Tenant },
        _ => throw new ArgumentException($"No such registration: {registration}"),
    };
}
