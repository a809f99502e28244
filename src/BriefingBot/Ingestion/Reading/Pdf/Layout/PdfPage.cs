namespace BriefingBot.Ingestion;

/// <summary>The runs of a page, those that are level apart from those that are turned, a layer for each direction.</summary>
/// <param name="Bottom">The baselines that are on the page lie between this and <paramref name="Top"/>.</param>
internal sealed record PdfPage(double Bottom, double Top, List<PdfRun> Level, List<List<PdfRun>> Turned)
{
    /// <summary>All layers, the level one first.</summary>
    public IEnumerable<List<PdfRun>> Layers => [Level, .. Turned];

    public void RemoveAll(Predicate<PdfRun> unwanted)
    {
        foreach (var layer in Layers)
        {
            layer.RemoveAll(unwanted);
        }
    }
}
