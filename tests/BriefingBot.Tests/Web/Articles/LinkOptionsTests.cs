using BriefingBot.Configuration;
using BriefingBot.Web.Articles;

namespace BriefingBot.Tests.Web.Articles;

public sealed class LinkOptionsTests
{
    [Theory]
    [InlineData("")]
    [InlineData("https://bot.example")]
    [InlineData("https://bot.example/")]
    [InlineData("https://bot.example:8443")]
    [InlineData("http://localhost:3978")]
    [InlineData("http://127.0.0.1:3978/")]
    [InlineData("http://[::1]:3978")]
    public void Public_url_that_browsers_reach_is_taken(string url) => Assert.True(Validate(new() { PublicUrl = url }).Succeeded);

    [Theory]
    [InlineData("bot.example")]
    [InlineData("/articles")]
    [InlineData("http://bot.example")]
    [InlineData("http://192.0.2.7:3978")]
    [InlineData("ftp://bot.example")]
    [InlineData("https://")]
    [InlineData("https://me:secret@bot.example")]
    [InlineData("https://bot.example/briefing")]
    [InlineData("https://bot.example/?")]
    [InlineData("https://bot.example/#")]
    [InlineData("https://bot.example?a=b")]
    [InlineData("javascript:alert(1)")]
    public void Public_url_that_is_none_is_named_with_the_remedy(string url)
    {
        var failure = Assert.Single(Validate(new() { PublicUrl = url }).Failures!);
        Assert.StartsWith("Bot:PublicUrl is", failure, StringComparison.Ordinal);
        Assert.Contains("such as https://bot.example.com", failure);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(3651)]
    public void Days_have_bounds(int days) => Assert.Contains("Bot:LinkDays", Assert.Single(Validate(new() { LinkDays = days }).Failures!));

    [Theory]
    [InlineData("c2VjcmV0", false)]
    [InlineData("not base64 at all, however long this text may be", false)]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA==", false)]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=", true)]
    public void Key_has_32_bytes_and_is_never_repeated(string key, bool isTaken)
    {
        var result = Validate(new() { LinkKey = key });
        Assert.Equal(isTaken, result.Succeeded);
        Assert.DoesNotContain(key, $"{result.FailureMessage}");
    }

    [Fact]
    public void Key_is_made_once_and_for_its_owner_alone()
    {
        var folder = Directory.CreateTempSubdirectory("briefing-key-").FullName;
        try
        {
            var path = LinkKeyFile.In(Path.Combine(folder, "not", "there"));
            var keys = Enumerable.Range(0, 8).AsParallel().WithDegreeOfParallelism(8).Select(_ => LinkKeyFile.ReadOrMake(path)).ToArray();

            Assert.Single(keys.Select(Convert.ToHexString).Distinct());
            Assert.Equal(32, keys[0].Length);
            Assert.True(keys[0].Distinct().Count() > 8);
            Assert.Equal([path], Directory.GetFiles(Path.GetDirectoryName(path)!));
            if (!OperatingSystem.IsWindows())
            {
                Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void Damaged_key_is_named_and_left_as_it_is()
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, "short");
            Assert.Contains(path, Assert.Throws<ConfigurationException>(() => LinkKeyFile.ReadOrMake(path)).Message);
            Assert.Equal("short", File.ReadAllText(path));
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static Microsoft.Extensions.Options.ValidateOptionsResult Validate(LinkOptions options) => new LinkOptionsRules().Validate(null, options);
}
