namespace BriefingBot.Ingestion;

/// <summary>Where a shape lies on a slide, in English Metric Units, of which an inch has 914,400.</summary>
internal readonly record struct SlidePlace(long X, long Y);

/// <summary>A shape with its text.</summary>
/// <param name="Place">Its upper left corner.</param>
/// <param name="IsTitle">Whether it is the slide's title.</param>
/// <param name="Text">Its blocks.</param>
internal sealed record SlideShape(SlidePlace Place, bool IsTitle, string Text)
{
    /// <summary>What begins within an eighth of an inch of each other stands side by side to whoever looks at it. By judgement.</summary>
    private const long SameHeight = 914_400 / 8;

    /// <summary>In the order of reading: the title, then from the top down, and from the left to the right of what stands side by side.</summary>
    public static IEnumerable<SlideShape> InOrder(IEnumerable<SlideShape> shapes)
    {
        // Sorting is stable: what lies in one place is read in the order that it was put there.
        var rest = shapes.OrderBy(shape => !shape.IsTitle).ThenBy(shape => shape.Place.Y).ToList();
        for (var start = 0; start < rest.Count;)
        {
            var first = rest[start];
            var row = rest.Skip(start).TakeWhile(shape => shape.IsTitle == first.IsTitle && shape.Place.Y - first.Place.Y <= SameHeight).ToList();
            foreach (var shape in row.OrderBy(shape => shape.Place.X))
            {
                yield return shape;
            }

            start += row.Count;
        }
    }
}
