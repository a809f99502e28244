using BriefingBot.Articles;
using BriefingBot.Indexing;

namespace BriefingBot.Web.Admin;

/// <summary>Which articles are to go: those named, or all that the other fields mean together.</summary>
internal sealed record RemovalRequest
{
    public string[]? Ids { get; init; }

    public string? Source { get; init; }

    public string? Label { get; init; }

    /// <summary>A day or a moment: those that no load has met since.</summary>
    public string? NotSeenSince { get; init; }

    public bool DryRun { get; init; }
}

/// <summary>What went, or would go.</summary>
/// <param name="DryRun">Whether nothing went.</param>
/// <param name="Articles">The articles.</param>
/// <param name="NotFound">Ids that no article has.</param>
internal sealed record Removal(bool DryRun, IReadOnlyList<RemovedArticle> Articles, IReadOnlyList<string> NotFound);

internal sealed record RemovedArticle(string Id, string Title);

/// <summary>Removes many articles at once.</summary>
internal sealed class ArticleRemoval(IArticleStore articles, TimeProvider time)
{
    private const int MostIds = 10_000;

    public async Task<Removal> RemoveAsync(RemovalRequest request, CancellationToken cancellation)
    {
        var meant = request.Ids is { } ids
            ? await NamedAsync(request, ids, cancellation)
            : await MeantAsync(request, cancellation);
        if (request.DryRun)
        {
            return meant;
        }

        var removed = new List<RemovedArticle>();
        var gone = new List<string>(meant.NotFound);
        foreach (var article in meant.Articles)
        {
            if (await articles.RemoveAsync(article.Id, cancellation))
            {
                removed.Add(article);
            }
            else
            {
                gone.Add(article.Id);
            }
        }

        return meant with { Articles = removed, NotFound = gone };
    }

    private async Task<Removal> NamedAsync(RemovalRequest request, string[] ids, CancellationToken cancellation)
    {
        if (request is not { Source: null, Label: null, NotSeenSince: null })
        {
            throw new BadRequestException("ids", "'ids' names the articles, so 'source', 'label' and 'notSeenSince' cannot choose among others. Give ids alone, or leave them out.");
        }

        if (ids.Length is 0 or > MostIds || ids.Any(string.IsNullOrEmpty))
        {
            throw new BadRequestException("ids", $"'ids' needs 1 to {MostIds} ids, none of them empty.");
        }

        var found = await articles.ListAsync(new() { Ids = [.. ids] }, cancellation).Select(stored => new RemovedArticle(stored.Article.Id, stored.Article.Title)).ToListAsync(cancellation);
        return new(request.DryRun, found, [.. ids.Distinct(StringComparer.Ordinal).Except(found.Select(article => article.Id), StringComparer.Ordinal)]);
    }

    private async Task<Removal> MeantAsync(RemovalRequest request, CancellationToken cancellation)
    {
        if (request is { Source: null, Label: null, NotSeenSince: null })
        {
            throw new BadRequestException("ids", "Nothing says which articles are meant. Give 'ids', or 'source', 'label' or 'notSeenSince'.");
        }

        if (request.Source is "" || request.Label is "")
        {
            throw new BadRequestException(request.Source is "" ? "source" : "label", "It is empty. Give it a value, or leave it out.");
        }

        var filter = new ArticleFilter { Sources = request.Source is { } source ? [source] : [], Labels = request.Label is { } label ? [label] : [] };
        var since = Since(request.NotSeenSince);
        var meant = await articles.ListAsync(filter, cancellation)
            .Where(stored => since is null || stored.Seen < since)
            .Select(stored => new RemovedArticle(stored.Article.Id, stored.Article.Title))
            .ToListAsync(cancellation);
        return new(request.DryRun, meant, []);
    }

    private DateTimeOffset? Since(string? text)
    {
        if (text is null)
        {
            return null;
        }

        if (!PublicationDate.TryParse(text, out var date))
        {
            throw new BadRequestException("notSeenSince", $"'notSeenSince' is '{text}', which is no day or moment that can be read. Write it as 2026-03-01 or 2026-03-01T09:30:00Z.");
        }

        return date.Moment > time.GetUtcNow() ? throw new BadRequestException("notSeenSince", $"'notSeenSince' is {text}, which is still to come. Take a day that has passed.") : date.Moment;
    }
}
