using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace BriefingBot.EndToEnd.Tokens;

/// <summary>
/// Stands for Bot Framework's and Azure AD's token services: publishes keys over https, under a certificate that only a process trusts which is
/// told to, and gives the bot the tokens that it asks for to reply.
/// </summary>
internal sealed class Issuer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly string _folder = Directory.CreateTempSubdirectory("briefing-issuer-").FullName;

    private Issuer()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: false, pathLengthConstraint: 0, critical: true));
        var now = TimeProvider.System.GetUtcNow();
        var certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        CertificateFile = Path.Combine(_folder, "issuer.crt");
        File.WriteAllText(CertificateFile, certificate.ExportCertificatePem());

        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration()
            .ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(certificate)));
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.Run(AnswerAsync);
    }

    /// <summary>Signs for Teams and Emulator's channel, and not for others.</summary>
    public Signer Channels { get; } = new("channels");

    /// <summary>Published beside the other without a channel that it signs for.</summary>
    public Signer Unendorsed { get; } = new("unendorsed");

    /// <summary>Azure AD's, whose tokens Emulator and other bots bring.</summary>
    public Signer ActiveDirectory { get; } = new("directory");

    public string CertificateFile { get; }

    private string Url => $"https://localhost:{new Uri(_app.Urls.Single()).Port}";

    /// <summary>What makes a bot take this for Microsoft. The path /adfs keeps its SDK from asking Microsoft about the authority.</summary>
    public IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string>
    {
        ["ToBotFromChannelTokenIssuer"] = ClaimSet.ChannelIssuer,
        ["ToBotFromChannelOpenIdMetadataUrl"] = $"{Url}/channels/.well-known/openid-configuration",
        ["ToBotFromEmulatorOpenIdMetadataUrl"] = $"{Url}/directory/.well-known/openid-configuration",
        ["ToChannelFromBotLoginUrl"] = $"{Url}/adfs",
        ["ToChannelFromBotOAuthScope"] = ClaimSet.ChannelIssuer,
        ["OAuthUrl"] = $"{Url}/oauth",
        ["ValidateAuthority"] = "false",
        ["SSL_CERT_FILE"] = CertificateFile,
    };

    public static async Task<Issuer> StartAsync()
    {
        var issuer = new Issuer();
        await issuer._app.StartAsync(TestContext.Current.CancellationToken);
        return issuer;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        Channels.Dispose();
        Unendorsed.Dispose();
        ActiveDirectory.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private Task AnswerAsync(HttpContext context)
    {
        var path = context.Request.Path.Value!;
        var root = path.Split('/')[1];
        JsonNode answer = path switch
        {
            "/channels/keys" => new JsonObject { ["keys"] = new JsonArray(Channels.PublicKey("msteams", "emulator"), Unendorsed.PublicKey()) },
            "/directory/keys" => new JsonObject { ["keys"] = new JsonArray(ActiveDirectory.PublicKey()) },
            _ when path.EndsWith("/openid-configuration", StringComparison.Ordinal) => new JsonObject
            {
                ["issuer"] = $"{Url}/{root}",
                ["authorization_endpoint"] = $"{Url}/{root}/authorize",
                ["token_endpoint"] = $"{Url}/{root}/oauth2/token",
                ["jwks_uri"] = $"{Url}/{root}/keys",
                ["id_token_signing_alg_values_supported"] = new JsonArray("RS256"),
            },
            _ => new JsonObject { ["access_token"] = "of-the-bot", ["token_type"] = "Bearer", ["expires_in"] = 3_600 },
        };
        return context.Response.WriteAsync(answer.ToJsonString(), context.RequestAborted);
    }
}
