using System.Buffers.Text;
using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using BriefingBot.Answering;
using BriefingBot.Articles;
using BriefingBot.Indexing;
using Microsoft.Extensions.Options;

namespace BriefingBot.Web.Articles;

/// <summary>
/// Links that lead from an answer to its article on our page, for whoever has them: signed (HMAC-SHA256, RFC 2104, over the article, its version,
/// the spans and the day of expiry), so that nobody makes or changes one without the key. None are made without Bot:PublicUrl.
/// </summary>
internal sealed class ArticleLinks
{
    private const string Expiry = "e";
    private const string Signature = "s";

    // Proxies refuse a longer first line of a request, as nginx does by default (8 KB).
    private const int LongestLink = 8_000;

    // Names what is signed, should the key ever sign something else too.
    private const string Purpose = "BriefingBot article link 1\n";

    private readonly LinkOptions _options;
    private readonly TimeProvider _time;
    private readonly byte[] _key = [];
    private readonly string _keyPath;

    /// <exception cref="Configuration.ConfigurationException">The key cannot be kept in the data directory.</exception>
    public ArticleLinks(IOptions<LinkOptions> options, IOptions<StorageOptions> storage, TimeProvider time)
    {
        (_options, _time, _keyPath) = (options.Value, time, LinkKeyFile.In(storage.Value.DataDirectory));
        if (AreMade)
        {
            _key = _options.Key ?? LinkKeyFile.ReadOrMake(_keyPath);
        }
    }

    /// <summary>Whether answers have links to our page.</summary>
    public bool AreMade => _options.Origin is not null;

    /// <summary>The links of an answer, whole: each has the answer's other quotes in its article marked as well. None without a public URL, nor where an id is too long for a link.</summary>
    public ArticleAddress Among(IEnumerable<VerifiedQuote> answer)
    {
        if (!AreMade)
        {
            return (_, _, _) => null;
        }

        var address = OnOrigin(Until(_time.GetUtcNow().AddDays(_options.LinkDays), answer));
        return (id, version, quoted) => address(id, version, quoted) is { Length: <= LongestLink } link ? link : null;
    }

    /// <summary>Addresses of this host as others have them.</summary>
    public ArticleAddress OnOrigin(ArticleAddress addresses) => (id, version, quoted) => addresses(id, version, quoted) is { } address ? new Uri(_options.Origin!, address).AbsoluteUri : null;

    /// <summary>Signed addresses on this host, which expire then.</summary>
    public ArticleAddress Until(DateTimeOffset until, IEnumerable<VerifiedQuote> quotes) => (id, version, quoted) =>
    {
        var spans = ArticleAddresses.SpansOf(id, version, quoted, quotes);
        var signed = Signed(id, version, spans, until.ToUnixTimeSeconds());
        return $"{signed}&{Signature}={Base64Url.EncodeToString(Mac(signed))}{ArticleAddresses.Place(spans, quoted)}";
    };

    /// <summary>What a request's address is worth.</summary>
    public LinkVerdict Check(IQueryCollection query)
    {
        if (!AreMade || !(query.ContainsKey(Signature) || query.ContainsKey(Expiry)))
        {
            return new(LinkKind.Unsigned);
        }

        if (AskedArticle.TryParse(query, out _) is not { IsWhole: true, Version: { } version } asked
            || query[Expiry] is not [{ Length: <= 12 } expiry] || !long.TryParse(expiry, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            || !IsSignedBy(query[Signature], Mac(Signed(asked.Id, version, asked.Spans, seconds)))
            || seconds > DateTimeOffset.MaxValue.ToUnixTimeSeconds())
        {
            return new(LinkKind.Forged);
        }

        var until = DateTimeOffset.FromUnixTimeSeconds(seconds);
        return new(_time.GetUtcNow() < until ? LinkKind.Valid : LinkKind.Expired, until);
    }

    /// <param name="log">Where the start is told.</param>
    /// <param name="isShared">Whether other bots may serve the same articles.</param>
    public void Say(ILogger log, bool isShared)
    {
        if (!AreMade)
        {
            return;
        }

        log.LogInformation("Links in answers: {PublicUrl}articles, for {Days} days, signed with {Key}", _options.Origin, _options.LinkDays, _options.Key is null ? $"the key in {_keyPath}" : "Bot:LinkKey");
        if (_options.Key is null && isShared)
        {
            log.LogWarning("Other bots may serve these articles, and have keys of their own: a link opens at the bot that made it. Give all of them one Bot:LinkKey");
        }
    }

    private static string Signed(string id, int version, ImmutableArray<TextSpan> spans, long until) =>
        string.Create(CultureInfo.InvariantCulture, $"{ArticleAddresses.Of(id, version, spans)}&{Expiry}={until}");

    private static bool IsSignedBy(Microsoft.Extensions.Primitives.StringValues given, byte[] expected)
    {
        var bytes = new byte[expected.Length];
        return given is [{ } text]
            && Base64Url.IsValid(text, out var length) && length == bytes.Length
            && Base64Url.TryDecodeFromChars(text, bytes, out _)
            && CryptographicOperations.FixedTimeEquals(bytes, expected);
    }

    private byte[] Mac(string signed) => HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(Purpose + signed));
}
