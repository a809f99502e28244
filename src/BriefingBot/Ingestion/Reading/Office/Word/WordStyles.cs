using System.Xml;

namespace BriefingBot.Ingestion;

/// <summary>What Word's styles say that text depends on: what is hidden, what is a heading, what is numbered.</summary>
internal sealed class WordStyles
{
    // A chain longer than this goes round in a circle.
    private const int LongestChain = 20;

    private readonly Dictionary<string, Style> styles = new(StringComparer.Ordinal);

    /// <summary>The style of paragraphs that name none.</summary>
    public string? DefaultParagraph { get; private set; }

    /// <summary>What the text is written in, where its runs do not say otherwise.</summary>
    public string? Language { get; private set; }

    public static WordStyles Read(XmlReader xml)
    {
        var read = new WordStyles();
        xml.EachChild(name =>
        {
            switch (name)
            {
                case "w:docDefaults":
                    xml.EachWithin("w:lang", () => read.Language ??= DublinCore.LanguageOrNull(xml.Attribute("w:val")));
                    break;
                case "w:style":
                    read.Add(xml);
                    break;
            }
        });
        return read;
    }

    public bool? IsHidden(string? id) => Chain(id).Select(style => style.IsHidden).FirstOrDefault(hidden => hidden is not null);

    public bool IsHeading(string? id) => Chain(id).Any(style => style.IsHeading);

    public bool IsTitle(string? id) => Chain(id).FirstOrDefault()?.Name == "title";

    /// <summary>The list that paragraphs of this style belong to, the style that says so, and the level, where it says that; null where they belong to none.</summary>
    public (string List, string Style, int? Level)? ListOf(string? id)
    {
        foreach (var style in Chain(id))
        {
            if (style.List is { } list)
            {
                return list == "0" ? null : (list, style.Id, style.Level);
            }
        }

        return null;
    }

    private IEnumerable<Style> Chain(string? id)
    {
        for (var i = 0; i < LongestChain && id is not null && styles.TryGetValue(id, out var style); i++)
        {
            yield return style;
            id = style.Parent;
        }
    }

    private void Add(XmlReader xml)
    {
        var style = new Style(xml.Attribute("w:styleId") ?? "");
        if (xml.Attribute("w:type") == "paragraph" && WordSwitch.IsOn(xml.Attribute("w:default") ?? "0"))
        {
            DefaultParagraph ??= style.Id;
        }

        xml.EachChild(name =>
        {
            switch (name)
            {
                case "w:name":
                    style.Name = xml.Attribute("w:val")?.ToLowerInvariant() ?? "";
                    break;
                case "w:basedOn":
                    style.Parent = xml.Attribute("w:val");
                    break;
                case "w:pPr":
                    xml.EachChild(property => style.AddOfParagraph(xml, property));
                    break;
                case "w:rPr":
                    xml.EachChild(property => style.IsHidden = property == "w:vanish" ? WordSwitch.IsOn(xml) : style.IsHidden);
                    break;
            }
        });
        styles.TryAdd(style.Id, style);
    }

    private sealed class Style(string id)
    {
        private int? outline;

        public string Id => id;

        public string Name { get; set; } = "";

        public string? Parent { get; set; }

        public bool? IsHidden { get; set; }

        public string? List { get; private set; }

        public int? Level { get; private set; }

        public bool IsHeading => outline is >= 0 and < 9 || Name is "title" or "subtitle" || Name.StartsWith("heading ", StringComparison.Ordinal);

        public void AddOfParagraph(XmlReader xml, string property)
        {
            switch (property)
            {
                case "w:outlineLvl":
                    outline = xml.Number("w:val");
                    break;
                case "w:numPr":
                    (List, Level) = WordSwitch.ListOf(xml);
                    break;
            }
        }
    }
}
