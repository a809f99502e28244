using System.Text.RegularExpressions;
using BriefingBot.Configuration;
using BriefingBot.Indexing;
using BriefingBot.Tests.Support;

namespace BriefingBot.Tests.Deploy;

/// <summary>What can be told of the container files without a container engine.</summary>
public sealed partial class ContainerFilesTests
{
    private static readonly string Compose = File.ReadAllText(RepositoryFile.Find("deploy/compose.yaml"));
    private static readonly string Dockerfile = File.ReadAllText(RepositoryFile.Find("deploy/Dockerfile"));
    private static readonly string Workflow = File.ReadAllText(RepositoryFile.Find(".github/workflows/qdrant.yml"));

    [Fact]
    public void Every_setting_means_something()
    {
        string[] set = [.. ComposeSettings(), .. Environment().Matches(Dockerfile).SelectMany(match => match.Groups["key"].Captures).Select(capture => capture.Value)];
        Assert.Contains("Qdrant__Endpoint", set);
        Assert.Contains("Storage__DataDirectory", set);
        Assert.All(
            set.Where(key => !key.StartsWith("QDRANT__", StringComparison.Ordinal) && !key.StartsWith("DOTNET_", StringComparison.Ordinal)),
            key => Assert.Contains(key.Replace("ASPNETCORE_", "", StringComparison.Ordinal).Replace("__", ":", StringComparison.Ordinal), KnownKeys.All));
    }

    [Fact]
    public void Bot_and_Qdrant_are_given_one_key_which_must_be_set()
    {
        string[] keys = [.. ApiKey().Matches(Compose).Select(match => match.Groups["value"].Value)];
        Assert.Equal(2, keys.Length);
        Assert.All(keys, key => Assert.StartsWith("${QDRANT_API_KEY:?", key, StringComparison.Ordinal));
    }

    [Fact]
    public void Images_are_pinned_to_versions()
    {
        string[] images = [.. Image().Matches(Compose + Dockerfile + Workflow).Select(match => match.Groups["image"].Value)];
        Assert.Equal(5, images.Length);
        Assert.All(images, image => Assert.Matches(@":v?\d+\.\d+\.\d+$", image));
        Assert.Equal("qdrant/qdrant:v1.20.0", Assert.Single(images.Where(image => image.StartsWith("qdrant/", StringComparison.Ordinal)).Distinct()));
    }

    [Fact]
    public void Bot_alone_is_published_and_to_this_computer() =>
        Assert.Equal("127.0.0.1:3978:8080", Assert.Single(Below("ports"), line => line.StartsWith('-')).Trim('-', ' ', '"'));

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

    // A job whose server never came up skips everything and passes: the summary's numbers tell, and colours would hide them.
    [Fact]
    public void Workflow_reads_a_summary_without_colours() =>
        Assert.Matches(@"dotnet test --no-ansi .* \| tee log\.txt[\s\S]*grep -qE '\^ \+skipped: 0\$' log\.txt", Workflow);

    [Theory]
    [InlineData("deploy/Dockerfile", "/health/live", 8080)]
    [InlineData("deploy/compose.yaml", "/readyz", 6333)]
    public void Health_is_asked_by_bash_alone(string file, string path, int port)
    {
        var check = Assert.Single(File.ReadAllLines(RepositoryFile.Find(file)), line => line.Contains("/dev/tcp/", StringComparison.Ordinal));
        Assert.Contains($"/dev/tcp/127.0.0.1/{port} ", check, StringComparison.Ordinal);
        Assert.Contains($"GET {path} HTTP/1.0", check, StringComparison.Ordinal);
    }

    [Fact]
    public void Page_backs_up_what_the_store_is_called()
    {
        var page = File.ReadAllText(RepositoryFile.Find("deploy/README.md"));
        var options = new QdrantOptions();
        Assert.Contains($"`{CollectionName.Articles(options.Collections)}`", page, StringComparison.Ordinal);
        Assert.Contains($"\"alias_name\": \"{CollectionName.Alias(options.Collections)}\"", page, StringComparison.Ordinal);
        var passages = CollectionName.Of(options.Collections, new("model", "analyzer", "splitter"), 1).Text;
        Assert.Contains($"leads to {passages[..passages.IndexOf("model", StringComparison.Ordinal)]}…", page, StringComparison.Ordinal);
    }

    private static IEnumerable<string> ComposeSettings() => Below("environment").Where(line => !line.StartsWith('#')).Select(line => line.Split(':')[0]);

    /// <summary>The lines that stand deeper than each line that is this key alone.</summary>
    private static IEnumerable<string> Below(string key)
    {
        var depth = -1;
        foreach (var line in Compose.Split('\n').Where(line => !string.IsNullOrWhiteSpace(line)))
        {
            var indent = line.Length - line.TrimStart().Length;
            if (depth >= 0 && indent > depth)
            {
                yield return line.Trim();
                continue;
            }

            depth = line.Trim() == key + ":" ? indent : -1;
        }
    }

    [GeneratedRegex(@"^ENV(?: (?<key>\w+)=\S+)+", RegexOptions.Multiline)]
    private static partial Regex Environment();

    [GeneratedRegex(@"ApiKey: (?<value>.+)$|API_KEY: (?<value>.+)$", RegexOptions.Multiline)]
    private static partial Regex ApiKey();

    [GeneratedRegex(@"^\s*(?:FROM|image:)\s+(?<image>\S+)", RegexOptions.Multiline)]
    private static partial Regex Image();

    [GeneratedRegex(@"^COPY (?!--from)(?<from>.+) \S+$", RegexOptions.Multiline)]
    private static partial Regex Copy();
}
