using System.Collections.Frozen;
using BriefingBot.Configuration;
using Microsoft.Extensions.Options;

namespace BriefingBot.Web.Access;

/// <summary>Whose people are answered: those of the tenants that the configuration names, else of the registration's own, else everybody.</summary>
internal sealed class AllowedTenants
{
    // Null: everybody.
    private readonly FrozenSet<string>? _only;

    public AllowedTenants(IOptions<AppRegistration> registration, IOptions<AccessOptions> access)
    {
        IReadOnlyList<string> tenants = access.Value.Tenants switch
        {
            [AccessOptions.Everybody] => [],
            [] => registration.Value is { IsGiven: true, OwnTenant: { } own } ? [own] : [],
            var named => named,
        };
        _only = tenants.Count == 0 ? null : tenants.ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>In words, for the log.</summary>
    public string Described => _only is null ? "people of every tenant" : $"people of {(_only.Count == 1 ? "tenant" : "the tenants")} {string.Join(", ", _only.Order(StringComparer.Ordinal))} alone";

    /// <summary>Whether somebody is answered for whom these tenants are named. Two that differ are none: which of them is meant cannot be told.</summary>
    public bool Admit(IReadOnlyList<string> named) => _only is null || (named is [var one] && _only.Contains(one));
}
