using Microsoft.AspNetCore.Http.Features;

namespace BriefingBot.Web.Admin;

/// <summary>Reads and writes the address of an article, whose id may hold anything: slashes, percent signs, a whole web address.</summary>
internal static class ArticleAddress
{
    public const string Articles = "/api/articles";

    public static string Of(string id) => $"{Articles}/{Uri.EscapeDataString(id)}";

    /// <summary>
    /// The id, from the request as it was sent: the server's own path has every escape but that of the slash undone, so that there <c>%2F</c> may be
    /// a slash or these three characters.
    /// </summary>
    public static string IdOf(HttpContext context)
    {
        var sent = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget.Split('?', 2)[0];
        var start = sent.IndexOf(Articles + "/", StringComparison.OrdinalIgnoreCase);
        return start >= 0 ? Uri.UnescapeDataString(sent[(start + Articles.Length + 1)..]) : (string?)context.Request.RouteValues["id"] ?? "";
    }
}
