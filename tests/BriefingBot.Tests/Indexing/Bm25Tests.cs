using BriefingBot.Indexing;

namespace BriefingBot.Tests.Indexing;

public sealed class Bm25Tests
{
    [Theory]
    [InlineData(10, 0, 3.0910)] // ln(1 + 10.5/0.5)
    [InlineData(10, 3, 1.1451)] // ln(1 + 7.5/3.5)
    [InlineData(10, 10, 0.0465)] // ln(1 + 0.5/10.5)
    [InlineData(0, 0, 0.6931)] // an empty index
    public void Idf_is_lucenes_and_never_negative(long passages, long containing, double expected) =>
        Assert.Equal(expected, Bm25.Idf(passages, containing), 4);

    [Theory]
    [InlineData(1, 70, 1)] // at the average length a single occurrence counts once: 2.2/2.2
    [InlineData(3, 70, 1.5714)] // 6.6/4.2
    [InlineData(1, 140, 0.7097)] // 2.2/(1 + 1.2 × 1.75)
    public void Term_weight_saturates_and_is_normalised_by_a_fixed_length(int count, int length, double expected) =>
        Assert.Equal(expected, Bm25.TermWeight(count, length), 4);
}
