using BriefingBot.Articles;

namespace BriefingBot.Tests.Articles;

public sealed class CanonicalTextTests
{
    [Fact]
    public void Any_code_unit_has_a_canonical_form_that_stays_as_it_is()
    {
        for (var unit = 0; unit <= char.MaxValue; unit++)
        {
            var text = CanonicalText.From($"a{(char)unit}b");

            Assert.Equal(text, CanonicalText.From(text));
        }
    }

    [Fact]
    public void The_byte_order_mark_turned_round_is_replaced() => Assert.Equal("a\uFFFDb", CanonicalText.From("a\uFFFEb"));
}
