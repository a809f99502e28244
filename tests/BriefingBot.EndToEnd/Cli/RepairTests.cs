using BriefingBot.EndToEnd.Support;
using BriefingBot.Tests.Support;
using Qdrant.Client.Grpc;

namespace BriefingBot.EndToEnd.Cli;

public sealed class RepairTests : IDisposable
{
    private readonly Workspace _own = new();

    [Fact]
    public async Task Repair_has_a_line_for_what_was_mended_and_the_article_is_found_again()
    {
        await using var server = await QdrantServer.StartAsync();
        var qdrant = new Dictionary<string, string> { ["Qdrant__Endpoint"] = $"{server.Endpoint}" };
        (await _own.RunAsync(qdrant, "ingest", _own.Write("mill.txt", "The mill of Torvik has one wheel."))).Ended(0);
        LosePassages(server);

        var run = (await _own.RunAsync(qdrant, "repair", "--json")).Ended(0);

        run.Line.HasFields("articleId", "outcome", "what");
        Assert.Equal(("mill.txt", "mended", "its passages were missing and were made anew"), (run.Line.Text("articleId"), run.Line.Text("outcome"), run.Line.Text("what")));
        Assert.Contains("1 article was mended.", run.Error);
        Assert.Single((await _own.RunAsync(qdrant, "search", "mill", "--json")).Ended(0).Line.Objects("passages"));

        LosePassages(server);
        Assert.Equal("mended     mill.txt  its passages were missing and were made anew\n", System.Text.Encoding.UTF8.GetString((await _own.RunAsync(qdrant, "repair")).Ended(0).Output).ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task Repair_of_the_embedded_store_has_nothing_to_do()
    {
        (await _own.JsonAsync("ingest", _own.Write("mill.txt", "The mill of Torvik has one wheel."))).Ended(0);

        var run = (await _own.JsonAsync("repair")).Ended(0);

        Assert.Empty(run.Output);
        Assert.Contains("Nothing was to be mended.", run.Error);
    }

    public void Dispose() => _own.Dispose();

    private static void LosePassages(QdrantServer server)
    {
        var lost = new PointsIdsList();
        lost.Ids.AddRange(QdrantStore.Passages(server).Select(point => point.Id));
        Assert.NotEmpty(lost.Ids);
        server.Collection("briefing_passages").Delete(new() { Points = lost });
    }
}
