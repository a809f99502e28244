using System.ComponentModel.DataAnnotations;
using System.Net;
using Microsoft.Extensions.Options;

namespace BriefingBot.Ingestion;

/// <summary>Section <c>Ingestion:Web</c>: how documents are fetched from addresses of the web, and which of the addresses that are not public may be reached.</summary>
public sealed class WebOptions : IValidatableObject
{
    /// <summary>The section's name.</summary>
    public const string Section = "Ingestion:Web";

    /// <summary>The longest that one document may take, in seconds, redirects and its site's robots.txt included.</summary>
    [Range(1, 600)]
    public int TimeoutSeconds { get; set; } = 30;

    /// <summary>The longest that a server may send nothing, in seconds.</summary>
    [Range(1, 600)]
    public int IdleSeconds { get; set; } = 10;

    /// <summary>The largest document, in megabytes, unpacked: what one article may have at most, or less.</summary>
    [Range(1, InputBytes.Largest >> 20)]
    public int LargestMegabytes { get; set; } = InputBytes.Largest >> 20;

    /// <summary>How many redirects are followed.</summary>
    [Range(0, 20)]
    public int Redirects { get; set; } = 5;

    /// <summary>Hosts that may have private addresses, with commas between: <c>wiki.corp.example, *.intranet.example</c>. Default: none.</summary>
    public string? AllowedHosts { get; set; }

    /// <summary>Networks that may be reached though they are not public, with commas between: <c>10.20.0.0/16, fd12:3456::/32</c>. Default: none.</summary>
    public string? AllowedNetworks { get; set; }

    /// <summary>An address of the web at which sites find out who fetches from them. It is sent with the program's name. Default: none.</summary>
    public string? Contact { get; set; }

    /// <summary>Whether what a site's robots.txt keeps programs from is left alone.</summary>
    public bool KeepRobotsRules { get; set; } = true;

    /// <summary>How many pages of a feed's entries are fetched at most, where the feed has only a summary of them. 0: never.</summary>
    [Range(0, 1_000)]
    public int FeedPages { get; set; } = 50;

    internal IReadOnlyList<string> HostList => List(AllowedHosts);

    internal IEnumerable<IPNetwork> NetworkList => List(AllowedNetworks).Select(NetworkOf).OfType<IPNetwork>();

    internal int LargestBytes => LargestMegabytes << 20;

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach (var host in HostList.Where(host => Uri.CheckHostName(host.StartsWith("*.", StringComparison.Ordinal) ? host[2..] : host) == UriHostNameType.Unknown))
        {
            yield return new($"Ingestion:Web:AllowedHosts names \"{host}\", which is no host. Write names without http:// and without a port, with commas between them, such as wiki.corp.example or *.intranet.example.");
        }

        foreach (var network in List(AllowedNetworks).Where(network => NetworkOf(network) is null))
        {
            yield return new($"Ingestion:Web:AllowedNetworks names \"{network}\", which is no network. Write its first address and its length, with commas between several, such as 10.20.0.0/16 or fd12:3456::/32; a length of 0 would mean every address.");
        }

        if (Contact is not null && (!WebAddress.TryParse(Contact, out var contact) || contact.UserInfo.Length > 0))
        {
            yield return new("Ingestion:Web:Contact must be the address of a page, such as https://www.example.com/bot, or be left out.");
        }
    }

    private static string[] List(string? value) => value?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];

    private static IPNetwork? NetworkOf(string text) =>
        IPNetwork.TryParse(text, out var network) ? network.PrefixLength > 0 ? network : null
        : IPAddress.TryParse(text, out var single) ? new(single, single.GetAddressBytes().Length * 8)
        : null;
}

/// <summary>Checks <see cref="WebOptions"/> at start.</summary>
[OptionsValidator]
public sealed partial class WebOptionsValidator : IValidateOptions<WebOptions>;
