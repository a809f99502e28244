using BriefingBot.Articles;
using BriefingBot.Indexing;

namespace BriefingBot.Ingestion;

/// <summary>
/// Tells of which stored report an article is a near copy, for one load. It reads 300 bytes of every stored article once, and only when the first article is to be stored. Two
/// loads at the same time do not know of each other's articles.
/// </summary>
internal sealed class Stories(IArticleStore articles)
{
    private List<StoredSketch>? _stored;

    /// <summary>The article with its story: the one of what it comes nearest to, or its own id.</summary>
    public async Task<Article> WithStoryAsync(Article article, CancellationToken cancellation)
    {
        _stored ??= await articles.SketchesAsync(cancellation).ToListAsync(cancellation);
        var sketch = TextSketch.Of(article.Text);
        var (nearest, most) = ((StoredSketch?)null, 0.0);
        foreach (var stored in _stored)
        {
            var containment = stored.Id == article.Id ? 0 : sketch.Containment(stored.Sketch);
            (nearest, most) = containment > most ? (stored, containment) : (nearest, most);
        }

        var story = nearest is not null && NearCopies.Are(most) ? nearest.Story : article.Id;
        _stored.RemoveAll(stored => stored.Id == article.Id);
        _stored.Add(new(article.Id, story, sketch));
        return article with { Story = story };
    }
}
