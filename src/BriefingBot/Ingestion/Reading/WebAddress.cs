using System.Diagnostics.CodeAnalysis;

namespace BriefingBot.Ingestion;

/// <summary>An address that a person can open: absolute, http or https. Anything else must not become a link beside a quote.</summary>
internal static class WebAddress
{
    public static bool TryParse(string? text, [NotNullWhen(true)] out Uri? address) =>
        Uri.TryCreate(text?.Trim(), UriKind.Absolute, out address)
        && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps)
        && address.Host.Length > 0;

    public static Uri? ParseOrNull(string? text) => TryParse(text, out var address) ? address : null;
}
