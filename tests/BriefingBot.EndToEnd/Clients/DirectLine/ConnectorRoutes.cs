using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace BriefingBot.EndToEnd.Clients.DirectLine;

/// <summary>The bot's side of the service, as Bot Framework's Connector has it.</summary>
internal static class ConnectorRoutes
{
    public static void MapConnector(this IEndpointRouteBuilder app, DirectLineChannel channel)
    {
        var conversation = app.MapGroup("/v3/conversations/{id}").AddEndpointFilter(async (context, next) =>
            channel.Find((string)context.HttpContext.Request.RouteValues["id"]!) is null ? Results.NotFound() : await next(context));
        conversation.MapPost("/activities", SayAsync);
        conversation.MapPost("/activities/{activity}", SayAsync);
        conversation.MapPut("/activities/{activity}", async (string id, string activity, HttpRequest request) =>
            channel.Find(id)!.Replace(Uri.UnescapeDataString(activity), await ReadAsync(request)) ? Results.Ok(new { id = activity }) : Results.NotFound());
        conversation.MapDelete("/activities/{activity}", (string id, string activity) =>
            channel.Find(id)!.Replace(Uri.UnescapeDataString(activity), null) ? Results.Ok() : Results.NotFound());
        conversation.MapGet("/members", () => Results.Ok(new[] { new { id = "user" }, new { id = "bot" } }));

        async Task<IResult> SayAsync(string id, HttpRequest request) =>
            Results.Ok(new { id = (string)channel.Find(id)!.Add(await ReadAsync(request))["id"]! });
    }

    private static async Task<JsonObject> ReadAsync(HttpRequest request) => (await JsonNode.ParseAsync(request.Body))!.AsObject();
}
