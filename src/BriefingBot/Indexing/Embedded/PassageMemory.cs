using System.Collections.Immutable;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;

namespace BriefingBot.Indexing;

/// <summary>
/// The passages of the current versions in memory: vectors in pages for an exact search, and for each term the places that have it.
/// Not synchronised; <see cref="EmbeddedPassageIndex"/> lets readers and its one writer in.
/// </summary>
internal sealed class PassageMemory(int dimensions)
{
    private const int PageSlots = 1_024;

    private readonly List<float[]> _pages = [];
    private readonly List<Place?> _places = [];
    private readonly Stack<int> _free = [];
    private readonly Dictionary<string, List<(int Slot, int Count)>> _postings = [];
    private readonly Dictionary<string, List<int>> _slotsByArticle = [];

    public int Count => _places.Count - _free.Count;

    public void Add(PassageKey key, ImmutableArray<string> groups, ReadOnlySpan<byte> vector, string terms)
    {
        if (!_free.TryPop(out var slot))
        {
            slot = _places.Count;
            _places.Add(null);
            if (slot % PageSlots == 0)
            {
                _pages.Add(new float[PageSlots * dimensions]);
            }
        }

        MemoryMarshal.Cast<byte, float>(vector).CopyTo(VectorAt(slot));
        var counts = terms.Split(' ', StringSplitOptions.RemoveEmptyEntries).CountBy(term => term).ToArray();
        foreach (var (term, count) in counts)
        {
            (CollectionsMarshal.GetValueRefOrAddDefault(_postings, term, out _) ??= []).Add((slot, count));
        }

        _places[slot] = new(key, groups, [.. counts.Select(pair => pair.Key)], counts.Sum(pair => pair.Value));
        (CollectionsMarshal.GetValueRefOrAddDefault(_slotsByArticle, key.ArticleId, out _) ??= []).Add(slot);
    }

    public void RemoveArticle(string articleId)
    {
        if (!_slotsByArticle.Remove(articleId, out var slots))
        {
            return;
        }

        var gone = slots.ToHashSet();
        foreach (var term in slots.SelectMany(slot => _places[slot]!.Terms).Distinct())
        {
            var places = _postings[term];
            if (places.RemoveAll(place => gone.Contains(place.Slot)) > 0 && places.Count == 0)
            {
                _postings.Remove(term);
            }
        }

        foreach (var slot in slots)
        {
            _places[slot] = null;
            _free.Push(slot);
        }
    }

    public PassageRanking Rank(PassageQuery query)
    {
        var weights = query.Terms.ToImmutableDictionary(term => term, term => Bm25.Idf(Count, _postings.TryGetValue(term, out var places) ? places.Count : 0));
        return new(RankByVector(query), RankByTerms(query, weights), weights);
    }

    private ImmutableArray<RankedPassage> RankByVector(PassageQuery query)
    {
        var best = new PriorityQueue<int, double>();
        for (var slot = 0; slot < _places.Count; slot++)
        {
            if (_places[slot] is { } place && query.Asker.MayRead(place.Groups))
            {
                Keep(best, slot, TensorPrimitives.Dot(VectorAt(slot), query.Vector.Span), query.Limit);
            }
        }

        return BestFirst(best);
    }

    private ImmutableArray<RankedPassage> RankByTerms(PassageQuery query, ImmutableDictionary<string, double> weights)
    {
        var scores = new Dictionary<int, double>();
        foreach (var term in query.Terms)
        {
            foreach (var (slot, count) in _postings.GetValueOrDefault(term) ?? [])
            {
                CollectionsMarshal.GetValueRefOrAddDefault(scores, slot, out _) += weights[term] * Bm25.TermWeight(count, _places[slot]!.Length);
            }
        }

        var best = new PriorityQueue<int, double>();
        foreach (var (slot, score) in scores)
        {
            if (query.Asker.MayRead(_places[slot]!.Groups))
            {
                Keep(best, slot, score, query.Limit);
            }
        }

        return BestFirst(best);
    }

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

    private Span<float> VectorAt(int slot) => _pages[slot / PageSlots].AsSpan(slot % PageSlots * dimensions, dimensions);

    private sealed record Place(PassageKey Key, ImmutableArray<string> Groups, ImmutableArray<string> Terms, int Length);
}
