using Microsoft.Extensions.Options;

namespace BriefingBot.Ingestion;

/// <summary>
/// Fetches documents from the web. Only public addresses are reached, and those that the configuration allows; what robots.txt forbids is left alone, one
/// host is not asked twice at once, and time and size have limits, whatever a server does.
/// </summary>
internal sealed class WebFetch(IOptions<WebOptions> options, WebRequests requests, RobotsFiles robots, PoliteGap gap, TimeProvider clock)
{
    /// <summary>The document; null where it is still the version that is known.</summary>
    /// <param name="address">Absolute.</param>
    /// <param name="known">The version that is known; null asks for the document whatever it is.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="UnreadableInputException">It cannot be had: the message says why, and the remedy.</exception>
    public Task<FetchedDocument?> GetAsync(Uri address, PageVersion? known, CancellationToken cancellation) =>
        WithinTimeAsync(limited => GetWholeAsync(address, known, limited), cancellation);

    /// <summary>
    /// The file behind a link that was made for whoever has it: by https alone, and whatever robots.txt says, since that is about what everybody may fetch. The link
    /// opens the file, so nothing that is said of it holds more than its host.
    /// </summary>
    /// <param name="link">Absolute.</param>
    /// <param name="name">The file's name.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="UnreadableInputException">It cannot be had: the message says why, and the remedy.</exception>
    public Task<byte[]> GetLinkedAsync(Uri link, string name, CancellationToken cancellation) => WithinTimeAsync(
        async limited =>
        {
            var (response, _) = await requests.FollowAsync(link, known: null, AddressRules.CheckUnread, limited);
            using (response)
            {
                AnswerStatus.RefuseOtherThanLinked(response, name);
                return await requests.ReadAsync(response, options.Value.LargestBytes, cut: false, limited);
            }
        },
        cancellation);

    private async Task<T> WithinTimeAsync<T>(Func<CancellationToken, Task<T>> get, CancellationToken cancellation)
    {
        using var whole = new CancellationTokenSource(TimeSpan.FromSeconds(options.Value.TimeoutSeconds), clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(whole.Token, cancellation);
        try
        {
            return await get(either.Token);
        }
        catch (OperationCanceledException fault) when (whole.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            throw new UnreadableInputException($"it took longer than {options.Value.TimeoutSeconds} s. Try again later, or allow more with Ingestion:Web:TimeoutSeconds", fault);
        }
    }

    private async Task<FetchedDocument?> GetWholeAsync(Uri given, PageVersion? known, CancellationToken cancellation)
    {
        var (response, address) = await requests.FollowAsync(given, known, next => MayAskAsync(next, cancellation), cancellation);
        using (response)
        {
            if ((int)response.StatusCode == 304 && known is not null && known.Address == address)
            {
                return null;
            }

            AnswerStatus.RefuseOtherThanDocument(response);
            var bytes = await requests.ReadAsync(response, options.Value.LargestBytes, cut: false, cancellation);
            if (bytes.Length == 0)
            {
                throw new UnreadableInputException("the server gave an empty document. Check the address");
            }

            var type = response.Content.Headers.ContentType;
            return new(HeaderCharset.Marked(bytes, type), address, DocumentName.Of(address, type?.MediaType, response.Content.Headers.ContentDisposition), VersionOf(address, response));
        }
    }

    private async Task MayAskAsync(Uri address, CancellationToken cancellation)
    {
        var rules = options.Value.KeepRobotsRules ? await robots.OfAsync(address, cancellation) : RobotsRules.None;
        if (rules.Against(address) is { } rule)
        {
            throw new UnreadableInputException($"the site asks programs not to fetch it (robots.txt: Disallow: {rule}). Ask its owner, or save the document and name the file");
        }

        await gap.WaitAsync(address.IdnHost, rules.CrawlDelay, cancellation);
    }

    private static PageVersion? VersionOf(Uri address, HttpResponseMessage response)
    {
        // As they came, since they are sent back as they are.
        var (etag, modified) = (Header(response.Headers.NonValidated, "ETag"), Header(response.Content.Headers.NonValidated, "Last-Modified"));
        return etag is null && modified is null ? null : new(address, etag, modified);
    }

    private static string? Header(System.Net.Http.Headers.HttpHeadersNonValidated headers, string name) =>
        headers.TryGetValues(name, out var values) && values.Count == 1 && values.ToString() is { Length: > 0 and <= 1_000 } value && value.All(sign => sign is >= ' ' and <= '~') ? value : null;
}
