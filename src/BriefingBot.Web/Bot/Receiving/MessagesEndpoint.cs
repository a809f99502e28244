using BriefingBot.Web.Access;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.IdentityModel.Tokens;

namespace BriefingBot.Web.Bot;

/// <summary>Takes one activity over HTTP: who sends it, what form it has, where its replies would go; then the turn.</summary>
internal static class MessagesEndpoint
{
    // What Microsoft.IdentityModel.Protocols throws then has no type of its own.
    private const string NoKeys = "IDX20803";

    public static async Task<IResult> PostAsync(HttpContext context, BriefingAdapter adapter, IBot bot, Protection protection, TimeProvider time, ILogger<BriefingAdapter> log)
    {
        // Without a registration there is nothing that a token could be checked against.
        var header = protection.ByTokens ? BearerHeader.Normalised(context.Request.Headers.Authorization.ToString()) : null;
        if (header is null && protection.ByTokens)
        {
            return Unauthorized(context, "The request carries no Authorization header with a Bot Framework token.");
        }

        var (activity, fault) = await ActivityBody.ReadAsync(context.Request, time);
        if (activity is null)
        {
            return Results.Problem(fault!.Detail, statusCode: fault.Status, title: "Not an activity that this bot can take");
        }

        if (protection.RefusalToReplyTo(new Uri(activity.ServiceUrl)) is { } refusal)
        {
            return Results.Problem(refusal, statusCode: StatusCodes.Status403Forbidden, title: "This bot does not reply to that service");
        }

        try
        {
            var response = await adapter.RunTurnAsync(header, activity, bot);
            await HttpHelper.WriteResponseAsync(context.Response, response);
            return Results.Empty;
        }
        catch (Exception exception) when (exception is SecurityTokenException or UnauthorizedAccessException)
        {
            // Not ArgumentException: it would hide faults of the configuration.
            log.LogWarning("Refused a token: {Reason}", exception.Message);
            return Unauthorized(context, "The request's token is not a valid Bot Framework token for this bot.");
        }
        catch (InvalidOperationException outage) when (outage.Message.StartsWith(NoKeys, StringComparison.Ordinal))
        {
            // Its own message has a stack trace in it.
            log.LogError("Tokens cannot be checked, because the keys for it cannot be fetched. {Reason}", outage.InnerException?.Message);
            return Results.Problem("The keys that tokens are checked with are out of reach at the moment. Send it again in a minute.", statusCode: StatusCodes.Status503ServiceUnavailable, title: "Tokens cannot be checked");
        }
    }

    private static IResult Unauthorized(HttpContext context, string detail)
    {
        context.Response.Headers.WWWAuthenticate = BearerHeader.Scheme;
        return Results.Problem(detail, statusCode: StatusCodes.Status401Unauthorized, title: "Not authenticated");
    }
}
