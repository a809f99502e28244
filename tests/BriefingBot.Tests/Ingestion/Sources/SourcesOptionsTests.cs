using BriefingBot.Configuration;
using BriefingBot.Ingestion;
using Microsoft.Extensions.Configuration;

namespace BriefingBot.Tests.Ingestion;

public sealed class SourcesOptionsTests
{
    [Fact]
    public void Sources_are_read_as_they_are_written()
    {
        var file = Path.GetTempFileName();
        File.WriteAllText(file, """{"Ingestion": {"JobDays": 30, "Sources": [{"Name": "News", "Path": "/srv/news", "At": "06:30", "Labels": ["news", "daily"], "Groups": ["staff"], "DeleteWhenGone": true}, {"Name": "wire", "Url": " https://news.example/feed\n"}]}}""");
        var read = ConfigurationFile.Read(file);
        File.Delete(file);
        var faults = new List<string>();

        var sources = SourcesOptionsRules.SourcesOf(new ConfigurationBuilder().AddInMemoryCollection(read.Values).Build().GetSection(SourcesOptions.Section).Get<SourcesOptions>()!, faults);

        Assert.Empty(faults.Concat(KeyCheck.FaultsOf(read.Keys)));
        Assert.Equal([("News", "/srv/news", true, "daily at 06:30 UTC"), ("wire", "https://news.example/feed", false, "every 01:00:00")], sources.Select(source => (source.Name, source.Input, source.DeleteWhenGone, source.Schedule.Text)));
        Assert.Equal(["news", "daily", "staff"], [.. sources[0].Options.Labels, .. sources[0].Options.Groups]);
    }

    [Theory]
    [InlineData("Ingestion:Sources:0:Name is missing", "Path=/srv/news")]
    [InlineData("Ingestion:Sources:0:Name is \" \"", "Name= ", "Path=/srv/news")]
    [InlineData("Ingestion:Sources:0:Name is \"a/b\"", "Name=a/b", "Path=/srv/news")]
    [InlineData("Ingestion:Sources:0:Path is missing", "Name=news")]
    [InlineData("Path and Url are both given", "Name=news", "Path=/srv/news", "Url=https://news.example/")]
    [InlineData("Ingestion:Sources:0:Path is \"news\". Write the whole path", "Name=news", "Path=news")]
    [InlineData("Write it as Url", "Name=news", "Path=https://news.example/")]
    [InlineData("Ingestion:Sources:0:Url is no whole address", "Name=news", "Url=ftp://news.example/")]
    [InlineData("Ingestion:Sources:0:Url is no whole address", "Name=news", "Url=/srv/news")]
    [InlineData("Ingestion:Sources:0:Url is no whole address", "Name=news", "Url=https://me:secret@news.example/")]
    [InlineData("Ingestion:Sources:0:Every is \"00:00:10\"", "Name=news", "Path=/srv/news", "Every=00:00:10")]
    [InlineData("a label is blank", "Name=news", "Path=/srv/news", "Labels:0= ")]
    [InlineData("a group is blank", "Name=news", "Path=/srv/news", "Groups:0=")]
    public void A_source_that_cannot_be_loaded_is_told_with_its_key_and_the_remedy(string told, params string[] settings)
    {
        var message = FaultsOf(settings.Select(setting => $"0:{setting}"));

        Assert.Contains(told, message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_sources_of_one_name_are_told() =>
        Assert.Contains("Ingestion:Sources:1:Name is \"NEWS\"", FaultsOf(["0:Name=news", "0:Path=/srv/a", "1:Name=NEWS", "1:Path=/srv/b"]), StringComparison.Ordinal);

    [Theory]
    [InlineData("Ingestion:Sources:0:Name", "Value", true)]
    [InlineData("Ingestion:Sources:12:Labels:1", "Value", true)]
    [InlineData("Ingestion:Sources", "List", true)]
    [InlineData("Ingestion:Sources:0:Labels", "List", true)]
    [InlineData("Ingestion:Sources", "Value", false)]
    [InlineData("Ingestion:Sources:0", "Value", false)]
    [InlineData("Ingestion:Sources:0:Pth", "Value", false)]
    [InlineData("Ingestion:Sources:0:Labels", "Value", false)]
    [InlineData("Ingestion:Sources:0:Name:0", "Value", false)]
    [InlineData("Ingestion:Sources:news:Path", "Value", false)]
    public void Keys_of_sources_are_known_and_no_others_beside_them(string key, string form, bool isKnown)
    {
        var faults = KeyCheck.FaultsOf([new(key, key, "here", Enum.Parse<GivenForm>(form))]).ToArray();

        Assert.Equal(isKnown, faults.Length == 0);
        Assert.All(faults, fault => Assert.Contains("Ingestion:Sources:0:Path", fault, StringComparison.Ordinal));
    }

    private static string FaultsOf(IEnumerable<string> settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => setting.Split('=', 2)).Select(pair => KeyValuePair.Create($"Ingestion:Sources:{pair[0]}", (string?)pair[1]))).Build();
        return string.Join(' ', new SourcesOptionsRules().Validate(name: null, configuration.GetSection(SourcesOptions.Section).Get<SourcesOptions>()!).Failures ?? []);
    }
}
