using System.Xml;

namespace BriefingBot.Ingestion;

/// <summary>
/// The parts of an Office document and how they relate: ECMA-376, part 2. Read here rather than by a library, because what a part refers to may be
/// missing or have a malformed address, and the part is still to be read, and because nothing may be read before it is counted.
/// </summary>
internal sealed class OfficePackage
{
    private const int MostParts = 10_000;

    private readonly ZippedFiles files;

    public OfficePackage(ReadOnlyMemory<byte> bytes, ReadingBudget budget)
    {
        files = new(bytes, budget);
        if (files.Entries.Count > MostParts)
        {
            throw new UnreadableInputException($"it has more than {MostParts} parts. Cut the document into several");
        }
    }

    /// <summary>The part that all others belong to: what the package says it is, else where programs put it.</summary>
    public string MainPart(string usual) => Related("", "/officeDocument") is { } part && files.Has(part) ? part : usual;

    /// <summary>What the package says about its document.</summary>
    public DublinCore Properties() => Read(Related("", "/core-properties") ?? "docProps/core.xml", xml => DublinCore.Read(xml)) ?? new();

    /// <summary>The parts that a part refers to, by the ids that it uses for them; those outside the package are left out.</summary>
    public Dictionary<string, OfficeRelation> RelationsOf(string part)
    {
        var relations = new Dictionary<string, OfficeRelation>(StringComparer.Ordinal);
        var folder = part[..(part.LastIndexOf('/') + 1)];
        Read($"{folder}_rels/{part[folder.Length..]}.rels", xml =>
        {
            xml.EachChild(name =>
            {
                if (name == "rel:Relationship" && xml.Attribute("TargetMode") != "External" && xml.Attribute("Target") is { } target)
                {
                    relations.TryAdd(xml.Attribute("Id") ?? "", new(xml.Attribute("Type") ?? "", Resolve(folder, target)));
                }
            });
            return true;
        });
        return relations;
    }

    /// <summary>The part that a part refers to by a type that ends so; null where it refers to none.</summary>
    public string? Related(string part, string type) =>
        RelationsOf(part).Values.FirstOrDefault(relation => relation.Type.EndsWith(type, StringComparison.Ordinal))?.Part;

    /// <summary>Reads a part from its root element on; null where there is no such part.</summary>
    public T? Read<T>(string? part, Func<XmlReader, T> read)
    {
        using var stream = part is null ? null : files.Open(part);
        if (stream is null)
        {
            return default;
        }

        using var xml = SafeXml.Open(stream);
        return read(xml);
    }

    private static string Resolve(string folder, string target)
    {
        var names = new List<string>();
        foreach (var name in (target.StartsWith('/') ? target : folder + target).Replace('\\', '/').Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (name == ".." && names.Count > 0)
            {
                names.RemoveAt(names.Count - 1);
            }
            else if (name is not (".." or "."))
            {
                names.Add(name);
            }
        }

        return Uri.UnescapeDataString(string.Join('/', names));
    }
}

/// <summary>A part that another refers to, and what it is to it.</summary>
internal sealed record OfficeRelation(string Type, string Part);
