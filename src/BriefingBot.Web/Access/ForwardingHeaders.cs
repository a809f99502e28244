namespace BriefingBot.Web.Access;

/// <summary>
/// Request headers that only a proxy, a tunnel or a load balancer adds, as their makers document them. A proxy that adds none, as nginx
/// does until told otherwise, cannot be told from a client on this computer.
/// </summary>
internal static class ForwardingHeaders
{
    private static readonly string[] Names =
    [
        "Forwarded", "Via", "X-Real-IP", "X-Client-IP", "Client-IP", "True-Client-IP", "X-Cluster-Client-IP", "X-ProxyUser-IP", "X-Host",
        "WL-Proxy-Client-IP", "Proxy-Client-IP", "X-MS-Proxy", "X-Tunnel-ID", "X-Remote-IP", "X-Remote-Addr", "X-Nf-Client-Connection-IP",
    ];

    private static readonly string[] Beginnings =
    [
        "X-Forwarded", "X-Original-", "X-Envoy-", "X-Azure-", "X-FD-", "X-ARR-", "X-Amzn-", "X-Amz-Cf-", "X-AppEngine-", "X-Cloud-Trace-", "X-Vercel-",
        "CF-", "CDN-", "Fly-", "Fastly-", "Ngrok-", "X-Ngrok-", "X-Traefik-", "Tailscale-",
    ];

    /// <summary>The first such header of a request; null when there is none.</summary>
    public static string? In(IHeaderDictionary headers) => headers.Keys.FirstOrDefault(IsOne);

    private static bool IsOne(string header) =>
        Names.Contains(header, StringComparer.OrdinalIgnoreCase)
        || Beginnings.Any(beginning => header.StartsWith(beginning, StringComparison.OrdinalIgnoreCase));
}
