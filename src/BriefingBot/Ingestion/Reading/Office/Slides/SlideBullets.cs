using System.Xml;

namespace BriefingBot.Ingestion;

/// <summary>What stands before a paragraph of a slide: a bullet, a number by its form, or nothing, where that is said.</summary>
internal readonly record struct SlideBullet(bool IsItem, string? Number = null, int Start = 1)
{
    /// <summary>What the properties of a paragraph, or of a level, say about it; null where they say nothing.</summary>
    /// <param name="xml">On the properties.</param>
    public static SlideBullet? Read(XmlReader xml)
    {
        SlideBullet? bullet = null;
        xml.EachChild(name => bullet = name switch
        {
            "a:buNone" => new(false),
            "a:buChar" or "a:buBlip" => new(true),
            "a:buAutoNum" => new(true, xml.Attribute("type") ?? "arabicPeriod", xml.Number("startAt") ?? 1),
            _ => bullet,
        });
        return bullet;
    }

    /// <summary>The text before the paragraph.</summary>
    /// <param name="count">The how-manyth of its list it is, from 0.</param>
    public string Marker(int count)
    {
        if (Number is null)
        {
            return IsItem ? "- " : "";
        }

        var form = Number switch
        {
            _ when Number.StartsWith("alphaLc", StringComparison.Ordinal) => "a",
            _ when Number.StartsWith("alphaUc", StringComparison.Ordinal) => "A",
            _ when Number.StartsWith("romanLc", StringComparison.Ordinal) => "i",
            _ when Number.StartsWith("romanUc", StringComparison.Ordinal) => "I",
            _ => "1",
        };
        var number = ListNumber.Write(Start + count, form);
        return Number switch
        {
            _ when Number.EndsWith("ParenBoth", StringComparison.Ordinal) => $"({number}) ",
            _ when Number.EndsWith("ParenR", StringComparison.Ordinal) => $"{number}) ",
            _ when Number.EndsWith("Plain", StringComparison.Ordinal) => $"{number} ",
            _ => $"{number}. ",
        };
    }
}

/// <summary>The bullets of a list's levels, from 0.</summary>
internal sealed class SlideBullets
{
    private readonly SlideBullet?[] levels = new SlideBullet?[9];

    public SlideBullet? At(int level) => level >= 0 && level < levels.Length ? levels[level] : null;

    /// <summary>From a list's style, which names its levels <c>lvl1pPr</c> and so on.</summary>
    public static SlideBullets Read(XmlReader xml)
    {
        var read = new SlideBullets();
        xml.EachChild(name =>
        {
            if (name is ['a', ':', 'l', 'v', 'l', >= '1' and <= '9' and var level, ..])
            {
                read.levels[level - '1'] = SlideBullet.Read(xml);
            }
        });
        return read;
    }
}
