using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using BriefingBot.EndToEnd.Clients;
using BriefingBot.EndToEnd.Support;

namespace BriefingBot.EndToEnd.Cli;

public sealed class TeamsPackageTests : IDisposable
{
    private const string App = "8d1b0f1e-5f0f-4c55-9a5f-0d6cbb3a6b0e";
    private const string Host = "bot.valley.example";

    private readonly Workspace _own = new();

    [Fact]
    public async Task Package_has_manifest_translation_and_icons_at_its_root_filled_in_for_the_app()
    {
        var run = (await RunAsync("--app-id", App.ToUpperInvariant(), "--domain", "Bot.Valley.Example", "--name", "Valley \"News\" {{domain}}", "--json")).Ended(0);

        run.Line.HasFields("outcome", "file", "appId", "domain", "name", "bytes");
        Assert.Equal(("written", App, Host), (run.Line.Text("outcome"), run.Line.Text("appId"), run.Line.Text("domain")));
        var files = Open(run.Line.Text("file"));
        Assert.Equal(run.Line.Whole("bytes"), new FileInfo(run.Line.Text("file")).Length);
        Assert.Equal(["color.png", "de.json", "manifest.json", "outline.png"], files.Keys.Order(StringComparer.Ordinal));
        var manifest = JsonNode.Parse(files["manifest.json"])!;
        Assert.Equal((App, App, App), (manifest.Text("id"), manifest["bots"]![0]!.Text("botId"), manifest["composeExtensions"]![0]!.Text("botId")));
        Assert.Equal([Host], manifest["validDomains"]!.AsArray().Select(domain => (string?)domain));
        Assert.Equal(["personal", "team", "groupChat"], manifest["bots"]![0]!["scopes"]!.AsArray().Select(scope => (string?)scope));
        Assert.True((bool)manifest["bots"]![0]!["supportsFiles"]!);
        Assert.Equal($"https://{Host}/", manifest["developer"]!.Text("websiteUrl"));
        Assert.All([manifest["name"]!.Text("short"), JsonNode.Parse(files["de.json"])!.Text("name.short")], name => Assert.Equal("Valley \"News\" {{domain}}", name));
        var command = manifest["composeExtensions"]![0]!["commands"]![0]!;
        Assert.Equal(("searchQuery", "query", "query"), (command.Text("id"), command.Text("type"), command["parameters"]![0]!.Text("name")));
        Assert.Equal((192, 192), SizeOf(files["color.png"]));
        Assert.Equal((32, 32), SizeOf(files["outline.png"]));
    }

    [Fact]
    public async Task Everything_that_people_read_of_commands_is_translated_and_the_titles_are_what_German_help_tells_them_to_write()
    {
        (await RunAsync("--app-id", App, "--domain", Host, "--output", "app.zip")).Ended(0);
        var files = Open(Path.Combine(_own.Inputs, "app.zip"));
        var (manifest, german) = (JsonNode.Parse(files["manifest.json"])!, JsonNode.Parse(files["de.json"])!.AsObject());

        Assert.Equal(["hilfe", "quellen", "neues", "briefing zu", "woher stammt das?", "neues thema"], Translated("bots[0].commandLists[0].commands", manifest["bots"]![0]!["commandLists"]![0]!["commands"]!));
        Translated("composeExtensions[0].commands", manifest["composeExtensions"]![0]!["commands"]!);

        string[] Translated(string path, JsonNode commands) =>
        [
            .. commands.AsArray().Select((command, index) =>
            {
                string[] texts = ["title", "description"];
                Assert.All(texts, text => Assert.NotEqual(command!.Text(text), german.Text($"{path}[{index}].{text}")));
                return german.Text($"{path}[{index}].title");
            }),
        ];
    }

    [Fact]
    public async Task Same_app_gives_the_same_bytes()
    {
        (await RunAsync("--app-id", App, "--domain", Host, "--output", "one.zip")).Ended(0);
        (await RunAsync("--app-id", App, "--domain", Host, "--output", "two.zip")).Ended(0);

        Assert.Equal(await ReadAsync("one.zip"), await ReadAsync("two.zip"));
    }

    [Fact]
    public async Task File_that_is_there_is_replaced_with_force_alone()
    {
        _own.Write("app.zip", "somebody's");

        var refused = (await RunAsync("--app-id", App, "--domain", Host, "--output", "app.zip")).Ended(2);
        Assert.Equal("app.zip is there already. Name another file, or replace it with --force.\n", refused.Error);
        Assert.Equal("somebody's", Encoding.UTF8.GetString(await ReadAsync("app.zip")));

        (await RunAsync("--app-id", App, "--domain", Host, "--output", "app.zip", "--force")).Ended(0);
        Assert.Equal(4, Open(Path.Combine(_own.Inputs, "app.zip")).Count);
        Assert.Single(Directory.GetFiles(_own.Inputs));
    }

