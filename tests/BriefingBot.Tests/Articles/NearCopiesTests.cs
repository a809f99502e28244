using System.Globalization;
using System.Text.Json.Nodes;
using BriefingBot.Articles;
using BriefingBot.Tests.Support;

namespace BriefingBot.Tests.Articles;

public sealed class NearCopiesTests(ITestOutputHelper output)
{
    private const string Text =
        "The dam above Orlen broke on Friday at 03:12. Two villages below it were under water by noon. The mayor said that 340 people had left their homes, and that none of them was hurt.";

    [Fact]
    public void Same_words_are_a_copy_whatever_their_case_and_signs() =>
        Assert.Equal(1, TextSketch.Of(Text).Resemblance(TextSketch.Of(Text.ToUpperInvariant().Replace(" ", "\n ", StringComparison.Ordinal).Replace(".", " –", StringComparison.Ordinal))));

    [Fact]
    public void Part_of_a_text_is_a_copy_of_it_and_another_text_is_none()
    {
        var whole = TextSketch.Of($"{Text} {string.Join(' ', Enumerable.Range(0, 60))}");

        Assert.True(NearCopies.Are(TextSketch.Of(Text), whole));
        Assert.True(NearCopies.Are(whole, TextSketch.Of(Text)));
        Assert.False(NearCopies.Are(whole, TextSketch.Of("A museum in Teln has opened a show of forty clocks from five centuries.")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("–")]
    public void Text_without_words_is_nobodys_copy(string text) => Assert.False(NearCopies.Are(TextSketch.Of(text), TextSketch.Of(text)));

    [Fact]
    public void Sketch_is_read_as_it_was_written_and_nothing_else_is()
    {
        var sketch = TextSketch.Of(Text);

        Assert.Equal(sketch.ToString(), TextSketch.Parse(sketch.ToString())!.ToString());
        Assert.Equal(1, TextSketch.Parse(sketch.ToString())!.Resemblance(sketch));
        Assert.Null(TextSketch.Parse("AAAA"));
        Assert.Null(TextSketch.Parse("no sketch"));
        Assert.InRange(sketch.ToString().Length, 1, 350);
    }

    [Theory]
    [InlineData("Two villages below it were under water by noon.", true)]
    [InlineData("two villages below it were under water – by noon", true)]
    [InlineData("The mayor said that 612 people had left their homes, and that none of them was hurt.", false)]
    [InlineData("Two villages were evacuated.", false)]
    public void Words_stand_in_a_text_or_are_new(string words, bool has) => Assert.Equal(has, NearCopies.Has(Text, words));

    /// <summary>Of each article a copy in which each word is replaced, left out or doubled by chance; and each article beside all others.</summary>
    [Fact]
    public void Copies_with_a_tenth_of_their_words_edited_are_told_and_other_articles_are_not()
    {
        var file = SharedData.Find("wikinews/articles.jsonl");
        Assert.SkipWhen(file is null, "wikinews is not in ../shared/data");
        string[] texts = [.. File.ReadLines(file!).Take(200).Select(line => CanonicalText.From((string)JsonNode.Parse(line)!["text"]!))];
        TextSketch[] sketches = [.. texts.Select(TextSketch.Of)];
        var told = new Dictionary<int, double>();
        foreach (var percent in new[] { 1, 5, 10, 15, 20, 30 })
        {
            var random = new Random(7);
            var found = texts.Zip(sketches).Select(pair => pair.Second.Containment(TextSketch.Of(Edited(pair.First, percent / 100.0, random)))).ToArray();
            told[percent] = found.Count(containment => NearCopies.Are(containment)) / (double)texts.Length;
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{percent,2} % edited: told {told[percent]:P1} (by 0.3: {found.Count(c => c >= 0.3)}, 0.4: {found.Count(c => c >= 0.4)}, 0.5: {found.Count(c => c >= 0.5)}), least containment {found.Min():0.00}, median {found.Order().ElementAt(found.Length / 2):0.00}"));
        }

        var others = (from one in Enumerable.Range(0, texts.Length) from other in Enumerable.Range(0, one) select (Containment: sketches[one].Containment(sketches[other]), One: one, Other: other)).ToArray();
        var wrong = others.Count(pair => NearCopies.Are(pair.Containment));
        output.WriteLine($"Other articles: {wrong} of {others.Length} pairs told; the nearest {string.Join(", ", others.OrderByDescending(pair => pair.Containment).Take(12).Select(pair => string.Create(CultureInfo.InvariantCulture, $"{pair.Containment:0.00} ({pair.One}, {pair.Other})")))}");

        Assert.Equal(1, told[5]);
        Assert.InRange(told[10], 0.99, 1);
        Assert.InRange(wrong, 0, others.Length / 5_000);
    }

    private static string Edited(string text, double share, Random random) => string.Join(' ', text.Split(' ').SelectMany(word => random.NextDouble() >= share ? new[] { word } : random.Next(3) switch
    {
        0 => [$"x{random.Next(10_000)}"],
        1 => [],
        _ => [word, word],
    }));
}
