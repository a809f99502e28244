namespace BriefingBot.Ingestion;

/// <summary>The ids that one load has met, so that two articles of it cannot take turns as each other's new version.</summary>
internal sealed class LoadedIds
{
    private readonly Dictionary<string, (string Place, string TextHash)> _met = new(StringComparer.Ordinal);

    /// <summary>What is wrong when the id stood in this load before, with another text; else null, and the id is remembered.</summary>
    public string? Problem(ReadInput read)
    {
        var article = read.Article!;
        var place = read.Line is { } line ? $"line {line} of {read.Input}" : read.Input;
        if (_met.TryAdd(article.Id, (place, article.TextHash)) || _met[article.Id].TextHash == article.TextHash)
        {
            return null;
        }

        return $"the id '{article.Id}' stands for another text at {_met[article.Id].Place} of this load; give one of the two an id of its own";
    }
}
