using System.Net;

namespace BriefingBot.Web.Access;

/// <summary>
/// Tells a request made on this computer, for this computer, from one that came through a proxy or a tunnel, or from a web page whose
/// name was rebound to loopback.
/// </summary>
internal static class LoopbackOnly
{
    private const string Remedy =
        "Without an app registration (MicrosoftAppId) the bot answers clients on its own computer only. "
        + "Ask from there, register the bot, or set Bot:AllowUnauthenticated to true where the network is trusted.";

    private static readonly string[] LocalHosts = ["localhost", "127.0.0.1", "[::1]"];

    /// <summary>Why a request is not answered, with the remedy; null when it is.</summary>
    /// <param name="context">The request.</param>
    /// <param name="remedy">What to do about it; without it what makes the bot answer others.</param>
    public static string? RefusalOf(HttpContext context, string remedy = Remedy)
    {
        var connection = context.Connection;
        if (!IsLoopback(connection.RemoteIpAddress) || !IsLoopback(connection.LocalIpAddress))
        {
            return $"The request came from {connection.RemoteIpAddress?.ToString() ?? "an unknown address"}. {remedy}";
        }

        if (!LocalHosts.Contains(context.Request.Host.Host, StringComparer.OrdinalIgnoreCase))
        {
            return $"The request's Host header is \"{context.Request.Host}\", not localhost or 127.0.0.1. {remedy}";
        }

        if (ForwardingHeaders.In(context.Request.Headers) is { } header)
        {
            return $"The request was forwarded: it carries the header {header}. {remedy}";
        }

        // Browsers name the site whose page or script asks; a page from elsewhere has no business with a bot on this computer.
        return context.Request.Headers.Origin.FirstOrDefault(origin => !IsLocalSite(origin)) is { } site
            ? $"The request was made by a page of another site: its Origin header is \"{site}\". {remedy}"
            : null;
    }

    private static bool IsLocalSite(string? origin) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var site) && site.Scheme is "http" or "https" && LocalHosts.Contains(site.Host, StringComparer.OrdinalIgnoreCase);

    private static bool IsLoopback(IPAddress? address) =>
        address is not null && IPAddress.IsLoopback(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address);
}
