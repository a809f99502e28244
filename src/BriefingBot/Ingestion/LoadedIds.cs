namespace BriefingBot.Ingestion;

/// <summary>The ids that one load has met, so that two articles of it cannot take turns as each other's successor.</summary>
internal sealed class LoadedIds
{
    private readonly Dictionary<string, (string Place, string Content)> _met = new(StringComparer.Ordinal);

    public bool Has(string id) => _met.ContainsKey(id);

    /// <summary>
    /// Null, and remembered, for an id that is new to the load. Else the outcome: the same article again changes nothing, another one fails
    /// and names both places. Metadata counts too: who may read an article must not depend on the order of lines.
    /// </summary>
    public IngestOutcome? Repeated(ReadInput read)
    {
        var article = read.Article!;
        var content = string.Join('\n', article.TextHash, article with { Text = "", Labels = [], Groups = [] }, string.Join('\t', article.Labels), string.Join('\t', article.Groups));
        if (_met.TryAdd(article.Id, (read.Line is { } line ? $"line {line} of {read.Input}" : read.Input, content)))
        {
            return null;
        }

        var (place, metContent) = _met[article.Id];
        return metContent == content
            ? read.Outcome(IngestOutcomeKind.Unchanged)
            : read.Failed($"the id '{article.Id}' stands for another article at {place} of this load; give one of the two an id of its own");
    }
}
