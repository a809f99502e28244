using System.Diagnostics;
using BriefingBot.Ingestion;
using BriefingBot.Tests.Support;

namespace BriefingBot.Tests.Ingestion;

public sealed class ZipReaderTests
{
    [Fact]
    public void Every_file_is_a_part_under_its_path_and_archives_within_are_read()
    {
        var inner = Zipped.Of(("c.txt", "Three"), ("d.docx", "no document"));

        var parts = Read(Zipped.Of(("a.txt", "One"u8.ToArray()), ("folder/", []), ("folder/b.md", "# Two"u8.ToArray()), ("inner.zip", inner)));

        Assert.Equal(["a.txt", "folder/b.md", "inner.zip!c.txt", "inner.zip!d.docx"], parts.Select(part => part.Name));
        Assert.Equal(["One", "Two", "Three", null], parts.Select(part => part.Article?.Text));
        Assert.NotNull(parts[3].Problem);
    }

    [Fact]
    public void Documents_in_an_archive_are_told_by_what_they_hold() =>
        Assert.Equal("Words", Assert.Single(Read(Zipped.Of(("x.bin", SomeDocx.Of(SomeDocx.P("Words")))))).Article!.Text);

    [Fact]
    public void What_systems_keep_for_themselves_is_passed_over() => Assert.Equal(
        ["a.txt"], Read(Zipped.Of(("__MACOSX/a.txt", "x"), (".DS_Store", "x"), ("b/.hidden/c.txt", "x"), ("a.txt", "One"))).Select(part => part.Name));

    [Theory]
    [InlineData("../a.txt", "leads out")]
    [InlineData("b/../../a.txt", "leads out")]
    [InlineData("..\\a.txt", "leads out")]
    [InlineData("/etc/a.txt", "leads out")]
    [InlineData("C:\\a.txt", "leads out")]
    [InlineData("a\nb.txt", "cannot be read or shown")]
    [InlineData("a.jsonl", "one article a line")]
    public void A_name_that_can_be_no_part_of_an_id_is_refused(string name, string problem)
    {
        var parts = Read(Zipped.Of((name, "x"), ("good.txt", "Good")));

        Assert.Contains(problem, parts[0].Problem, StringComparison.Ordinal);
        Assert.DoesNotContain(parts, part => part.Name.Any(char.IsControl));
        Assert.Equal("Good", parts[1].Article!.Text);
    }

    [Fact]
    public void Names_are_utf8_or_of_the_ibm_pc() => Assert.Equal(
        ["é.txt", "ü.txt"], Read(Zipped.Changed(Zipped.Of(("é.txt", "x"), ("#.txt", "x")), "#"u8, [0x81])).Select(part => part.Name));

    [Fact]
    public void A_file_that_unpacks_without_end_is_refused_and_the_others_are_read()
    {
        var bomb = Zipped.Repeating("bomb.txt", "", new string('a', 1 << 20), 40, "", ("a.txt", "One"));
        var watch = Stopwatch.StartNew();

        var parts = Read(bomb);

        Assert.Equal("One", parts[0].Article!.Text);
        Assert.Contains("times its size", parts[1].Problem, StringComparison.Ordinal);
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(10));
    }

    [Fact]
    public void What_an_archive_says_about_a_size_counts_for_nothing()
    {
        // The size in the directory, 40 MB, becomes 1: it is counted while it is unpacked.
        var lying = Zipped.Changed(Zipped.Repeating("bomb.txt", "", new string('a', 1 << 20), 40, ""), [0, 0, 0x80, 2], [1, 0, 0, 0]);

        Assert.Contains("times its size", Assert.Single(Read(lying)).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_small_file_may_repeat_itself() => Assert.Equal(1 << 20, Assert.Single(Read(Zipped.Of(("a.txt", new string('a', 1 << 20))))).Article!.Text.Length);

    [Fact]
    public void Too_many_files_are_refused() => Assert.Contains(
        "10,000", Assert.Throws<UnreadableInputException>(() => Read(Zipped.Of([.. Enumerable.Range(0, 10_001).Select(i => ($"{i}.txt", ""))]))).Message, StringComparison.Ordinal);

    [Fact]
    public void Archives_may_lie_two_deep_and_no_deeper()
    {
        var (two, three) = (Nested(2), Nested(3));

        Assert.Equal(("in.zip!in.zip!a.txt", "One"), (Assert.Single(Read(two)).Name, Assert.Single(Read(two)).Article?.Text));
        Assert.Contains("archive within archives", Assert.Single(Read(three)).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void What_all_archives_of_an_input_unpack_to_is_one_sum()
    {
        var budget = new ReadingBudget();
        var file = Zipped.Of(("a.txt", new byte[1 << 20]));
        var packed = new ZippedFiles(file, budget);
        for (var i = 0; i < 1024; i++)
        {
            packed.Bytes("a.txt");
        }

        Assert.Contains("1 GB", Assert.Throws<UnreadableInputException>(() => new ZippedFiles(file, budget).Bytes("a.txt")).Message, StringComparison.Ordinal);
        Assert.True(budget.IsSpent);
    }

    [Fact]
    public void A_file_with_a_password_is_named()
    {
        // The lowest bit of the flags in the directory, after the version that is needed.
        var archive = Zipped.Of(("a.txt", "One"));
        var header = archive.AsSpan().LastIndexOf("PK\u0001\u0002"u8);
        archive[header + 8] |= 1;

        Assert.Contains("password", Assert.Single(Read(archive)).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void An_archive_that_was_cut_short_is_refused()
    {
        var archive = Zipped.Of(("a.txt", "One"), ("b.txt", "Two"));
        for (var length = 4; length < archive.Length; length++)
        {
            var cut = archive[..length];
            Assert.Throws<UnreadableInputException>(() => Read(cut));
        }
    }

    [Fact]
    public void Whatever_is_changed_in_a_document_it_is_read_or_refused()
    {
        byte[][] documents = [SomeDocx.Of(SomeDocx.P("Words")), SomePptx.Of(SomePptx.Title("Words")), Zipped.Of(("a.txt", "One"), ("b.md", "# Two"))];
        var random = new Random(1);
        foreach (var document in documents)
        {
            for (var i = 0; i < 1_000; i++)
            {
                var changed = document.ToArray();
                for (var j = random.Next(1, 6); j > 0; j--)
                {
                    changed[random.Next(changed.Length)] = (byte)random.Next(256);
                }

                Assert.True(Record.Exception(() => Read(changed)) is null or UnreadableInputException { Message.Length: > 0 });
            }
        }
    }

    [Theory]
    [InlineData("[Content_Types].xml", "<Types/>", "xl/workbook.xml", "a spreadsheet")]
    [InlineData("mimetype", "application/vnd.oasis.opendocument.spreadsheet", "content.xml", "spreadsheet")]
    [InlineData("mimetype", "application/vnd.oasis.opendocument.presentation", "content.xml", "presentation")]
    public void Documents_of_other_kinds_are_refused_by_their_name(string first, string content, string second, string kind) => Assert.Contains(
        kind, Assert.Throws<UnreadableInputException>(() => Read(Zipped.Of((first, content), (second, "<x/>")))).Message, StringComparison.Ordinal);

    private static byte[] Nested(int depth) => depth == 0 ? Zipped.Of(("a.txt", "One")) : Zipped.Of(("in.zip", Nested(depth - 1)));

    private static List<ReadPart> Read(byte[] bytes) => [.. InputReaders.Read("a.zip", bytes)];
}
