namespace BriefingBot.Indexing;

/// <summary>What an index was made with. Passages made with something else cannot be compared with this program's questions.</summary>
/// <param name="Model">The embedding model's fingerprint.</param>
/// <param name="Analyzer">The analyzer's revision.</param>
/// <param name="Splitter">The revision of the rules for sentences and passages.</param>
internal sealed record IndexStamps(string Model, string Analyzer, string Splitter)
{
    /// <summary>Throws <see cref="ArticleStoreException"/>, naming both and the remedy, when the index was made with something else.</summary>
    public void ThrowUnlessMadeWith(IndexStamps program, string location)
    {
        foreach (var (what, stored, mine) in new[] { ("embedding model", Model, program.Model), ("analyzer", Analyzer, program.Analyzer), ("splitter", Splitter, program.Splitter) })
        {
            if (stored != mine)
            {
                throw new ArticleStoreException(
                    $"The index in {location} was made with the {what} '{stored}'; this program uses '{mine}'. Run 'briefing reindex', which makes it anew from the stored texts, or go back to the program and the settings that made it.");
            }
        }
    }

    /// <summary>For a model that has the same name and is another: an endpoint's, whose name was given to something else.</summary>
    public static ArticleStoreException OtherDimensions(long stored, long made, string location, Exception? fault = null) => new(
        $"The index in {location} has vectors of {stored} dimensions, and the embedding model gives vectors of {made}: it is another than the one that made the index. Run 'briefing reindex', which makes it anew from the stored texts, or go back to that model.", fault);
}
