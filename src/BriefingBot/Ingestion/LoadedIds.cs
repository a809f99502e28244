namespace BriefingBot.Ingestion;

/// <summary>
/// The ids that one load has met, so that two articles of it cannot take turns as each other's successor. Of each it keeps hashes and the
/// place, not the words: a load may have a million articles.
/// </summary>
internal sealed class LoadedIds
{
    private readonly Dictionary<UInt128, Met> _met = [];

    public bool Has(string id) => _met.ContainsKey(ShortHash.Of(id));

    /// <summary>
    /// Null, and remembered, for an id that is new to the load. Else the outcome: the same article again changes nothing, another one fails
    /// and names both places. Metadata counts too: who may read an article must not depend on the order of lines.
    /// </summary>
    public IngestOutcome? Repeated(ReadInput read)
    {
        var article = read.Article!;
        var content = ShortHash.Of(string.Join(
            '\n', article.TextHash, article with { Text = "", Labels = [], Groups = [] }, string.Join('\t', article.Labels), string.Join('\t', article.Groups)));
        var id = ShortHash.Of(article.Id);
        if (_met.TryAdd(id, new(content, read.Input, read.Line)))
        {
            return null;
        }

        var met = _met[id];
        return met.Content == content
            ? read.Outcome(IngestOutcomeKind.Unchanged)
            : read.Failed($"the id '{article.Id}' stands for another article at {met.Place} of this load; give one of the two an id of its own");
    }

    /// <param name="Content">Of text and metadata.</param>
    /// <param name="Input">One string for all lines of a file.</param>
    /// <param name="Line">The line, in a file of one article a line.</param>
    private readonly record struct Met(UInt128 Content, string Input, int? Line)
    {
        public string Place => Line is { } line ? $"line {line} of {Input}" : Input;
    }
}
