using BriefingBot.Ingestion;

namespace BriefingBot.Web.Admin;

/// <summary>Which articles are to go: those named, or all that the other fields mean together.</summary>
internal sealed record RemovalRequest
{
    private const int MostIds = 10_000;

    public string[]? Ids { get; init; }

    public string? Source { get; init; }

    public string? Label { get; init; }

    /// <summary>A day or a moment: those that no load has met since.</summary>
    public string? NotSeenSince { get; init; }

    public bool DryRun { get; init; }

    /// <exception cref="BadRequestException">It cannot be meant so.</exception>
    public RemovalWish ToWish(DateTimeOffset now)
    {
        if (Ids is not null && this is not { Source: null, Label: null, NotSeenSince: null })
        {
            throw new BadRequestException("ids", "'ids' names the articles, so 'source', 'label' and 'notSeenSince' cannot choose among others. Give ids alone, or leave them out.");
        }

        if (Ids is { Length: 0 or > MostIds } || Ids?.Any(string.IsNullOrEmpty) == true)
        {
            throw new BadRequestException("ids", $"'ids' needs 1 to {MostIds} ids, none of them empty.");
        }

        if (this is { Ids: null, Source: null, Label: null, NotSeenSince: null })
        {
            throw new BadRequestException("ids", "Nothing says which articles are meant. Give 'ids', or 'source', 'label' or 'notSeenSince'.");
        }

        if (Source is "" || Label is "")
        {
            throw new BadRequestException(Source is "" ? "source" : "label", "It is empty. Give it a value, or leave it out.");
        }

        return new()
        {
            Ids = [.. (Ids ?? []).Distinct(StringComparer.Ordinal)],
            Sources = Source is null ? [] : [Source],
            Labels = Label is null ? [] : [Label],
            NotSeenSince = NotSeenSince is null ? null
                : RemovalWish.TryReadSince(NotSeenSince, now, out var since, out var problem) ? since
                : throw new BadRequestException("notSeenSince", $"'notSeenSince' is '{NotSeenSince}', which is {problem}"),
        };
    }
}

/// <summary>What went, or would go.</summary>
/// <param name="DryRun">Whether nothing went.</param>
/// <param name="Articles">The articles.</param>
/// <param name="NotFound">Ids that no article has.</param>
internal sealed record Removal(bool DryRun, IReadOnlyList<RemovedArticle> Articles, IReadOnlyList<string> NotFound);

internal sealed record RemovedArticle(string Id, string Title);

/// <summary>Removes many articles at once.</summary>
internal sealed class RequestedRemoval(ArticleRemoval removal, TimeProvider time)
{
    public async Task<Removal> RemoveAsync(RemovalRequest request, CancellationToken cancellation)
    {
        var meant = (await removal.MeantAsync(request.ToWish(time.GetUtcNow()), cancellation)).All.ToLookup(article => article.Title is not null);
        var (there, gone) = (meant[true].ToList(), meant[false].ToList());
        if (!request.DryRun)
        {
            var removed = await removal.RemoveAsync(there, cancellation).ToListAsync(cancellation);
            there = [.. removed.Where(one => one.WasThere).Select(one => one.Article)];
            gone.AddRange(removed.Where(one => !one.WasThere).Select(one => one.Article));
        }

        return new(request.DryRun, [.. there.Select(article => new RemovedArticle(article.Id, article.Title!))], [.. gone.Select(article => article.Id)]);
    }
}
