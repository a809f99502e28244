using System.Globalization;
using System.Text;
using System.Xml;

namespace BriefingBot.Ingestion;

/// <summary>
/// A chart as the table that it shows: its title, a row of the names of its series, and a row for each category. A chart keeps the values with it,
/// so that the workbook that they come from need not be read.
/// </summary>
internal static class ChartText
{
    // What has more of them is a cloud of points, which nobody reads.
    private const int MostRows = 1_000;
    private const int MostSeries = 100;

    /// <summary>The text of a chart's part; empty where it holds no values.</summary>
    public static string Of(XmlReader xml)
    {
        var title = "";
        var series = new List<Series>();
        xml.EachWithin("c:chart", () => xml.EachChild(name =>
        {
            switch (name)
            {
                case "c:title":
                    title = DrawnText.Of(xml);
                    break;
                case "c:plotArea":
                    xml.EachWithin("c:ser", () => series.Add(SeriesOf(xml)));
                    break;
            }
        }));
        var writer = new TextBlockWriter();
        writer.Verbatim(title);
        writer.Block();
        if (series.Count is > 0 and <= MostSeries)
        {
            writer.Row(series.Select(one => one.Name).Prepend(""));
            foreach (var row in series.SelectMany(one => one.Values.Keys).Distinct().Order().Take(MostRows))
            {
                var category = series.Select(one => one.Categories.GetValueOrDefault(row)).FirstOrDefault(found => found is not null);
                writer.Row(series.Select(one => one.Values.GetValueOrDefault(row, "")).Prepend(category ?? ""));
            }
        }

        return writer.ToString();
    }

    private static Series SeriesOf(XmlReader xml)
    {
        var series = new Series();
        xml.EachChild(name =>
        {
            switch (name)
            {
                case "c:tx":
                    series.Name = string.Join(' ', Points(xml).Values);
                    break;
                case "c:cat" or "c:xVal":
                    series.Categories = Points(xml);
                    break;
                case "c:val" or "c:yVal":
                    series.Values = Points(xml);
                    break;
            }
        });
        return series;
    }

    /// <summary>By their place in the series. Of several levels of names the first, which is the nearest, counts.</summary>
    private static Dictionary<int, string> Points(XmlReader xml)
    {
        var points = new Dictionary<int, string>();
        xml.EachWithin("c:pt", () =>
        {
            var place = xml.Number("idx") ?? points.Count;
            var text = new StringBuilder();
            xml.EachWithin("c:v", () => text.Append(xml.Text()));
            points.TryAdd(place, Rounded(text.ToString()));
        });
        return points;
    }

    // Numbers are kept in binary: 0.3 is written as 0.30000000000000004.
    private static string Rounded(string text) => text.Contains('.', StringComparison.Ordinal) && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
        ? number.ToString("0.##########", CultureInfo.InvariantCulture)
        : text;

    private sealed class Series
    {
        public string Name { get; set; } = "";

        public Dictionary<int, string> Categories { get; set; } = [];

        public Dictionary<int, string> Values { get; set; } = [];
    }
}
