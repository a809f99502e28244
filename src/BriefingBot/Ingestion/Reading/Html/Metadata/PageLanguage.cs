using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;

namespace BriefingBot.Ingestion;

/// <summary>The language that a page names, as a BCP 47 tag; one that is no tag is none.</summary>
internal static partial class PageLanguage
{
    public static string? Of(IHtmlDocument page, MetaValues meta, LinkedData linked) =>
        new[] { page.DocumentElement.GetAttribute("lang"), page.DocumentElement.GetAttribute("xml:lang"), linked.Language, meta.First("og:locale"), meta.First("content-language"), meta.First("dc.language"), meta.First("language"), page.Body?.GetAttribute("lang") }
            .Select(TagOf).FirstOrDefault(tag => tag is not null);

    /// <summary><c>en_us</c> and <c>EN-us</c> are <c>en-US</c>; of several the first counts.</summary>
    internal static string? TagOf(string? text)
    {
        var first = (text ?? "").Split(',', ';')[0].Trim().Replace('_', '-');
        return !Tag().IsMatch(first) ? null : string.Join('-', first.Split('-').Select((part, at) => at == 0 ? part.ToLowerInvariant() : part.Length switch
        {
            2 => part.ToUpperInvariant(),
            4 => char.ToUpperInvariant(part[0]) + part[1..].ToLowerInvariant(),
            _ => part.ToLowerInvariant(),
        }));
    }

    [GeneratedRegex(@"^(?!und\b|mul\b|zxx\b)[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,3}$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Tag();
}
