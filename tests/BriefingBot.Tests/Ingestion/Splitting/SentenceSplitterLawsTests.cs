using System.Diagnostics;
using BriefingBot.Ingestion;
using CsCheck;

namespace BriefingBot.Tests.Ingestion;

public sealed class SentenceSplitterLawsTests
{
    private static readonly string[] Pieces =
    [
        " ", " ", " ", "\n", "\n\n", "\r\n", "\t", "\u00A0", "\u2028", "The", "word", "Word", "he", "said", "Mr", "U.S", "p.m", "No", "J", "I",
        "1", "12", "1990",
        ".", ".", ".", "!", "?", "…", "...", "。", "\"", "\"", "'", "''", "``", "“", "”", "‘", "’", "«", "»", "„", "(", ")", "[", "]", "[12]",
        "[...]", ":3–4",
        "- ", "* ", "1. ", "(a) ", "# ", " | ", ",", ";", ":", "-", "–", "😀", "\uD83D", "\uDE00", "é", "字", "क", "²", "¡", "¿", "`",
    ];

    [Fact]
    public void Sentences_of_any_text_keep_the_laws() => Gen.String.Sample(AssertLaws, iter: 5_000);

    [Fact]
    public void Sentences_of_text_made_of_hard_pieces_keep_the_laws() =>
        Gen.Int[0, Pieces.Length - 1].Select(i => Pieces[i]).Array[0, 200].Select(pieces => string.Concat(pieces)).Sample(AssertLaws, iter: 20_000);

    [Theory]
    [InlineData("The minister said it was over. ")]
    [InlineData("“")]
    [InlineData("\"")]
    [InlineData("(")]
    [InlineData(".")]
    [InlineData(". ")]
    [InlineData(".) ")]
    [InlineData("\". ")]
    [InlineData("a.\" ")]
    [InlineData("A? [...] ")]
    [InlineData("x")]
    [InlineData("\n")]
    [InlineData("a\n")]
    [InlineData("a ")]
    [InlineData("A \"b? C ")]
    public void Five_million_characters_take_seconds_whatever_they_are(string piece)
    {
        // A quadratic step would take hours; a linear one, a second even on a busy machine.
        var text = string.Concat(Enumerable.Repeat(piece, 5_000_000 / piece.Length));
        var watch = Stopwatch.StartNew();
        SentenceSplitter.Split(text);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), $"{watch.Elapsed} for '{piece}' repeated");
    }

    internal static void AssertLaws(string text)
    {
        var covered = 0;
        var block = 0;
        foreach (var sentence in SentenceSplitter.Split(text))
        {
            var (start, end) = (sentence.Span.Start, sentence.Span.End);
            Assert.True(start < end, "a sentence is empty");
            Assert.True(start >= covered, "sentences overlap");
            Assert.True(text.AsSpan(covered, start - covered).IsWhiteSpace(), "words are left out");
            Assert.False(char.IsWhiteSpace(text[start]) || char.IsWhiteSpace(text[end - 1]), "a sentence is not trimmed");
            Assert.False(start > 0 && char.IsSurrogatePair(text[start - 1], text[start]), "a surrogate pair is split at a start");
            Assert.False(end < text.Length && char.IsSurrogatePair(text[end - 1], text[end]), "a surrogate pair is split at an end");
            Assert.True(sentence.Block == block || sentence.Block == block + 1, "block numbers do not follow each other");
            covered = end;
            block = sentence.Block;
        }

        Assert.True(text.AsSpan(covered).IsWhiteSpace(), "words are left out at the end");
    }
}
