using System.Diagnostics;
using BriefingBot.Answering;
using BriefingBot.Indexing;

namespace BriefingBot.Tests.Answering;

public sealed class NameBookTests
{
    [Theory]
    [InlineData("\u2600\uFE0F Sun Weekly", "according to the Sun Weekly", true)]
    [InlineData("\u2600\uFE0F Sun Weekly", "according to the Weekly", true)]
    [InlineData("\u2600\uFE0F Sun Weekly", "according to \u2600\uFE0F Sun Weekly", true)]
    [InlineData("Sun \u2600\uFE0F Weekly", "according to the Sun Weekly", true)]
    [InlineData("Sun Weekly", "according to the Sun \u2600\uFE0F Weekly", true)]
    [InlineData("Sun \U0001F31E Weekly", "according to Sun \U0001F31E Weekly", true)]
    [InlineData("\u0301 Sun Weekly", "according to the Sun Weekly", true)]
    [InlineData("Cafe\u0301 Weekly", "according to the Caf\u00E9 Weekly", true)]
    [InlineData("\uFE0F", "according to \uFE0F", false)]
    [InlineData("\u0301\u0302 \u0303", "according to the flood", false)]
    [InlineData("\U0001F600", "according to \U0001F600", false)]
    [InlineData("the", "according to the flood", false)]
    [InlineData("", "according to the flood", false)]
    [InlineData("\uD83D", "according to the flood", false)]
    public void Pictures_and_marks_in_a_name_are_no_words_of_it(string source, string question, bool isFound)
    {
        var books = new NameBooks(KnownNames.Of([source], [source], [source]));
        Assert.Equal(isFound, ScopeWords.Read($"Who won, {question}?", books) is { Kind: ScopeKind.Source });
        ScopeWords.Read($"Who won in articles labelled {source} by {source}?", books);
    }

    [Fact]
    public void Whatever_stands_in_names_a_book_is_made_of_them()
    {
        string[] pieces = ["\uFE0F", "\u0301", "\u20E3", "\u200D", "\U0001F468", "\uD83D", "\uDE00", "1", "A", "the", "'s", "’", "-", ".", "&", "and", "News", "\u0345", "\uAC00", "\u00A0", "\0"];
        var random = new Random(7);
        string[] names = [.. Enumerable.Range(0, 2_000).Select(_ => string.Join(random.Next(2) == 0 ? " " : "", random.GetItems(pieces, random.Next(1, 7))))];
        var books = new NameBooks(KnownNames.Of(names, names, names));
        foreach (var name in names)
        {
            ScopeWords.Read($"What did {name} say, according to the {name}, in articles labelled {name}?", books);
        }
    }

    [Fact]
    public void Short_forms_of_a_long_name_are_its_last_words()
    {
        const string Name = "Royal Institute of the Upper and Lower Valleys for the Study of Flood Water";
        var books = new NameBooks(KnownNames.Of([Name], [], []));
        Assert.Equal(Name, ScopeWords.Read("Who won, according to the Study of Flood Water?", books)?.Name);
        Assert.Null(ScopeWords.Read($"Who won, according to the {Name}?", books));
    }

    [Fact]
    public void Books_are_kept_while_the_names_are_the_same()
    {
        var kept = new KeptNameBooks();
        var first = kept.Of(KnownNames.Of(["The Valley Herald"], ["Ann Reed"], []));
        Assert.Same(first, kept.Of(KnownNames.Of(["The Valley Herald"], ["Ann Reed"], [])));
        Assert.NotSame(first, kept.Of(KnownNames.Of(["The Valley Herald"], ["Ann Reed", "Bo Lind"], [])));
        Assert.Same(first, kept.Of(first.Names));
        foreach (var i in Enumerable.Range(0, 20))
        {
            kept.Of(KnownNames.Of([$"Source {i}"], [], []));
        }

        Assert.NotSame(first, kept.Of(KnownNames.Of(["The Valley Herald"], ["Ann Reed"], [])));
    }

    [Fact]
    public void Names_as_long_as_a_page_do_not_slow_a_question_down()
    {
        string[] sources = [.. Enumerable.Range(0, 3_000).Select(i => string.Join(' ', Enumerable.Range(0, 110).Select(word => $"w{i}x{word}")))];
        var started = Stopwatch.GetTimestamp();
        ScopeWords.Read("Who won, according to the Herald?", new(KnownNames.Of(sources, [], [])));
        Assert.InRange(Stopwatch.GetElapsedTime(started), TimeSpan.Zero, TimeSpan.FromSeconds(1));
    }
}
