using System.Text;
using BriefingBot.Articles;
using CsCheck;

namespace BriefingBot.Tests.Articles;

public sealed class CanonicalTextTests
{
    [Theory]
    [InlineData("a\r\nb\rc\nd", "a\nb\nc\nd")]
    [InlineData("a\r\r\nb", "a\n\nb")]
    [InlineData("a\u0085b\u2028c\u2029d", "a\nb\nc\nd")]
    [InlineData("so\u00ADft zero\u200Bwidth word\u2060joiner \uFEFFmark nul\0", "soft zerowidth wordjoiner mark nul")]
    [InlineData("👩\u200D💻 and می\u200Cخواهم", "👩\u200D💻 and می\u200Cخواهم")]
    [InlineData("e\u0301 A\u030A \u1100\u1161", "\u00E9 \u00C5 \uAC00")]
    [InlineData("e\u00AD\u0301", "\u00E9")]
    [InlineData("\uFB01 \u2126 \u00BD", "\uFB01 \u03A9 \u00BD")]
    [InlineData("  two  blanks\t\u00A0 ", "  two  blanks\t\u00A0 ")]
    [InlineData("\uFFFE\uFFFF", "\uFFFD\uFFFF")]
    [InlineData("", "")]
    public void Text_has_one_form(string raw, string canonical) => Assert.Equal(canonical, CanonicalText.From(raw));

    // Not a row above: a test case's name cannot hold a lone surrogate.
    [Fact]
    public void A_lone_surrogate_becomes_a_replacement_character() =>
        Assert.Equal("\uFFFDx \uFFFD \uD83D\uDE00", CanonicalText.From("\uD800x \uDC00 \uD83D\uDE00"));

    [Fact]
    public void Whatever_comes_in_the_form_is_well_formed_and_changes_no_more() => Gen.Char.Array[0, 40].Sample(
        raw =>
        {
            var canonical = CanonicalText.From(new string(raw));
            Assert.True(canonical.IsNormalized(NormalizationForm.FormC));
            Assert.Equal(canonical, CanonicalText.From(canonical));
            Assert.Equal(canonical, Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(canonical)));
            Assert.Equal(-1, canonical.AsSpan().IndexOfAny("\r\0\u00AD\u200B\u2060\uFEFF"));
        },
        iter: 20_000);
}
