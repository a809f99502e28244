using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace BriefingBot.Tests.Web;

/// <summary>Stands for Entra ID: tells its keys on this computer and signs tokens.</summary>
internal sealed class TokenIssuer : IAsyncDisposable
{
    public const string Tenant = "11111111-2222-3333-4444-555555555555";
    public const string Audience = "66666666-7777-8888-9999-000000000000";

    private readonly RSA _key = RSA.Create(2048);
    private readonly WebApplication _app;

    private TokenIssuer()
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.Run(context => context.Response.WriteAsync(Document(context.Request.Path).ToJsonString(), context.RequestAborted));
    }

    public Dictionary<string, string> Settings => new()
    {
        ["Admin:EntraTenant"] = Tenant,
        ["Admin:EntraAudience"] = Audience,
        ["Admin:EntraMetadata"] = $"{Url}/openid-configuration",
    };

    private string Url => _app.Urls.Single();

    private RsaSecurityKey Key => new(_key) { KeyId = "one" };

    public static async Task<TokenIssuer> StartAsync()
    {
        var issuer = new TokenIssuer();
        await issuer._app.StartAsync(TestContext.Current.CancellationToken);
        return issuer;
    }

    public string Token(DateTimeOffset from, string audience = Audience, string role = "Articles.Admin", RSA? key = null) => new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
    {
        Issuer = Url,
        Audience = audience,
        NotBefore = from.UtcDateTime,
        Expires = from.AddHours(1).UtcDateTime,
        Claims = new Dictionary<string, object> { ["roles"] = new[] { role }, ["preferred_username"] = "alice@example.org" },
        SigningCredentials = new(key is null ? Key : new RsaSecurityKey(key) { KeyId = "one" }, SecurityAlgorithms.RsaSha256),
    });

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _key.Dispose();
    }

    private JsonObject Document(string path)
    {
        if (path.EndsWith("/openid-configuration", StringComparison.Ordinal))
        {
            return new() { ["issuer"] = Url, ["jwks_uri"] = $"{Url}/keys" };
        }

        var parameters = _key.ExportParameters(includePrivateParameters: false);
        return new()
        {
            ["keys"] = new JsonArray(new JsonObject
            {
                ["kty"] = "RSA",
                ["use"] = "sig",
                ["kid"] = "one",
                ["n"] = Base64UrlEncoder.Encode(parameters.Modulus),
                ["e"] = Base64UrlEncoder.Encode(parameters.Exponent),
            }),
        };
    }
}
