using System.Collections.Immutable;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using BriefingBot.Articles;

namespace BriefingBot.Indexing;

/// <summary>
/// The passages of the current versions in memory: vectors in pages for an exact search, and for each term the places that have it.
/// Not synchronised; <see cref="EmbeddedPassageIndex"/> lets readers and its one writer in.
/// </summary>
internal sealed class PassageMemory
{
    private const int PageSlots = 1_024;

    private readonly List<float[]> _pages = [];
    private int _dimensions;
    private readonly List<Place?> _places = [];
    private readonly Stack<int> _free = [];
    private readonly Dictionary<string, List<(int Slot, int Count)>> _postings = [];
    private readonly Dictionary<string, List<int>> _slotsByArticle = [];

    /// <summary>The length of its vectors; 0 while it has none.</summary>
    public int Dimensions => _dimensions;

    public void Add(PassageKey key, Facts facts, ReadOnlySpan<byte> vector, string terms)
    {
        _dimensions = _dimensions > 0 ? _dimensions : vector.Length / sizeof(float);
        if (vector.Length == 0 || vector.Length != _dimensions * sizeof(float))
        {
            throw new InvalidDataException($"a vector has {vector.Length} bytes instead of {_dimensions * sizeof(float)}");
        }

        if (!_free.TryPop(out var slot))
        {
            slot = _places.Count;
            _places.Add(null);
            if (slot % PageSlots == 0)
            {
                _pages.Add(new float[PageSlots * _dimensions]);
            }
        }

        MemoryMarshal.Cast<byte, float>(vector).CopyTo(VectorAt(slot));
        var counts = terms.Split(' ', StringSplitOptions.RemoveEmptyEntries).CountBy(term => term).ToArray();
        foreach (var (term, count) in counts)
        {
            (CollectionsMarshal.GetValueRefOrAddDefault(_postings, term, out _) ??= []).Add((slot, count));
        }

        _places[slot] = new(key, facts, [.. counts.Select(pair => pair.Key)], counts.Sum(pair => pair.Value));
        (CollectionsMarshal.GetValueRefOrAddDefault(_slotsByArticle, key.ArticleId, out _) ??= []).Add(slot);
    }

    /// <summary>All at once: each term's list is swept once, however many articles go.</summary>
    public void RemoveArticles(IEnumerable<string> articleIds)
    {
        var gone = new HashSet<int>();
        foreach (var id in articleIds)
        {
            if (_slotsByArticle.Remove(id, out var slots))
            {
                gone.UnionWith(slots);
            }
        }

        foreach (var term in gone.SelectMany(slot => _places[slot]!.Terms).ToHashSet())
        {
            var places = _postings[term];
            if (places.RemoveAll(place => gone.Contains(place.Slot)) > 0 && places.Count == 0)
            {
                _postings.Remove(term);
            }
        }

        foreach (var slot in gone)
        {
            _places[slot] = null;
            _free.Push(slot);
        }
    }

    /// <summary>Ranks, and counts for the terms' weights, what the asker may read: nothing else shows, not even in a number.</summary>
    public PassageRanking Rank(PassageQuery query)
    {
        var (dense, readable) = RankByVector(query);
        var postings = query.Terms.ToDictionary(term => term, term => (_postings.GetValueOrDefault(term) ?? []).Where(place => MayRead(query.Asker, place.Slot)).ToArray());
        var weights = postings.ToImmutableDictionary(term => term.Key, term => Bm25.Idf(readable, term.Value.Length));
        return new(dense, RankByTerms(postings, weights, query), weights);
    }

    /// <summary>The names in the articles that the asker may read.</summary>
    public KnownNames Names(Asker asker)
    {
        // Passages of one article share their facts: 70,000 passages are looked through in a few milliseconds.
        var readable = new HashSet<Facts>(ReferenceEqualityComparer.Instance);
        foreach (var place in _places)
        {
            if (place is not null && asker.MayRead(place.Facts.Groups))
            {
                readable.Add(place.Facts);
            }
        }

        return KnownNames.Of(readable.Select(facts => facts.Source), readable.Select(facts => facts.Author), readable.SelectMany(facts => facts.Labels));
    }

    private (ImmutableArray<RankedPassage> Ranked, int Readable) RankByVector(PassageQuery query)
    {
        var best = new PriorityQueue<int, double>();
        var readable = 0;
        for (var slot = 0; slot < _places.Count; slot++)
        {
            if (!MayRead(query.Asker, slot))
            {
                continue;
            }

            readable++;
            if (Admits(query.Filter, slot))
            {
                Keep(best, slot, TensorPrimitives.Dot(VectorAt(slot), query.Vector.Span), query.Limit);
            }
        }

        return (BestFirst(best), readable);
    }

    private ImmutableArray<RankedPassage> RankByTerms(
        Dictionary<string, (int Slot, int Count)[]> postings, ImmutableDictionary<string, double> weights, PassageQuery query)
    {
        var scores = new Dictionary<int, double>();
        foreach (var (term, places) in postings)
        {
            foreach (var (slot, count) in places.Where(place => Admits(query.Filter, place.Slot)))
            {
                CollectionsMarshal.GetValueRefOrAddDefault(scores, slot, out _) += weights[term] * Bm25.TermWeight(count, _places[slot]!.Length);
            }
        }

        var best = new PriorityQueue<int, double>();
        foreach (var (slot, score) in scores)
        {
            Keep(best, slot, score, query.Limit);
        }

        return BestFirst(best);
    }

    private bool MayRead(Asker asker, int slot) => _places[slot] is { } place && asker.MayRead(place.Facts.Groups);

    private bool Admits(ArticleFilter filter, int slot) => _places[slot] is { Key: var key, Facts: var facts } && filter.Admits(key.ArticleId, facts.Source, facts.Author, facts.Labels, facts.Published);

    private static void Keep(PriorityQueue<int, double> best, int slot, double score, int limit)
    {
        if (best.Count < limit)
        {
            best.Enqueue(slot, score);
        }
        else
        {
            best.EnqueueDequeue(slot, score);
        }
    }

    private ImmutableArray<RankedPassage> BestFirst(PriorityQueue<int, double> best) =>
    [
        .. best.UnorderedItems
            .Select(item => new RankedPassage(_places[item.Element]!.Key, item.Priority))
            .OrderByDescending(passage => passage.Score)
            .ThenBy(passage => passage.Key.ArticleId, StringComparer.Ordinal)
            .ThenBy(passage => passage.Key.Ordinal),
    ];

    private Span<float> VectorAt(int slot) => _pages[slot / PageSlots].AsSpan(slot % PageSlots * _dimensions, _dimensions);

    /// <summary>What decides whether an article is looked at, shared by its passages.</summary>
    public sealed record Facts(ImmutableArray<string> Groups, string? Source, string? Author, ImmutableArray<string> Labels, PublicationDate? Published);

    private sealed record Place(PassageKey Key, Facts Facts, ImmutableArray<string> Terms, int Length);
}