    [Theory]
    [InlineData("'teams-package' needs --app-id: the application (client) id", "--domain", Host)]
    [InlineData("'teams-package' needs --app-id", "--domain", Host, "--app-id")]
    [InlineData("--app-id my-bot is no application id. Copy the application (client) id, a GUID,", "--app-id", "my-bot", "--domain", Host)]
    [InlineData("--app-id 00000000-0000-0000-0000-000000000000 is no application id.", "--app-id", "00000000-0000-0000-0000-000000000000", "--domain", Host)]
    [InlineData("'teams-package' needs --domain: the host name", "--app-id", App)]
    [InlineData("--domain https://bot.valley.example is no host name. Write it alone", "--app-id", App, "--domain", "https://bot.valley.example")]
    [InlineData("--domain bot.valley.example:443 is no host name.", "--app-id", App, "--domain", "bot.valley.example:443")]
    [InlineData("--domain bot.valley.example/chat is no host name.", "--app-id", App, "--domain", "bot.valley.example/chat")]
    [InlineData("--domain *.valley.example is no host name.", "--app-id", App, "--domain", "*.valley.example")]
    [InlineData("--domain localhost is no host name.", "--app-id", App, "--domain", "localhost")]
    [InlineData("--domain 192.0.2.7 is no host name.", "--app-id", App, "--domain", "192.0.2.7")]
    [InlineData("--domain bot..example is no host name.", "--app-id", App, "--domain", "bot..example")]
    [InlineData("--domain bött.example is no host name.", "--app-id", App, "--domain", "bött.example")]
    [InlineData("--name The news of the whole long valley cannot be: Teams takes up to 30 characters", "--app-id", App, "--domain", Host, "--name", "The news of the whole long valley")]
    [InlineData("--name needs what people are to see.", "--app-id", App, "--domain", Host, "--name", " ")]
    [InlineData("--website http://valley.example is not an address that Teams takes", "--app-id", App, "--domain", Host, "--website", "http://valley.example")]
    [InlineData("There is no folder", "--app-id", App, "--domain", Host, "--output", "absent/app.zip")]
    [InlineData("--output needs the name of a file.", "--app-id", App, "--domain", Host, "--output", ".")]
    [InlineData("'teams-package' takes no 'extra'.", "--app-id", App, "--domain", Host, "--", "extra")]
    [InlineData("--domain is given twice.", "--app-id", App, "--domain", Host, "--domain", Host)]
    public async Task What_Teams_would_refuse_is_wrong_use_and_writes_nothing(string message, params string[] arguments)
    {
        var run = (await RunAsync(arguments)).Ended(2);

        Assert.StartsWith(message, run.Error);
        Assert.Empty(run.Output);
        Assert.Empty(Directory.GetFiles(_own.Inputs));
    }

    [Fact]
    public async Task Package_is_valid_by_the_published_schemas()
    {
        Needed.Package("@microsoft/app-manifest");
        (await RunAsync("--app-id", App, "--domain", Host, "--output", "app.zip")).Ended(0);
        var files = Open(Path.Combine(_own.Inputs, "app.zip"));
        var (manifest, german) = (Encoding.UTF8.GetString(files["manifest.json"]), Encoding.UTF8.GetString(files["de.json"]));
        var version = JsonNode.Parse(manifest)!.Text("manifestVersion");

        Assert.Empty(await AppSchema.FaultsAsync(version, ("MicrosoftTeams", manifest), ("MicrosoftTeams.Localization", german)));

        // What checks nothing would find nothing.
        var broken = manifest.Replace("\"searchQuery\"", "7", StringComparison.Ordinal);
        Assert.Equal("MicrosoftTeams: /composeExtensions/0/commands/0/id must be string", Assert.Single(await AppSchema.FaultsAsync(version, ("MicrosoftTeams", broken))));
    }

    public void Dispose() => _own.Dispose();

    private static Dictionary<string, byte[]> Open(string file)
    {
        using var zip = ZipFile.OpenRead(file);
        return zip.Entries.ToDictionary(entry => entry.FullName, entry =>
        {
            using var stream = entry.Open();
            using var bytes = new MemoryStream();
            stream.CopyTo(bytes);
            return bytes.ToArray();
        });
    }

    // A PNG says its size behind its signature and the head of its first chunk.
    private static (int Width, int Height) SizeOf(byte[] png) => (BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20)));

    private Task<Run> RunAsync(params string[] arguments) => _own.RunAsync(["teams-package", .. arguments]);

    private Task<byte[]> ReadAsync(string name) => File.ReadAllBytesAsync(Path.Combine(_own.Inputs, name), TestContext.Current.CancellationToken);
}
