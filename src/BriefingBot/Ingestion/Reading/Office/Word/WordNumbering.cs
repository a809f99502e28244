using System.Xml;

namespace BriefingBot.Ingestion;

/// <summary>The numbers that Word shows before paragraphs, which are nowhere in its files: counted as it counts them.</summary>
internal sealed class WordNumbering
{
    private const int Levels = 9;

    // Longer ones are no number, and would be repeated at each paragraph.
    private const int LongestMarker = 100;

    private readonly Dictionary<string, Level[]> definitions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Numbering> lists = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int?[]> counts = new(StringComparer.Ordinal);
    private readonly HashSet<(string List, int Level)> begun = [];

    public static WordNumbering Read(XmlReader xml)
    {
        var read = new WordNumbering();
        xml.EachChild(name =>
        {
            switch (name)
            {
                case "w:abstractNum":
                    read.AddDefinition(xml);
                    break;
                case "w:num":
                    read.AddList(xml);
                    break;
            }
        });
        return read;
    }

    /// <summary>The level that a list keeps for a style.</summary>
    public int LevelOf(string list, string style) =>
        lists.TryGetValue(list, out var numbering) && definitions.TryGetValue(numbering.Definition, out var levels)
            ? Math.Max(0, Array.FindIndex(levels, level => level.Style == style))
            : 0;

    /// <summary>Counts one paragraph of the list further, and gives what stands before it: a number, a dash for any bullet, or nothing.</summary>
    public string Next(string list, int level)
    {
        if (level is < 0 or >= Levels || !lists.TryGetValue(list, out var numbering) || !definitions.TryGetValue(numbering.Definition, out var levels))
        {
            return "- ";
        }

        if (!counts.TryGetValue(numbering.Definition, out var count))
        {
            counts[numbering.Definition] = count = new int?[Levels];
        }

        // Lists of one definition go on counting, but where one begins anew.
        var restarts = begun.Add((list, level)) && numbering.Starts[level] is not null;
        count[level] = restarts ? numbering.Starts[level] : count[level] + 1 ?? levels[level].Start;
        Array.Clear(count, level + 1, Levels - level - 1);
        return Marker(levels, level, count);
    }

    private static string Marker(Level[] levels, int level, int?[] count)
    {
        var (form, text) = (levels[level].Form, levels[level].Text);
        if (form is "bullet")
        {
            return "- ";
        }

        if (form is "none")
        {
            return "";
        }

        for (var i = 0; i <= level; i++)
        {
            text = text.Replace($"%{i + 1}", ListNumber.Write(count[i] ?? levels[i].Start, FirstOf(levels[i].Form)), StringComparison.Ordinal);
        }

        return string.IsNullOrWhiteSpace(text) || text.Length > LongestMarker ? "" : text.Trim() + " ";
    }

    private static string FirstOf(string form) => form switch
    {
        "lowerLetter" => "a",
        "upperLetter" => "A",
        "lowerRoman" => "i",
        "upperRoman" => "I",
        "decimalZero" => "01",
        _ => "1",
    };

    private void AddDefinition(XmlReader xml)
    {
        var id = xml.Attribute("w:abstractNumId") ?? "";
        var levels = new Level[Levels];
        Array.Fill(levels, new(1, "bullet", "", null));
        xml.EachChild(name =>
        {
            if (name == "w:lvl" && xml.Number("w:ilvl") is >= 0 and < Levels and var level)
            {
                levels[level] = LevelFrom(xml);
            }
        });
        definitions.TryAdd(id, levels);
    }

    private static Level LevelFrom(XmlReader xml)
    {
        var (start, form, text, style) = (1, "decimal", "", (string?)null);
        xml.EachChild(name =>
        {
            switch (name)
            {
                case "w:start":
                    start = xml.Number("w:val") ?? 1;
                    break;
                case "w:numFmt":
                    form = xml.Attribute("w:val") ?? form;
                    break;
                case "w:lvlText":
                    text = xml.Attribute("w:val") ?? "";
                    break;
                case "w:pStyle":
                    style = xml.Attribute("w:val");
                    break;
            }
        });
        return new(start, form, text, style);
    }

    private void AddList(XmlReader xml)
    {
        var (id, definition, starts) = (xml.Attribute("w:numId") ?? "", "", new int?[Levels]);
        xml.EachChild(name =>
        {
            if (name == "w:abstractNumId")
            {
                definition = xml.Attribute("w:val") ?? "";
            }
            else if (name == "w:lvlOverride" && xml.Number("w:ilvl") is >= 0 and < Levels and var level)
            {
                xml.EachWithin("w:startOverride", () => starts[level] = xml.Number("w:val"));
            }
        });
        lists.TryAdd(id, new(definition, starts));
    }

    private sealed record Level(int Start, string Form, string Text, string? Style);

    private sealed record Numbering(string Definition, int?[] Starts);
}
