namespace BriefingBot.Ingestion;

/// <summary>What all the text of one Word document shares while it is read.</summary>
internal sealed class WordDocument
{
    private readonly Dictionary<string, OfficeRelation> relations;

    public WordDocument(OfficePackage package)
    {
        Package = package;
        MainPart = package.MainPart("word/document.xml");
        relations = package.RelationsOf(MainPart);
        Styles = package.Read(Related("/styles"), WordStyles.Read) ?? new();
        Numbering = package.Read(Related("/numbering"), WordNumbering.Read) ?? new();
        Notes = new(this);
    }

    public OfficePackage Package { get; }

    public string MainPart { get; }

    public WordStyles Styles { get; }

    public WordNumbering Numbering { get; }

    public WordFields Fields { get; } = new();

    public WordNotes Notes { get; }

    /// <summary>The first paragraph that is in the style for titles; null before there was one.</summary>
    public string? Title { get; set; }

    /// <summary>The part that the document refers to by a type that ends so.</summary>
    public string? Related(string type) => relations.Values.FirstOrDefault(relation => relation.Type.EndsWith(type, StringComparison.Ordinal))?.Part;

    /// <summary>The text of the chart or diagram that the document refers to by this id; empty where there is none.</summary>
    public string Drawn(string? id, bool isChart) => id is not null && relations.TryGetValue(id, out var relation)
        ? Package.Read<string>(relation.Part, isChart ? ChartText.Of : DrawnText.OfDiagram) ?? ""
        : "";
}
