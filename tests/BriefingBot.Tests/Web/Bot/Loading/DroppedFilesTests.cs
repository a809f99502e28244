using System.Text;
using System.Text.Json.Nodes;
using BriefingBot.Indexing;
using BriefingBot.Ingestion;
using BriefingBot.Tests.Support;
using Microsoft.Extensions.Options;

namespace BriefingBot.Tests.Web;

/// <summary>Files that people drop on the bot in Teams.</summary>
public sealed class DroppedFilesTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Files_of_an_admin_become_a_load_whose_end_is_told_and_are_quoted()
    {
        await using var files = LoadHost.Files();
        await using var host = await LoadHost.StartAsync(answers: true);

        var begun = Assert.Single(await host.SendAsync(host.Activity.Teams(null).Dropping(("flood.md", files.Link("/flood.md")), ("picture.png", files.Link("/picture.png")))));
        var job = Assert.Single(await host.Get<LoadJobs>().ListAsync(10, before: null, Cancellation));
        Assert.Equal($"I am loading 2 files: flood.md, picture.png. This is load {job.Id}: I shall say here what became of them, and then you can ask about them.", begun.Text);
        Assert.Equal(("Alex Example", true), (job.Who, job.IsUpload));
        Assert.Equal(["flood.md", "picture.png"], job.Inputs);

        var end = await host.EndAsync();
        Assert.StartsWith($"**Load {job.Id} is done.** Articles added: 1, not loaded: 1.\n\nNot loaded:\n\n- **picture.png**: it is a PNG image", end.Text.Replace("\\", "", StringComparison.Ordinal));
        Assert.Contains($"`briefing jobs show {job.Id}`", end.Text);
        await host.PassTimeUntilAsync(() => host.Connector.Messages[^1].Method == "PUT", step: 1);
        Assert.Contains(host.Connector.Messages, message => message.Method == "PUT" && message.Path.EndsWith(begun.Id, StringComparison.Ordinal) && message.Text.Contains("has ended", StringComparison.Ordinal));

        var answer = (await host.PassTimeUntilAsync(host.SendAsync(host.Activity.Teams("How many people has the flood in Orlen driven from their homes?"))))[^1];
        Assert.Contains("340 people", answer.Text);

        // The link was made for whoever has it: robots.txt is about what everybody may fetch, and nobody else is to have it.
        Assert.Equal(["/flood.md", "/picture.png"], files.Paths.Select(path => path.Split('?')[0]));
        Assert.DoesNotContain(host.Log, line => line.Contains(LoadHost.Secret, StringComparison.Ordinal) || line.Contains("flood.md", StringComparison.Ordinal));
        Assert.DoesNotContain(Directory.GetFiles(host.Get<IOptions<StorageOptions>>().Value.DataDirectory, "*", SearchOption.AllDirectories), file => ReadShared(file).Contains(LoadHost.Secret, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Strangers_and_groups_are_told_who_can_and_nothing_is_fetched()
    {
        await using var files = LoadHost.Files();
        await using var host = await LoadHost.StartAsync();
        (string?, JsonNode?) file = ("flood.md", files.Link("/flood.md"));
        JsonObject[] messages =
        [
            host.Activity.Teams(null).ByStranger().Dropping(file),
            SomeActivity.With(host.Activity.Teams(null).Dropping(file), "from", new JsonObject { ["id"] = "29:user-1", ["name"] = "Alex Example" }),
            host.Activity.TeamsChannel("<at>Briefing</at>").Dropping(file),
            host.Activity.TeamsChannel("<at>Briefing</at>", scope: "groupChat").Dropping(file),
        ];
        foreach (var message in messages)
        {
            Assert.StartsWith("I load files for the bot's administrators alone, in a personal chat with me", (await host.SendAsync(message))[^1].Said.Replace("\\", "", StringComparison.Ordinal));
        }

        // What they ask beside it is answered, as ever.
        await host.SendAsync(host.Activity.Teams("What does the report say of the dam").ByStranger().Dropping(file));
        Assert.Equal("What does the report say of the dam", Assert.Single(host.Asked).Text);

        // Other channels' clients name whatever kind of attachment they like.
        var elsewhere = SomeActivity.With(host.Activity.Teams(null).Dropping(file), "channelId", "directline");
        Assert.StartsWith("I can read text only", (await host.SendAsync(elsewhere))[^1].Said);
        Assert.Equal(0, files.Connections);
        Assert.Empty(await host.Get<LoadJobs>().ListAsync(10, before: null, Cancellation));
    }

    [Fact]
    public async Task Where_nobody_may_drop_files_everybody_is_told_so()
    {
        await using var files = LoadHost.Files();
        await using var host = await LoadHost.StartAsync(admins: null);

        Assert.StartsWith("Files cannot be loaded in a chat here", Assert.Single(await host.SendAsync(host.Activity.Teams(null).Dropping(("flood.md", files.Link("/flood.md"))))).Text);
        Assert.StartsWith("Im Chat können hier keine Dateien geladen werden", (await host.SendAsync(SomeActivity.With(host.Activity.Teams(null).Dropping(("flood.md", files.Link("/flood.md"))), "locale", "de-DE")))[^1].Text);
        Assert.Equal(0, files.Connections);
    }

    [Fact]
    public async Task Beside_a_file_questions_are_answered_remarks_are_not_and_what_is_edited_is_not_loaded_again()
    {
        await using var files = LoadHost.Files();
        await using var host = await LoadHost.StartAsync(runsLoads: false);
        (string?, JsonNode?) file = ("flood.md", files.Link("/flood.md"));

        await host.SendAsync(host.Activity.Teams("the report of this week").Dropping(file));
        Assert.Empty(host.Asked);
        await host.SendAsync(host.Activity.Teams("What do we know of the dam?").Dropping(file));
        Assert.Equal("What do we know of the dam?", Assert.Single(host.Asked).Text);
        Assert.Equal(2, files.Requests.Count);

        var edited = SomeActivity.With(host.Activity.Teams("What do we know of the flood?").Dropping(file), "type", "messageUpdate");
        await host.SendAsync(SomeActivity.With(edited, "channelData", new JsonObject { ["eventType"] = "editMessage" }));
        Assert.Equal((2, 2), (host.Asked.Count, files.Requests.Count));
    }

    [Fact]
    public async Task Links_that_lead_inside_and_files_that_cannot_be_had_are_refused_with_their_reasons()
    {
        await using var files = LoadHost.Files();
        await using var host = await LoadHost.StartAsync();
        (string? Name, JsonNode? Link, string Reason)[] dropped =
        [
            ("secret.txt", "https://169.254.169.254/latest", "169.254.169.254 leads to where a cloud tells a machine its secrets"),
            ("moved.txt", files.Link("/to-secrets"), "its link leads to 169.254.169.254 by http"),
            ("moved-by-https.txt", files.Link("/to-secrets-by-https"), "169.254.169.254 leads to where a cloud tells a machine its secrets"),
            ("plain.txt", "http://files.example/plain.txt", "its link leads to files.example by http"),
            ("private.txt", "https://10.0.0.7/private.txt", "10.0.0.7 leads to a private address"),
            ("old.txt", files.Link("/old.txt"), "its link has expired, or is not for this program (403). Send the file again"),
            ("sign-in.pdf", files.Link("/sign-in"), "its link leads to a web page and not to the file"),
            ("no-link.txt", null, "Teams gave no address"),
            ("number.txt", 7, "Teams gave no address"),
            ("of this computer.txt", "file:///etc/passwd", "Teams gave no address"),
            ("../../two\nlines.txt", "//valley.example", "Teams gave no address"),
            ("...", files.Link("/flood.md"), "nothing is left of its name"),
            (null, files.Link("/flood.md"), "nothing is left of its name"),
        ];

        // Ten of them are named in one message.
        foreach (var some in dropped.Chunk(7))
        {
            var told = host.Ends().Count;
            await host.SendAsync(host.Activity.Teams(null).Dropping([.. some.Select(file => (file.Name, file.Link))]));
            await host.PassTimeUntilAsync(() => host.Ends().Count > told, step: 1);
            var end = host.Ends()[^1].Text.Replace("\\", "", StringComparison.Ordinal);
            Assert.Matches(@"^\*\*Of load \S+ nothing was loaded\.\*\*", end);
            Assert.All(some, file => Assert.Contains($"**: {file.Reason}", end));
        }

        Assert.Contains("- **two_lines.txt**: ", host.Ends()[^1].Text.Replace("\\", "", StringComparison.Ordinal));
        Assert.Empty(await host.Get<LoadJobs>().ListAsync(10, before: null, Cancellation));
        Assert.Empty(host.Get<JobUploads>().Kept());
    }

    [Fact]
    public async Task A_thousand_files_at_once_are_told_to_be_too_many_and_odd_attachments_are_none()
    {
        await using var files = LoadHost.Files();
        await using var host = await LoadHost.StartAsync();

        var many = host.Activity.Teams(null);
        many["attachments"] = new JsonArray([.. Enumerable.Range(0, 1_000).Select(number => new JsonObject
        {
            ["contentType"] = "application/vnd.microsoft.teams.file.download.info", ["content"] = new JsonObject { ["downloadUrl"] = $"{files.At("/flood.md")}?{number}" }, ["name"] = $"{number}.md",
        })]);
        Assert.StartsWith("You dropped 1,000 files, and I take 25 at once, so I have loaded none.", Assert.Single(await host.SendAsync(many)).Text);

        var odd = host.Activity.Teams(null);
        odd["attachments"] = new JsonArray(null, new JsonObject(), new JsonObject { ["contentType"] = "image/*", ["contentUrl"] = $"{files.At("/picture.png")}" }, new JsonObject { ["contentType"] = "application/octet-stream", ["content"] = new string('x', 100_000) });
        Assert.StartsWith("I can read text only", (await host.SendAsync(odd))[^1].Text);
        Assert.Equal(0, files.Connections);
    }

    [Fact]
    public async Task Help_tells_of_files_whoever_may_drop_them_and_nobody_else()
    {
        await using var host = await LoadHost.StartAsync();

        Assert.Contains("drop files on me here", (await host.SendAsync(host.Activity.Teams("help")))[^1].Text);
        Assert.DoesNotContain("drop files", (await host.SendAsync(host.Activity.Teams("help").ByStranger()))[^1].Text);
        Assert.DoesNotContain("drop files", (await host.SendAsync(host.Activity.TeamsChannel("<at>Briefing</at> help")))[^1].Text);
    }

    private static string ReadShared(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var reader = new StreamReader(stream, Encoding.Latin1);
        return reader.ReadToEnd();
    }
}
