using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using BriefingBot.Tests.Support;

namespace BriefingBot.Tests.Web;

public sealed class MessagesEndpointTests
{
    [Theory]
    [InlineData("", "empty")]
    [InlineData("  \n", "empty")]
    [InlineData("{", "not JSON")]
    [InlineData("{\"type\":\"message\",}", "not JSON")]
    [InlineData("null", "null instead of one activity")]
    [InlineData("[]", "array instead of one activity")]
    [InlineData("\"message\"", "string instead of one activity")]
    [InlineData("{}", "\"type\" is missing")]
    [InlineData("{\"type\":\"  \"}", "\"type\" is missing")]
    [InlineData("{\"type\":null}", "\"type\" is missing")]
    [InlineData("{\"type\":{}}", "\"type\" has a value")]
    [InlineData("{\"type\":\"message\",\"timestamp\":\"yesterday\"}", "\"timestamp\" has a value")]
    [InlineData("{\"type\":\"message\",\"conversation\":\"abc\"}", "\"conversation\" has a value")]
    [InlineData("{\"type\":\"message\",\"entities\":{}}", "\"entities\" has a value")]
    [InlineData("{\"type\":\"message\",\"from\":[1]}", "\"from\" has a value")]
    [InlineData("{\"type\":\"message\"}", "\"conversation.id\" is missing")]
    [InlineData("{\"type\":\"message\",\"conversation\":{\"id\":\"c\"}}", "\"serviceUrl\" is missing")]
    [InlineData("{\"type\":\"message\",\"conversation\":{\"id\":\"c\"},\"serviceUrl\":\"/v3\"}", "\"serviceUrl\" is missing")]
    [InlineData("{\"type\":\"message\",\"conversation\":{\"id\":\"c\"},\"serviceUrl\":\"urn:botframework:websocket\"}", "\"serviceUrl\" is missing")]
    [InlineData("{\"type\":\"message\",\"conversation\":{\"id\":\"c\"},\"serviceUrl\":\"http://127.0.0.1@example.org/\"}", "\"serviceUrl\" is missing")]
    public async Task Malformed_activity_is_400_with_what_is_wrong(string body, string expected)
    {
        await using var host = await BotHost.StartAsync();

        using var response = await host.PostAsync(body);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        Assert.Contains(expected, await DetailOf(response));
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    public async Task Wrong_content_type_is_400_with_the_right_one(string contentType)
    {
        await using var host = await BotHost.StartAsync();

        using var response = await host.PostAsync(host.Activity.Teams("Who won?").ToJsonString(), contentType);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("application/json", await DetailOf(response));
        Assert.Empty(host.Asked);
    }

    [Fact]
    public async Task Body_that_is_not_UTF_8_is_400()
    {
        await using var host = await BotHost.StartAsync();
        using var content = new ByteArrayContent([.. "{\"type\":\"message\",\"text\":\""u8, 0xFF, .. "\"}"u8]);
        content.Headers.ContentType = new("application/json");

        using var response = await host.Client.PostAsync("/api/messages", content, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("UTF-8", await DetailOf(response));
    }

    [Fact]
    public async Task Byte_order_mark_is_taken()
    {
        await using var host = await BotHost.StartAsync();

        using var response = await host.PostAsync("\uFEFF" + host.Activity.Teams("Who won?").ToJsonString());

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Single(host.Asked);
    }

    [Fact]
    public async Task Members_nested_without_end_are_400()
    {
        await using var host = await BotHost.StartAsync();
        var nested = string.Concat(Enumerable.Repeat("{\"a\":", 20_000)) + "1" + new string('}', 20_000);

        using var response = await host.PostAsync("{\"type\":\"message\",\"conversation\":{\"id\":\"c\",\"more\":" + nested + "}}");

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Body_over_256_KB_is_413(bool saysItsLength)
    {
        await using var host = await BotHost.StartAsync();
        var bytes = Encoding.UTF8.GetBytes(host.Activity.Teams(new string('a', 256 * 1024)).ToJsonString());
        using HttpContent content = saysItsLength ? new ByteArrayContent(bytes) : new StreamContent(new Unmeasured(bytes));
        content.Headers.ContentType = new("application/json");

        using var response = await host.Client.PostAsync("/api/messages", content, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Contains("256 KB", await DetailOf(response));
    }

    [Fact]
    public async Task Get_is_not_allowed()
    {
        await using var host = await BotHost.StartAsync();

        using var response = await host.Client.GetAsync("/api/messages", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Bearer")]
    [InlineData("Bearer ")]
    [InlineData("Bearer abc")]
    [InlineData("Bearer a.b.c")]
    [InlineData("Bearer ..")]
    [InlineData("Bearer e30.W10.c2ln")]
    [InlineData("Bearer eyJhbGciOiJIUzI1NiJ9.bm90IGpzb24.c2ln")]
    [InlineData("Basic dXNlcjpwYXNz")]
    public async Task With_a_registration_a_request_without_a_readable_token_is_401(string? header)
    {
        await using var host = await BotHost.StartAsync(settings: new()
        {
            ["MicrosoftAppId"] = "8d1b0f1e-5f0f-4c55-9a5f-0d6cbb3a6b0e",
            ["MicrosoftAppType"] = "MultiTenant",
            ["MicrosoftAppPassword"] = "secret",
        });
        if (header is not null)
        {
            host.Client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", header);
        }

        using var response = await host.PostAsync(host.Activity.Teams("Who won?"));

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal("Bearer", response.Headers.WwwAuthenticate.ToString());
        Assert.Empty(host.Asked);
        Assert.Equal(0, host.Connector.Requests);
    }

    [Fact]
    public async Task Without_a_registration_a_token_is_not_looked_at()
    {
        await using var host = await BotHost.StartAsync();
        host.Client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", "Bearer a.b.c");

        Assert.Single(await host.SendAsync(host.Activity.Teams("Who won?")));
    }

    private static async Task<string> DetailOf(HttpResponseMessage response) =>
        (string?)JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!["detail"] ?? "";

    private sealed class Unmeasured(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }

    [Fact]
    public async Task Body_that_does_not_come_is_not_waited_for_without_end()
    {
        await using var host = await BotHost.StartAsync();
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, host.Client.BaseAddress!.Port, TestContext.Current.CancellationToken);
        await client.GetStream().WriteAsync(
            "POST /api/messages HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{"u8.ToArray(), TestContext.Current.CancellationToken);

        using var reader = new StreamReader(client.GetStream());
        var status = reader.ReadLineAsync(TestContext.Current.CancellationToken).AsTask();
        while (!status.IsCompleted)
        {
            // Until the host has begun to wait, the time that passes is not its own.
            host.Time.Advance(TimeSpan.FromSeconds(31));
            await Task.WhenAny(status, Task.Delay(50, TestContext.Current.CancellationToken));
        }

        Assert.Equal("HTTP/1.1 408 Request Timeout", await status);
        Assert.Empty(host.Asked);
    }
}
