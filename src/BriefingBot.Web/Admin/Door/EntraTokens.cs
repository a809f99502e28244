using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace BriefingBot.Web.Admin;

/// <summary>Tokens of Entra ID, for this application, of somebody with the role.</summary>
internal sealed class EntraTokens
{
    // As the framework's own validation allows.
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);

    private static readonly JsonWebTokenHandler Handler = new() { MapInboundClaims = false };

    private readonly AdminOptions _options;
    private readonly TimeProvider _time;
    private readonly ConfigurationManager<OpenIdConnectConfiguration>? _issuer;

    public EntraTokens(IOptions<AdminOptions> options, TimeProvider time)
    {
        (_options, _time) = (options.Value, time);
        if (_options.UsesEntra)
        {
            var address = string.IsNullOrWhiteSpace(_options.EntraMetadata)
                ? $"https://login.microsoftonline.com/{_options.EntraTenant}/v2.0/.well-known/openid-configuration"
                : _options.EntraMetadata;
            _issuer = new(address, new OpenIdConnectConfigurationRetriever(), new HttpDocumentRetriever { RequireHttps = !new Uri(address).IsLoopback });
        }
    }

    public bool AreTaken => _issuer is not null;

    /// <summary>Whether something could be a token, and not a key.</summary>
    public static bool IsOne(string credential) => Handler.CanReadToken(credential);

    /// <exception cref="InvalidOperationException">The issuer's keys cannot be had.</exception>
    public async Task<EntraVerdict> CheckAsync(string token, CancellationToken cancellation)
    {
        var result = await ValidateAsync(token, cancellation);
        if (result.Exception is SecurityTokenSignatureKeyNotFoundException)
        {
            // The issuer may have changed its keys since they were fetched.
            _issuer!.RequestRefresh();
            result = await ValidateAsync(token, cancellation);
        }

        if (!result.IsValid)
        {
            return new(Who: null, HasRole: false);
        }

        var claims = result.ClaimsIdentity;
        string?[] names = [.. new[] { "preferred_username", "upn", "azp", "appid", "oid", "sub" }.Select(name => claims.FindFirst(name)?.Value)];
        return new(
            names.FirstOrDefault(name => !string.IsNullOrWhiteSpace(name)) ?? "somebody without a name",
            claims.FindAll("roles").Any(role => role.Value == _options.EntraRole));
    }

    private async Task<TokenValidationResult> ValidateAsync(string token, CancellationToken cancellation)
    {
        var issuer = await _issuer!.GetConfigurationAsync(cancellation);
        return await Handler.ValidateTokenAsync(token, new()
        {
            // An application that asks for version 1 gets tokens of the older issuer, signed with the same keys.
            ValidIssuers = [issuer.Issuer, $"https://sts.windows.net/{_options.EntraTenant}/"],
            ValidAudiences = [_options.EntraAudience, $"api://{_options.EntraAudience}"],
            IssuerSigningKeys = issuer.SigningKeys,
            ValidAlgorithms = [SecurityAlgorithms.RsaSha256],
            RequireExpirationTime = true,
            LifetimeValidator = (from, until, _, _) => until is not null && until + Skew > _time.GetUtcNow().UtcDateTime && !(from - Skew > _time.GetUtcNow().UtcDateTime),
        });
    }
}

/// <summary>What a token says.</summary>
/// <param name="Who">Whose it is; null where it is not to be believed.</param>
/// <param name="HasRole">Whether they have the role.</param>
internal sealed record EntraVerdict(string? Who, bool HasRole);
