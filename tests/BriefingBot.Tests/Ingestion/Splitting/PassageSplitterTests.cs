using BriefingBot.Ingestion;
using BriefingBot.Tests.Support;
using CsCheck;

namespace BriefingBot.Tests.Ingestion;

public sealed class PassageSplitterTests
{
    private readonly PassageSplitter _splitter = new(Briefing.Embedder.Model);

    [Fact]
    public void Short_articles_are_one_passage()
    {
        const string Text = "The dam broke at night. Two villages were flooded.";
        var passage = Assert.Single(_splitter.Split("Dam breaks", Text));
        Assert.Equal(["The dam broke at night.", "Two villages were flooded."], passage.Sentences.Select(span => Text[span.Start..span.End]));
    }

    [Fact]
    public void Passages_hold_about_110_words_of_whole_sentences()
    {
        var text = string.Concat(Enumerable.Range(1, 60).Select(i => $"Sentence number {i} tells of the long winter in the hills. "));
        var passages = _splitter.Split("Winter", text);
        Assert.All(passages.SkipLast(1), passage => Assert.InRange(text[passage.Span.Start..passage.Span.End].Split(' ').Length, 80, 110));
        Assert.All(passages, passage => Assert.All(passage.Sentences, span => Assert.EndsWith("hills.", text[span.Start..span.End], StringComparison.Ordinal)));
    }

    [Fact]
    public void A_heading_is_in_its_passage_but_is_no_sentence()
    {
        const string Text = "The winter in the hills\n\nIt snowed for ninety days in the hills above Oldport.";
        var passage = Assert.Single(_splitter.Split("Winter", Text));
        Assert.Equal(0, passage.Span.Start);
        Assert.Equal("It snowed for ninety days in the hills above Oldport.", Text[passage.Sentences.Single().Start..passage.Sentences.Single().End]);
    }

    public static TheoryData<string> HardTexts => new(
        string.Concat(Enumerable.Repeat("word ", 20_000)),
        new string('x', 100_000),
        new string('字', 20_000),
        string.Concat(Enumerable.Repeat("😀", 5_000)),
        string.Concat(Enumerable.Repeat("각", 5_000)),
        string.Concat(Enumerable.Repeat("a.b,c;d!", 5_000)),
        string.Concat(Enumerable.Repeat("\"(", 5_000)));

    [Theory]
    [MemberData(nameof(HardTexts))]
    public void Text_without_sentences_is_cut_so_that_every_part_fits_the_model(string text) => AssertLaws("A title", text);

    [Fact]
    public void A_title_longer_than_any_headline_leaves_room_for_the_passage() =>
        AssertLaws(string.Concat(Enumerable.Repeat("very long title ", 500)), "The dam broke at night. Two villages were flooded.");

    [Fact]
    public void Every_passage_fits_the_model_and_together_they_cover_the_text()
    {
        var pieces = Gen.OneOf(
            "The dam broke.", " ", "\n\n", "\n", "Heading", "Mr. Smith said: ", "“", "”", "a ", "3.5 ", "😀", "字", "word word word word word word word word ", "- item\n", "\t");
        pieces.Array[0, 300].Sample(parts => AssertLaws("A title", string.Concat(parts)), iter: 300);
    }

    private void AssertLaws(string title, string text)
    {
        var model = Briefing.Embedder.Model;
        var passages = _splitter.Split(title, text);
        var end = 0;
        foreach (var passage in passages)
        {
            Assert.True(string.IsNullOrWhiteSpace(text[end..passage.Span.Start]));
            Assert.True(model.Fits(_splitter.TextToEmbed(title, text[passage.Span.Start..passage.Span.End])));
            Assert.All(passage.Sentences, span => Assert.True(passage.Span.Contains(span) && span.Length > 0 && model.Fits(text[span.Start..span.End])));
            Assert.False(char.IsLowSurrogate(text[passage.Span.Start]));
            end = passage.Span.End;
        }

        Assert.True(string.IsNullOrWhiteSpace(text[end..]));
    }
}
