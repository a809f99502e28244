using BriefingBot.Articles;
using BriefingBot.Ingestion;
using CsCheck;

namespace BriefingBot.Tests.Ingestion;

public sealed class PartFrameTests
{
    private static readonly ReadArticle Full = new("Half \uD800 of a pair,\n日本 and 😀.")
    {
        Id = "dam",
        Title = "Dam\nbreaks",
        Source = "The Valley Post",
        Author = "Ann Reed",
        Url = new("https://news.example/dam?a=1#b"),
        Published = new(new(2026, 3, 1, 9, 30, 0, TimeSpan.FromMinutes(-210)), HasTime: true),
        Modified = new(new(2026, 3, 2, 0, 0, 0, TimeSpan.Zero), HasTime: false),
        Language = "en-GB",
        Pages = [0, 5, 5, 9],
        Labels = ["water", ""],
        Groups = ["board"],
    };

    [Fact]
    public void A_part_comes_out_as_it_went_in()
    {
        AssertSame(new("reports/dam.md", Full));
        AssertSame(new("", new ReadArticle("")));
        AssertSame(new("", new ReadArticle("x") { Published = default(PublicationDate) }));
        AssertSame(new("a.png", null, "it is a picture. Run text recognition"));
    }

    [Fact]
    public void What_no_reader_gives_is_not_taken()
    {
        ReadPart[] odd =
        [
            new("", null), new("", null, " "), new("", Full, "and a problem"), new("", Full, ""), new(null!, Full), new("", Full with { Url = new("file:///etc/passwd") }),
            new("", Full with { Url = new("javascript:alert(1)") }), new("", Full with { Pages = [1] }), new("", Full with { Pages = [0, 9, 5] }),
            new("", Full with { Pages = [0, 1_000] }), new("", Full with { Labels = [null!] }), new("", Full with { Title = new string('x', 200_000) }),
        ];
        Assert.All(odd, part => Assert.Throws<InvalidDataException>(() => PartFrame.Read(PartFrame.Of(part))));
    }

    [Fact]
    public void Whatever_the_bytes_are_they_are_a_part_or_nonsense()
    {
        var sound = PartFrame.Of(new("reports/dam.md", Full)).ToArray();
        Gen.OneOf(
                Gen.Byte.Array[0, 300],
                Gen.Int[0, sound.Length].Select(length => sound[..length]),
                Gen.Select(Gen.Int[0, sound.Length - 1], Gen.Byte, (at, value) => (byte[])[.. sound[..at], value, .. sound[(at + 1)..]]),
                Gen.Select(Gen.Int[0, sound.Length - 8], Gen.Long, (at, value) => (byte[])[.. sound[..at], .. BitConverter.GetBytes(value), .. sound[(at + 8)..]]))
            .Sample(bytes => IsPartOrNonsense(bytes), iter: 20_000, print: Convert.ToHexString);
    }

    private static bool IsPartOrNonsense(byte[] bytes)
    {
        try
        {
            var part = PartFrame.Read(bytes);
            return (part.Article is null) == (part.Problem is not null);
        }
        catch (InvalidDataException)
        {
            return true;
        }
    }

    private static void AssertSame(ReadPart part) => SameParts.Assert([part], [PartFrame.Read(PartFrame.Of(part))]);
}
