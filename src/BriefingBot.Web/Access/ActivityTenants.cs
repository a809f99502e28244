using System.Security.Claims;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;

namespace BriefingBot.Web.Access;

/// <summary>The tenants that an activity names as its sender's, wherever Teams or a token writes one.</summary>
internal static class ActivityTenants
{
    // What Azure AD, and so Emulator, writes into its tokens; the Bot Framework's own have none.
    private const string TenantClaim = "tid";

    /// <summary>Each once; usually one, and none on channels that know no tenants.</summary>
    public static IReadOnlyList<string> NamedBy(IActivity activity, ClaimsIdentity? caller) =>
    [
        .. new[]
        {
            activity.Conversation?.TenantId,
            Written(((activity.ChannelData as JObject)?["tenant"] as JObject)?["id"]),
            Written(activity.From?.Properties?["tenantId"]),
            caller?.FindFirst(TenantClaim)?.Value,
        }.Where(tenant => !string.IsNullOrEmpty(tenant)).Select(tenant => tenant!).Distinct(StringComparer.OrdinalIgnoreCase),
    ];

    // What is no text is kept as it stands: it is nobody's tenant, and contradicts the others.
    private static string? Written(JToken? token) => token is null or JValue { Value: null } ? null : token.ToString();
}
