using Microsoft.Extensions.Options;

namespace BriefingBot.Web.Articles;

/// <summary>What links need to be safe and to lead somewhere.</summary>
internal sealed class LinkOptionsRules : IValidateOptions<LinkOptions>
{
    /// <summary>As long as what SHA-256 gives; a longer key is no stronger.</summary>
    public const int FewestKeyBytes = 32;

    private const int MostDays = 3650;

    public ValidateOptionsResult Validate(string? name, LinkOptions options)
    {
        var failures = Failures(options).ToList();
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private static IEnumerable<string> Failures(LinkOptions options)
    {
        if (!string.IsNullOrWhiteSpace(options.PublicUrl) && !IsOrigin(options.PublicUrl))
        {
            yield return $"Bot:PublicUrl is \"{options.PublicUrl}\". Give the https address by which browsers reach this bot and nothing behind it, such as https://bot.example.com "
                + "(http on this computer alone: http://localhost:3978), or leave the key out.";
        }

        if (options.LinkDays is < 1 or > MostDays)
        {
            yield return $"The field Bot:LinkDays must be between 1 and {MostDays}.";
        }

        // The key itself is not repeated: a log is read by others.
        if (!string.IsNullOrWhiteSpace(options.LinkKey) && !IsKey(options.LinkKey))
        {
            yield return $"Bot:LinkKey is not the base64 of {FewestKeyBytes} bytes or more. Make one with: openssl rand -base64 {FewestKeyBytes}. Or leave the key out.";
        }
    }

    private static bool IsOrigin(string given) =>
        Uri.TryCreate(given, UriKind.Absolute, out var url)
        && (url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && url.IsLoopback))
        && url is { Host.Length: > 0, UserInfo: "", AbsolutePath: "/", Query: "", Fragment: "" }
        && !given.Contains('?') && !given.Contains('#');

    private static bool IsKey(string given)
    {
        var bytes = new byte[given.Length];
        return Convert.TryFromBase64String(given, bytes, out var length) && length >= FewestKeyBytes;
    }
}
