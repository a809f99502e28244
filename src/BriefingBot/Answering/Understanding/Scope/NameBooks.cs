using BriefingBot.Indexing;

namespace BriefingBot.Answering;

/// <summary>The books of all kinds of names, each made when a question first needs it.</summary>
internal sealed class NameBooks(KnownNames names)
{
    private readonly Lazy<NameBook> _sources = new(() => NameBook.OfSources(names.Sources));
    private readonly Lazy<NameBook> _authors = new(() => NameBook.OfAuthors(names.Authors));
    private readonly Lazy<NameBook> _labels = new(() => NameBook.OfLabels(names.Labels));

    public KnownNames Names => names;

    public NameBook Of(ScopeKind kind) => (kind switch
    {
        ScopeKind.Source => _sources,
        ScopeKind.Author => _authors,
        _ => _labels,
    }).Value;
}

/// <summary>Keeps the books of the names that were last asked about: with 8,000 authors it takes longer to make them than to answer.</summary>
internal sealed class KeptNameBooks
{
    // Whoever may read the same articles knows the same names.
    private const int Kept = 8;

    private readonly Lock _lock = new();
    private readonly LinkedList<NameBooks> _books = [];

    public NameBooks Of(KnownNames names)
    {
        lock (_lock)
        {
            for (var node = _books.First; node is not null; node = node.Next)
            {
                if (node.Value.Names.AreSameAs(names))
                {
                    _books.Remove(node);
                    _books.AddFirst(node);
                    return node.Value;
                }
            }

            if (_books.Count == Kept)
            {
                _books.RemoveLast();
            }

            return _books.AddFirst(new NameBooks(names)).Value;
        }
    }
}
