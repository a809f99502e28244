using System.Text;
using System.Text.Json.Nodes;

namespace BriefingBot.EndToEnd.Clients.DirectLine;

/// <summary>What a person does in DirectLineJS.</summary>
internal sealed class Chat(DirectLineChannel channel, NodeScript client, bool webSocket)
{
    private int _number;

    public async Task ConnectAsync()
    {
        using var http = new HttpClient();
        using var generated = await http.PostAsync($"{channel.Domain}/tokens/generate", null, TestContext.Current.CancellationToken);
        var ticket = JsonNode.Parse(await generated.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
        var connected = await DoAsync("connect", new() { ["options"] = Options((string)ticket["token"]!) });
        Assert.Equal((string)ticket["conversationId"]!, (string)connected["conversation"]!);
    }

    public async Task<string> AskAsync(string question)
    {
        await PostAsync(new() { ["text"] = question });
        return await ReplyAsync();
    }

    /// <summary>The text of the bot's next message.</summary>
    public async Task<string> ReplyAsync() => (string)(await HearAsync())["text"]!;

    /// <summary>The bot's next message.</summary>
    public async Task<JsonObject> HearAsync() => (await DoAsync("reply"))["activity"]!.AsObject();

    /// <summary>Sends a message that is no plain text, or an event; gives its id.</summary>
    public async Task<string> PostAsync(JsonObject activity)
    {
        (activity["type"], activity["from"]) = ((string?)activity["type"] ?? "message", new JsonObject { ["id"] = "reader", ["name"] = "Alex Example" });
        activity["channelData"] = new JsonObject { ["clientActivityID"] = $"client-{++_number}" };
        var id = (string)(await DoAsync("post", new() { ["activity"] = activity }))["id"]!;
        Assert.NotEqual("retry", id);
        return id;
    }

    /// <summary>Sends a file without a word; gives the reply, once the file has arrived whole.</summary>
    public async Task<string> UploadAsync()
    {
        var bytes = Encoding.UTF8.GetBytes("Ships and lamps – 🌾");
        var file = channel.Serve("lamps.txt", "text/plain", bytes);
        var id = await PostAsync(new() { ["attachments"] = new JsonArray(new JsonObject { ["contentType"] = "text/plain", ["contentUrl"] = file, ["name"] = "lamps.txt" }) });
        var reply = await ReplyAsync();

        var heard = Assert.Single(await ActivitiesAsync(), activity => (string?)activity!["id"] == id)!;
        var attachment = Assert.Single(heard["attachments"]!.AsArray())!;
        Assert.Equal("lamps.txt", (string?)attachment["name"]);
        Assert.NotEqual(file, (string?)attachment["contentUrl"]);
        using var http = new HttpClient();
        Assert.Equal(bytes, await http.GetByteArrayAsync((string)attachment["contentUrl"]!, TestContext.Current.CancellationToken));
        return reply;
    }

    public async Task RefreshAsync()
    {
        Assert.True((bool)(await DoAsync("refresh"))["changed"]!);
        Assert.Contains("word for word", await AskAsync("help"));
    }

    /// <summary>Connects anew where the client had been; gives the ids of what it had had by then.</summary>
    public async Task<IReadOnlySet<string>> ReconnectAsync()
    {
        var before = await DoAsync("look");
        var had = before["activities"]!.AsArray().Select(activity => (string)activity!["id"]!).ToHashSet();
        await DoAsync("leave");
        var options = Options((string)before["token"]!);
        (options["conversationId"], options["watermark"]) = ((string)before["conversation"]!, (string)before["watermark"]!);
        await DoAsync("connect", new() { ["options"] = options });
        return had;
    }

    public async Task<JsonArray> ActivitiesAsync() => (await DoAsync("look"))["activities"]!.AsArray();

    public async Task<string> ConversationAsync() => (string)(await DoAsync("look"))["conversation"]!;

    /// <summary>Ends it; gives why the client then sends nothing.</summary>
    public async Task<string> EndAsync() => (string)(await DoAsync("end"))["refused"]!;

    public async Task EndedByServiceAsync()
    {
        channel.End(await ConversationAsync());
        Assert.Equal("Ended", (string?)(await DoAsync("status", new() { ["is"] = "Ended" }))["statuses"]!.AsArray()[^1]);
    }

    private JsonObject Options(string token) =>
        new() { ["domain"] = channel.Domain, ["token"] = token, ["webSocket"] = webSocket, ["pollingInterval"] = 200 };

    private Task<JsonObject> DoAsync(string command, JsonObject? with = null)
    {
        var line = with ?? [];
        line["does"] = command;
        return client.DoAsync(line);
    }
}
