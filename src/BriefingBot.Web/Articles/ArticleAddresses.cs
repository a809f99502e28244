using System.Globalization;
using BriefingBot.Articles;

namespace BriefingBot.Web.Articles;

/// <summary>Where an article is read on our own pages. Ids are arbitrary strings, so they travel as a parameter, never as a part of the path.</summary>
internal static class ArticleAddresses
{
    public const string Path = "/articles";
    public const string Id = "id";
    public const string Version = "v";
    public const string Quoted = "q";

    public static string Of(string id, int? version = null, TextSpan? quoted = null)
    {
        var address = $"{Path}?{Id}={Uri.EscapeDataString(id)}";
        address += version is { } number ? string.Create(CultureInfo.InvariantCulture, $"&{Version}={number}") : "";
        return quoted is { } span ? $"{address}&{Quoted}={span}#quote" : address;
    }

    /// <summary>The same as a link in an answer.</summary>
    public static string OfSource(string id, int version, TextSpan? quoted) => Of(id, version, quoted);
}
