using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace BriefingBot.EndToEnd.Clients.DirectLine;

/// <summary>The client's side of the service, as DirectLineJS and Web Chat call it.</summary>
internal static class ClientRoutes
{
    private const int Hour = 3_600;

    public static void MapClients(this IEndpointRouteBuilder app, DirectLineChannel channel)
    {
        var clients = app.MapGroup("/v3/directline");
        clients.MapPost("/tokens/generate", () => Ticket(channel.Open(), channel, StatusCodes.Status200OK));
        clients.MapPost("/tokens/refresh", (HttpRequest request) => Entered(channel, request) is { } conversation
            ? Json(new() { ["conversationId"] = conversation.Id, ["token"] = conversation.RefreshToken(), ["expires_in"] = Hour })
            : Results.StatusCode(StatusCodes.Status403Forbidden));
        clients.MapPost("/conversations", async (HttpRequest request) =>
        {
            var conversation = Entered(channel, request) ?? channel.Open();
            await channel.AnnounceAsync(conversation);
            return Ticket(conversation, channel, StatusCodes.Status201Created);
        });

        var conversation = clients.MapGroup("/conversations/{id}").AddEndpointFilter(async (context, next) =>
            channel.Find((string)context.HttpContext.Request.RouteValues["id"]!) is not { } known ? Results.NotFound()
            : known != Entered(channel, context.HttpContext.Request) ? Results.StatusCode(StatusCodes.Status403Forbidden)
            : await next(context));
        conversation.MapGet("", (string id, string? watermark) => Ticket(channel.Find(id)!, channel, StatusCodes.Status200OK, watermark));
        conversation.MapGet("/activities", (string id, string? watermark) => Json(channel.Find(id)!.Since(Count(watermark)).Set));
        conversation.MapPost("/activities", async (string id, HttpRequest request) =>
            await SayAsync(channel, id, (await JsonNode.ParseAsync(request.Body))!.AsObject()));
        conversation.MapPost("/upload", UploadAsync);
        conversation.MapGet("/stream", (string id, string? watermark, HttpContext context) =>
        {
            channel.Streams++;
            return StreamAsync(channel.Find(id)!, Count(watermark), context);
        });

        async Task<IResult> UploadAsync(string id, HttpRequest request)
        {
            var form = await request.ReadFormAsync();
            using var template = form.Files.GetFile("activity")!.OpenReadStream();
            var activity = (await JsonNode.ParseAsync(template))!.AsObject();
            foreach (var (file, attachment) in form.Files.GetFiles("file").Zip(activity["attachments"]!.AsArray()))
            {
                using var bytes = new MemoryStream();
                await file.CopyToAsync(bytes);
                attachment!["contentUrl"] = channel.Serve($"{Guid.NewGuid():n}-{file.FileName}", file.ContentType, bytes.ToArray());
            }

            return await SayAsync(channel, id, activity);
        }
    }

    /// <summary>Whose token the request shows: in its header or, for a stream, in its address.</summary>
    private static DirectLineConversation? Entered(DirectLineChannel channel, HttpRequest request) =>
        channel.FindByToken(request.Query["t"].FirstOrDefault() ?? request.Headers.Authorization.ToString().Replace("Bearer ", "", StringComparison.Ordinal));

    private static async Task<IResult> SayAsync(DirectLineChannel channel, string id, JsonObject activity)
    {
        var conversation = channel.Find(id)!;
        var said = conversation.Add(activity);
        return await channel.TellAsync(conversation, said) ? Json(new() { ["id"] = (string)said["id"]! }) : Results.StatusCode(StatusCodes.Status502BadGateway);
    }

    private static IResult Ticket(DirectLineConversation conversation, DirectLineChannel channel, int status, string? watermark = null) => Json(new()
    {
        ["conversationId"] = conversation.Id,
        ["token"] = conversation.Token,
        ["expires_in"] = Hour,
        ["streamUrl"] = $"{channel.Domain.Replace("http:", "ws:", StringComparison.Ordinal)}/conversations/{conversation.Id}/stream?watermark={watermark}&t={conversation.Token}",
    }, status);

    private static IResult Json(JsonObject body, int status = StatusCodes.Status200OK) => Results.Text(body.ToJsonString(), "application/json", Encoding.UTF8, status);

    private static int Count(string? watermark) => int.TryParse(watermark, out var count) ? count : 0;

    /// <summary>Sends what is said, until the client closes or the host stops. What the client sends keeps the line alive and says nothing.</summary>
    private static async Task StreamAsync(DirectLineConversation conversation, int watermark, HttpContext context)
    {
        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        var closed = CloseAsync(socket);
        while (!closed.IsCompleted)
        {
            var (set, next, more) = conversation.Since(watermark);
            if (next > watermark)
            {
                await socket.SendAsync(Encoding.UTF8.GetBytes(set.ToJsonString()), WebSocketMessageType.Text, endOfMessage: true, context.RequestAborted);
                watermark = next;
            }

            await Task.WhenAny(more, closed);
        }
    }

    private static async Task CloseAsync(WebSocket socket)
    {
        var nothing = new byte[256];
        try
        {
            while ((await socket.ReceiveAsync(nothing, CancellationToken.None)).MessageType != WebSocketMessageType.Close)
            {
            }

            await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);
        }
        catch (WebSocketException)
        {
            // The client went without a word.
        }
    }
}
