using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Text;
using Microsoft.Extensions.Options;

namespace BriefingBot.Ingestion;

/// <summary>
/// Asks servers for documents: through the guard, without cookies, sign-in or a proxy, and following redirects itself, so that each address of the way is
/// checked. Faults are <see cref="UnreadableInputException"/>.
/// </summary>
internal sealed class WebRequests : IDisposable
{
    private readonly HttpMessageInvoker _client;
    private readonly IdleLimit _idle;
    private readonly int _mostRedirects;

    public WebRequests(IOptions<WebOptions> options, ConnectionGuard guard, TimeProvider clock)
    {
        _idle = new(TimeSpan.FromSeconds(options.Value.IdleSeconds), clock);
        _mostRedirects = options.Value.Redirects;
        UserAgent = $"{ProductToken}/{typeof(WebRequests).Assembly.GetName().Version!.ToString(3)}" + (WebAddress.ParseOrNull(options.Value.Contact) is { } contact ? $" (+{contact.AbsoluteUri})" : "");
        _client = new(new SocketsHttpHandler
        {
            ConnectCallback = async (context, cancellation) => await guard.ConnectAsync(context.DnsEndPoint, cancellation),
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.All,
            UseCookies = false,
            UseProxy = false,
            ActivityHeadersPropagator = null,

            // A connection outlives whoever wanted it; this ends those that come to nothing, after whoever wanted it has been told.
            ConnectTimeout = TimeSpan.FromSeconds(options.Value.IdleSeconds + 5),
            PooledConnectionIdleTimeout = TimeSpan.FromSeconds(10),
            PooledConnectionLifetime = TimeSpan.FromMinutes(1),
            MaxResponseHeadersLength = 64,

            // Some servers write an address as it is, in UTF-8.
            ResponseHeaderEncodingSelector = (name, _) => name is "Location" or "Content-Disposition" ? Encoding.UTF8 : null,
        });
    }

    /// <summary>What robots.txt files know the program by.</summary>
    public const string ProductToken = "BriefingBot";

    public string UserAgent { get; }

    /// <summary>Asks, and follows redirects.</summary>
    /// <param name="address">The first address.</param>
    /// <param name="known">The version that is known already, sent to the address that it is of.</param>
    /// <param name="before">Asked before each request; throws where it must not be made.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <returns>The answer, whatever its status, of which the headers have been read; and the address that it is of.</returns>
    public async Task<(HttpResponseMessage Response, Uri Address)> FollowAsync(Uri address, PageVersion? known, Func<Uri, Task> before, CancellationToken cancellation)
    {
        for (var redirects = 0; ; redirects++)
        {
            AddressRules.Check(address);
            await before(address);
            var response = await SendAsync(address, known, cancellation);
            if (response.StatusCode is not (HttpStatusCode.MovedPermanently or HttpStatusCode.Found or HttpStatusCode.SeeOther or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect))
            {
                return (response, address);
            }

            using (response)
            {
                address = redirects < _mostRedirects ? Target(address, response) : throw new UnreadableInputException(
                    $"it is redirected more than {_mostRedirects} times. Open it in a browser, and give the address that is seen there");
            }
        }
    }

    /// <summary>The body, unpacked.</summary>
    /// <param name="response">The answer.</param>
    /// <param name="most">How many bytes it may have.</param>
    /// <param name="cut">Whether of a longer one the first part is enough; else it is refused.</param>
    /// <param name="cancellation">Ends it.</param>
    public Task<byte[]> ReadAsync(HttpResponseMessage response, int most, bool cut, CancellationToken cancellation) =>
        BoundedBody.ReadAsync(response.Content, most, cut, _idle, cancellation);

    public void Dispose() => _client.Dispose();

    private async Task<HttpResponseMessage> SendAsync(Uri address, PageVersion? known, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        Add("User-Agent", UserAgent);
        Add("Accept", "text/html,application/xhtml+xml,application/pdf;q=0.9,*/*;q=0.8");
        Add("Accept-Language", "en, *;q=0.5");
        if (known is not null && known.Address == address)
        {
            Add("If-None-Match", known.ETag);
            Add("If-Modified-Since", known.LastModified);
        }

        return await _idle.WithinAsync(limited => _client.SendAsync(request, limited), cancellation);

        void Add(string name, string? value)
        {
            if (value is not null)
            {
                request.Headers.TryAddWithoutValidation(name, value);
            }
        }
    }

    private static Uri Target(Uri from, HttpResponseMessage response)
    {
        if (!TryGetTarget(from, response, out var target))
        {
            throw new UnreadableInputException($"it is redirected ({(int)response.StatusCode}) to no address. Open it in a browser, and give the address that is seen there");
        }

        return from.Scheme == Uri.UriSchemeHttps && target.Scheme == Uri.UriSchemeHttp
            ? throw new UnreadableInputException($"it is redirected from https to http, where anybody on the way can change it ({target.Host}). Check the site, or save the document and name the file")
            : target;
    }

    private static bool TryGetTarget(Uri from, HttpResponseMessage response, [NotNullWhen(true)] out Uri? target)
    {
        target = null;
        return response.Headers.NonValidated.TryGetValues("Location", out var values)
            && values.Count == 1
            && Uri.TryCreate(from, values.ToString().Trim(), out target)
            && target.IsAbsoluteUri
            && Uri.TryCreate(target.GetLeftPart(UriPartial.Query), UriKind.Absolute, out target);
    }
}
