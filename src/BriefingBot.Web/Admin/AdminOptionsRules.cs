using System.Text.RegularExpressions;
using BriefingBot.Configuration;
using BriefingBot.Web.Access;
using Microsoft.Extensions.Options;

namespace BriefingBot.Web.Admin;

/// <summary>What could let nobody in, or everybody, stops the start.</summary>
internal sealed partial class AdminOptionsRules(IConfiguration configuration, IOptions<AppRegistration> registration, IOptions<AccessOptions> access) : IValidateOptions<AdminOptions>
{
    private const int MostMegabytes = 102_400;
    private const int MostWaiting = 10_000;
    private const string Remedy = "'briefing admin-key' makes a key and its hash.";

    public ValidateOptionsResult Validate(string? name, AdminOptions options)
    {
        string[] faults = [.. FaultsOf(options)];
        return faults.Length > 0 ? ValidateOptionsResult.Fail(faults) : ValidateOptionsResult.Success;
    }

    /// <summary>Whether the issuer's keys may be asked for there: whoever can change them on their way makes tokens of their own.</summary>
    public static bool IsSafe(Uri address) => address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback);

    private IEnumerable<string> FaultsOfTeamsAdmins(AdminOptions options)
    {
        const string Copy = "Copy the object ids of users from Entra ID, with commas between them";
        if (string.IsNullOrWhiteSpace(options.TeamsAdmins))
        {
            yield break;
        }

        if (options.TeamsAdminIds is [])
        {
            yield return $"Admin:TeamsAdmins is \"{options.TeamsAdmins}\", which names nobody. {Copy}, or leave the key out.";
        }

        foreach (var wrong in options.TeamsAdminIds.Where(id => !Guid.TryParseExact(id, "D", out _)))
        {
            yield return $"Admin:TeamsAdmins names \"{wrong}\", which is not a GUID. {Copy}.";
        }

        if (!registration.Value.IsGiven && access.Value.AllowUnauthenticated)
        {
            yield return "Admin:TeamsAdmins is set, and Bot:AllowUnauthenticated without a MicrosoftAppId lets anybody say that they are one of them. Register the bot, or leave one of the two keys out.";
        }
    }

    private IEnumerable<string> FaultsOf(AdminOptions options)
    {
        if (!string.IsNullOrEmpty(configuration[$"{AdminOptions.Section}:{nameof(AdminOptions.ApiKeys)}"]))
        {
            yield return $"Admin:ApiKeys is one value. Name each key: Admin:ApiKeys:NAME is its hash. {Remedy}";
        }

        // The value may be the key itself, so it is not repeated.
        foreach (var (key, hash) in options.ApiKeys)
        {
            if (!Name().IsMatch(key))
            {
                yield return $"Admin:ApiKeys has a key by the name \"{key}\". Take up to 64 letters, digits, hyphens and underscores.";
            }

            if (!Hash().IsMatch(hash ?? ""))
            {
                yield return $"Admin:ApiKeys:{key} is not the SHA-256 of a key in 64 hexadecimal digits. {Remedy}";
            }
        }

        if (options.UsesEntra != !string.IsNullOrWhiteSpace(options.EntraAudience))
        {
            yield return "Admin:EntraTenant and Admin:EntraAudience go together: the directory (tenant) id and the application (client) id that tokens are for. Set both, or neither.";
        }

        if (options.UsesEntra && !Guid.TryParseExact(options.EntraTenant, "D", out _))
        {
            yield return $"Admin:EntraTenant is \"{options.EntraTenant}\", which is not a GUID. Write the directory (tenant) id as it stands in Azure.";
        }

        if (options.UsesEntra && string.IsNullOrWhiteSpace(options.EntraRole))
        {
            yield return "Admin:EntraRole is empty, which would let in everybody of the tenant. Name an app role, or leave the key out for Articles.Admin.";
        }

        if (!string.IsNullOrWhiteSpace(options.EntraMetadata) && !(Uri.TryCreate(options.EntraMetadata, UriKind.Absolute, out var address) && IsSafe(address)))
        {
            yield return $"Admin:EntraMetadata is \"{options.EntraMetadata}\", which is no https address. Leave it out for Microsoft's.";
        }

        foreach (var fault in FaultsOfTeamsAdmins(options))
        {
            yield return fault;
        }

        if (options.UploadMegabytes is < 1 or > MostMegabytes)
        {
            yield return $"Admin:UploadMegabytes is {options.UploadMegabytes}. Set it from 1 to {MostMegabytes}.";
        }

        if (options.WaitingLoads is < 1 or > MostWaiting)
        {
            yield return $"Admin:WaitingLoads is {options.WaitingLoads}. Set it from 1 to {MostWaiting}.";
        }
    }

    [GeneratedRegex(@"^[A-Za-z0-9_-]{1,64}\z")]
    private static partial Regex Name();

    [GeneratedRegex(@"^[0-9A-Fa-f]{64}\z")]
    private static partial Regex Hash();
}
