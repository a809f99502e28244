using System.Xml;

namespace BriefingBot.Ingestion;

/// <summary>What an OpenDocument file's styles say that text depends on: what is hidden, what is the title, how lists are numbered.</summary>
internal sealed class OdtStyles
{
    // A chain longer than this goes round in a circle.
    private const int LongestChain = 20;

    private readonly Dictionary<string, (string? Parent, bool? IsHidden)> styles = new(StringComparer.Ordinal);
    private readonly Dictionary<string, OdtListStyle> lists = new(StringComparer.Ordinal);

    public string? Language { get; private set; }

    /// <summary>Reads the element that the reader is on, if it holds styles.</summary>
    public void Add(XmlReader xml, string name)
    {
        if (name is "office:styles" or "office:automatic-styles")
        {
            xml.EachChild(child => Style(xml, child));
        }
    }

    public bool IsHidden(string? style)
    {
        for (var i = 0; i < LongestChain && style is not null && styles.TryGetValue(style, out var found); i++)
        {
            if (found.IsHidden is { } hidden)
            {
                return hidden;
            }

            style = found.Parent;
        }

        return false;
    }

    /// <summary>Whether it is the style for titles, or follows from it: automatic styles are derived from named ones.</summary>
    public bool IsTitle(string? style) => style == "Title" || (style is not null && styles.TryGetValue(style, out var found) && found.Parent == "Title");

    public OdtListStyle? List(string? style) => style is null ? null : lists.GetValueOrDefault(style);

    private void Style(XmlReader xml, string name)
    {
        var id = xml.Attribute("style:name") ?? "";
        switch (name)
        {
            case "style:style":
                var (parent, hidden) = (xml.Attribute("style:parent-style-name"), (bool?)null);
                xml.EachChild(child => hidden = child == "style:text-properties" && xml.Attribute("text:display") is { } display ? display == "none" : hidden);
                styles[id] = (parent, hidden);
                break;
            case "text:list-style":
                lists[id] = OdtListStyle.Read(xml);
                break;
            case "style:default-style" when xml.Attribute("style:family") == "paragraph":
                xml.EachChild(child => Language ??= child == "style:text-properties" ? LanguageOf(xml) : null);
                break;
        }
    }

    private static string? LanguageOf(XmlReader xml)
    {
        var (language, country) = (xml.Attribute("fo:language"), xml.Attribute("fo:country"));
        return DublinCore.LanguageOrNull(country is null or "none" ? language : $"{language}-{country}");
    }
}
