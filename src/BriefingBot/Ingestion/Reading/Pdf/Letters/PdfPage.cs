namespace BriefingBot.Ingestion;

/// <summary>
/// The runs of a page, those that are level apart from those that are turned, a layer for each direction. Baselines on the page lie between
/// <paramref name="Bottom"/> and <paramref name="Top"/>.
/// </summary>
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
