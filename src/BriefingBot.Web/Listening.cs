using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace BriefingBot.Web;

/// <summary>Where the host listens, and the address that a client is pointed at.</summary>
internal static class Listening
{
    /// <summary>The port that Bot Framework's tools expect; loopback, so that nothing is open before somebody decides so.</summary>
    public const string DefaultAddress = "http://127.0.0.1:3978";

    // Each of these already says where to listen; the container images of ASP.NET set http_ports.
    private static readonly string[] AddressKeys = [WebHostDefaults.ServerUrlsKey, WebHostDefaults.HttpPortsKey, WebHostDefaults.HttpsPortsKey];

    public static void AddDefaultAddress(this WebApplicationBuilder builder)
    {
        var configuration = builder.Configuration;
        if (AddressKeys.All(key => string.IsNullOrWhiteSpace(configuration[key])) && !configuration.GetSection("Kestrel:Endpoints").Exists())
        {
            builder.WebHost.UseUrls(DefaultAddress);
        }
    }

    /// <summary>The addresses bound, as a client on this computer can use them. Known once the host has started.</summary>
    public static IEnumerable<string> AddressesForClients(this IServer server) =>
        (server.Features.Get<IServerAddressesFeature>()?.Addresses ?? []).Select(ForClients);

    /// <summary>An address that listens everywhere is no address to connect to.</summary>
    internal static string ForClients(string bound)
    {
        var address = BindingAddress.Parse(bound);
        var host = address.Host is "0.0.0.0" or "[::]" or "*" or "+" ? "localhost" : address.Host;
        return $"{address.Scheme}://{host}:{address.Port}{address.PathBase}";
    }
}
