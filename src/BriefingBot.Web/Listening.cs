using BriefingBot.Configuration;
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

    /// <summary>
    /// Throws <see cref="ConfigurationException"/> when an address to listen on names a host that is no address of a machine: the server would take it for
    /// every address, and a slip of the pen would open the bot to the network. What is no address at all, the server refuses itself.
    /// </summary>
    public static void ThrowUnlessAddresses(this IConfiguration configuration)
    {
        var urls = configuration[WebHostDefaults.ServerUrlsKey];
        var given = (urls ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (!string.IsNullOrWhiteSpace(urls) && given.Length == 0)
        {
            throw new ConfigurationException($"The addresses to listen on, '{urls}', name none. Give --urls (or the key 'urls') an address such as {DefaultAddress}.");
        }

        foreach (var url in given.Concat(configuration.GetSection("Kestrel:Endpoints").GetChildren().Select(endpoint => endpoint["Url"] ?? "")))
        {
            if (TryParse(url) is { IsUnixPipe: false, IsNamedPipe: false } address && !IsOfMachine(address.Host))
            {
                throw new ConfigurationException(
                    $"The address to listen on, '{url}', names the host '{address.Host}', which is neither an IP address nor localhost; it would be opened to the whole network. "
                    + $"Give an address such as {DefaultAddress}, or http://*:3978 for every address of this machine.");
            }
        }
    }

    /// <summary>The addresses bound, as a client on this computer can use them. Known once the host has started.</summary>
    public static IEnumerable<string> AddressesForClients(this IServer server) =>
        (server.Features.Get<IServerAddressesFeature>()?.Addresses ?? []).Select(ForClients);

    private static BindingAddress? TryParse(string url)
    {
        try
        {
            return BindingAddress.Parse(url);
        }
        catch (Exception fault) when (fault is FormatException or ArgumentException or InvalidOperationException)
        {
            return null;
        }
    }

    private static bool IsOfMachine(string host) =>
        host is "*" or "+" || host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || System.Net.IPAddress.TryParse(host.Trim('[', ']'), out _);

    /// <summary>An address that listens everywhere is no address to connect to.</summary>
    internal static string ForClients(string bound)
    {
        var address = BindingAddress.Parse(bound);
        var host = address.Host is "0.0.0.0" or "[::]" or "*" or "+" ? "localhost" : address.Host;
        return $"{address.Scheme}://{host}:{address.Port}{address.PathBase}";
    }
}
