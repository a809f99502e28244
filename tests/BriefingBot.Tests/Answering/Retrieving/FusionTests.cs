using System.Collections.Immutable;
using BriefingBot.Answering;
using BriefingBot.Indexing;

namespace BriefingBot.Tests.Answering;

public sealed class FusionTests
{
    [Fact]
    public void Scores_are_spread_over_each_list_and_added_by_weight()
    {
        var fused = Fuse(dense: [("a", 0.9), ("b", 0.6), ("c", 0.5)], lexical: [("b", 12), ("d", 8), ("a", 4)]);
        Assert.Equal(["a", "b", "d", "c"], fused.Keys);
        Assert.Equal(Fusion.DenseShare, fused["a"], 6);
        Assert.Equal((Fusion.DenseShare * 0.25) + 1 - Fusion.DenseShare, fused["b"], 6);
        Assert.Equal((1 - Fusion.DenseShare) / 2, fused["d"], 6);
        Assert.Equal(0, fused["c"], 6);
    }

    [Fact]
    public void A_list_of_one_gives_it_the_whole_share() => Assert.Equal(Fusion.DenseShare, Fuse([("a", 0.2)], [])["a"], 6);

    [Fact]
    public void Equal_scores_get_the_whole_share_each() =>
        Assert.All(Fuse([("a", 0.2), ("b", 0.2)], [("a", 3), ("b", 3)]).Values, score => Assert.Equal(1, score, 6));

    [Fact]
    public void Equal_fused_scores_are_ordered_by_id_so_that_an_answer_is_the_same_each_time() =>
        Assert.Equal(["a", "b", "c"], Fuse([("c", 0.2), ("a", 0.2), ("b", 0.2)], []).Keys);

    [Fact]
    public void Nothing_fuses_to_nothing() => Assert.Empty(Fuse([], []));

    private static OrderedDictionary<string, double> Fuse(ImmutableArray<(string Id, double Score)> dense, ImmutableArray<(string Id, double Score)> lexical)
    {
        var fused = new OrderedDictionary<string, double>();
        foreach (var (key, score) in Fusion.Fuse(new(Rank(dense), Rank(lexical), ImmutableDictionary<string, double>.Empty)))
        {
            fused.Add(key.ArticleId, score);
        }

        return fused;

        static ImmutableArray<RankedPassage> Rank(ImmutableArray<(string Id, double Score)> list) => [.. list.Select(entry => new RankedPassage(new(entry.Id, 1, 0), entry.Score))];
    }
}
