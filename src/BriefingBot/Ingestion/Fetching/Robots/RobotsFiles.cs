using System.Collections.Concurrent;
using System.Text;

namespace BriefingBot.Ingestion;

/// <summary>
/// The robots.txt of each site, kept for a day. One that is not there (4xx) asks for nothing; one that cannot be had (5xx, or no answer) forbids
/// everything (RFC 9309, 2.3.1), and is asked for again after a minute.
/// </summary>
internal sealed class RobotsFiles(WebRequests requests, TimeProvider clock)
{
    // What RFC 9309 has every program read; what is behind is not looked at.
    private const int MostBytes = 500 * 1024;
    private const int MostSites = 1_000;

    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);
    private static readonly TimeSpan FaultKept = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, KeptRules> _sites = new(StringComparer.OrdinalIgnoreCase);

    /// <exception cref="UnreadableInputException">It cannot be had, so nothing may be fetched.</exception>
    public async Task<RobotsRules> OfAsync(Uri address, CancellationToken cancellation)
    {
        var site = address.GetLeftPart(UriPartial.Authority);
        if (!_sites.TryGetValue(site, out var kept) || kept.Until <= clock.GetUtcNow())
        {
            if (_sites.Count >= MostSites)
            {
                _sites.Clear();
            }

            _sites[site] = kept = await AskAsync(new Uri(site + "/robots.txt"), cancellation);
        }

        return kept.Rules ?? throw new UnreadableInputException(kept.Fault!);
    }

    private async Task<KeptRules> AskAsync(Uri file, CancellationToken cancellation)
    {
        var asked = file;
        try
        {
            var (response, _) = await requests.FollowAsync(
                file,
                known: null,
                next =>
                {
                    asked = next;
                    return Task.CompletedTask;
                },
                cancellation);
            using (response)
            {
                return (int)response.StatusCode switch
                {
                    >= 200 and < 300 => Known(RobotsRules.Read(
                        Encoding.UTF8.GetString(await requests.ReadAsync(response, MostBytes, cut: true, cancellation)), WebRequests.ProductToken)),
                    >= 400 and < 500 => Known(RobotsRules.None),
                    var status => Unknown($"the site's robots.txt, which says what programs may fetch, cannot be had (status {status}), so nothing is fetched. Try again later, or save the document and name the file"),
                };
            }
        }
        catch (UnreadableInputException fault)
        {
            // What keeps the file away keeps the document away, unless it was met elsewhere.
            return Unknown(asked == file ? fault.Message : $"the site's robots.txt, which says what programs may fetch, cannot be had: {fault.Message}");
        }
    }

    private KeptRules Known(RobotsRules rules) => new(rules, Fault: null, clock.GetUtcNow() + Kept);

    private KeptRules Unknown(string fault) => new(Rules: null, fault, clock.GetUtcNow() + FaultKept);

    private sealed record KeptRules(RobotsRules? Rules, string? Fault, DateTimeOffset Until);
}
