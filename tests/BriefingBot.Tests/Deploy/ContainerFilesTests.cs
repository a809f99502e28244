using System.Text.RegularExpressions;
using BriefingBot.Configuration;
using BriefingBot.Tests.Support;

namespace BriefingBot.Tests.Deploy;

/// <summary>What can be told of the container files without a container engine.</summary>
public sealed partial class ContainerFilesTests
{
    private static readonly string Compose = File.ReadAllText(RepositoryFile.Find("deploy/compose.yaml"));
    private static readonly string Dockerfile = File.ReadAllText(RepositoryFile.Find("deploy/Dockerfile"));

    [Fact]
    public void Every_setting_of_ours_means_something()
    {
        string[] set = [.. Setting().Matches(Compose + Dockerfile).Select(match => match.Groups["key"].Value)];
        Assert.Contains("Qdrant__Endpoint", set);
        Assert.Contains("Storage__DataDirectory", set);
        Assert.All(set, key => Assert.Contains(key.Replace("__", ":", StringComparison.Ordinal), KnownKeys.All));
    }

    [Fact]
    public void Images_are_pinned_to_versions()
    {
        string[] images = [.. Image().Matches(Compose + Dockerfile + File.ReadAllText(RepositoryFile.Find(".github/workflows/qdrant.yml"))).Select(match => match.Groups["image"].Value)];
        Assert.Equal(5, images.Length);
        Assert.All(images, image => Assert.Matches(@":v?\d+\.\d+(\.\d+)?$", image));
        Assert.Equal("qdrant/qdrant:v1.20.0", Assert.Single(images.Where(image => image.StartsWith("qdrant/", StringComparison.Ordinal)).Distinct()));
    }

    [Fact]
    public void Nothing_is_published_but_to_this_computer() =>
        Assert.All(Port().Matches(Compose).Select(match => match.Groups["port"].Value), port => Assert.StartsWith("127.0.0.1:", port, StringComparison.Ordinal));

    [Fact]
    public void What_is_copied_is_there_and_not_ignored()
    {
        var admitted = File.ReadAllLines(RepositoryFile.Find(".dockerignore")).Where(line => line.StartsWith('!')).Select(line => line[1..]).ToArray();
        string[] copied = [.. Copy().Matches(Dockerfile).SelectMany(match => match.Groups["from"].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries))];
        Assert.InRange(copied.Length, 9, int.MaxValue);
        Assert.All(copied, path =>
        {
            RepositoryFile.Find(path);
            Assert.Contains(admitted, entry => path.TrimEnd('/') == entry || path.StartsWith(entry + "/", StringComparison.Ordinal));
        });
    }

    [Fact]
    public void Image_builds_with_the_SDK_that_the_repository_asks_for() =>
        Assert.Contains($"sdk:{System.Text.Json.Nodes.JsonNode.Parse(File.ReadAllText(RepositoryFile.Find("global.json")))!["sdk"]!["version"]}", Dockerfile, StringComparison.Ordinal);

    [GeneratedRegex(@"\b(?<key>(?:Qdrant|Bot|Storage|Samples)__\w+|MicrosoftApp\w+)(?=[:=])")]
    private static partial Regex Setting();

    [GeneratedRegex(@"^\s*(?:FROM|image:)\s+(?<image>\S+)", RegexOptions.Multiline)]
    private static partial Regex Image();

    [GeneratedRegex(@"^\s*- ""(?<port>[\d.:]+)""", RegexOptions.Multiline)]
    private static partial Regex Port();

    [GeneratedRegex(@"^COPY (?!--from)(?<from>.+) \S+$", RegexOptions.Multiline)]
    private static partial Regex Copy();
}
