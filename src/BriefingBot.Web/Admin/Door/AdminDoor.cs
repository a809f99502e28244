using System.Globalization;
using BriefingBot.Embedding;
using BriefingBot.Indexing;
using BriefingBot.State;
using BriefingBot.Web.Access;

namespace BriefingBot.Web.Admin;

/// <summary>
/// The one door of everything that administers articles: a key or a token of Entra ID, whichever is configured; where neither is, being asked
/// from this computer. What is behind it and cannot be done for an outage is told here.
/// </summary>
internal sealed class AdminDoor(AdminKeys keys, EntraTokens tokens, WrongKeys wrong, ILogger<AdminDoor> log)
{
    private const string KeyHeader = "X-Api-Key";
    private const string Remedy =
        "Without Admin:ApiKeys or Admin:EntraTenant articles are administered from the bot's own computer only. "
        + "Ask from there, or make a key with 'briefing admin-key', put its hash into Admin:ApiKeys and bring the key.";

    private const string NeedsKey = $"Bring a key that Admin:ApiKeys knows, in the header {KeyHeader} or as 'Authorization: Bearer KEY'; 'briefing admin-key' makes one.";
    private const string NeedsToken = "Bring a token of Entra ID for Admin:EntraAudience as 'Authorization: Bearer TOKEN'.";

    private string Needed => string.Join(" ", new[] { keys.AreGiven ? NeedsKey : null, tokens.AreTaken ? NeedsToken : null }.OfType<string>());

    public async Task PassAsync(HttpContext context, RequestDelegate next)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<AdminOnly>() is null)
        {
            await next(context);
            return;
        }

        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.XContentTypeOptions = "nosniff";
        try
        {
            if (await RefusalOfAsync(context) is { } refusal)
            {
                await refusal.ExecuteAsync(context);
                return;
            }

            await next(context);
        }
        catch (BadRequestException fault) when (!context.Response.HasStarted)
        {
            await ApiProblem.Of(fault).ExecuteAsync(context);
        }
        catch (BadHttpRequestException fault) when (!context.Response.HasStarted)
        {
            await ApiProblem.Of(fault.StatusCode, "The request cannot be taken", $"{fault.Message.TrimEnd('.')}. Send it again, whole.").ExecuteAsync(context);
        }
        catch (Exception outage) when (outage is ArticleStoreException or StateStoreException or EmbeddingModelException or IOException && !context.Response.HasStarted && !context.RequestAborted.IsCancellationRequested)
        {
            log.LogError("A request of an admin failed: {Reason}", outage.Message);
            await ApiProblem.Of(StatusCodes.Status503ServiceUnavailable, "This cannot be done now", outage is IOException ? "The data directory could not be written. Look at the disk that Storage:DataDirectory is on, and send it again." : outage.Message).ExecuteAsync(context);
        }
    }

    /// <summary>Why somebody is not shown the page on which a key is given, with the remedy; null where they are. It has nothing of an article on it.</summary>
    public string? RefusalOfPage(HttpContext context) => keys.AreGiven || tokens.AreTaken ? null : LoopbackOnly.RefusalOf(context, Remedy);

    /// <summary>What is answered in the place of what was asked for; null where somebody is let in.</summary>
    private async Task<IResult?> RefusalOfAsync(HttpContext context)
    {
        if (!keys.AreGiven && !tokens.AreTaken)
        {
            context.Features.Set(Admitted.OfThisComputer);
            return (LoopbackOnly.RefusalOf(context, Remedy) ?? CrossSite.RefusalOf(context.Request)) is { } refusal ? Forbidden(refusal) : null;
        }

        var address = context.Connection.RemoteIpAddress;
        if (wrong.WaitOf(address) is { } wait)
        {
            context.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            return ApiProblem.Of(StatusCodes.Status429TooManyRequests, "Too many wrong keys", "Too many wrong keys came from this address. Wait for a minute, and check the key.");
        }

        if (CredentialOf(context.Request) is not { } credential)
        {
            return Unauthorized(context, $"The request brings no key. {Needed}");
        }

        return keys.OwnerOf(credential) is { } owner ? Admit(context, owner)
            : tokens.AreTaken && EntraTokens.IsOne(credential) ? await CheckTokenAsync(context, credential)
            : Wrong(context, $"The key is not one that is let in. {Needed}");
    }

    private async Task<IResult?> CheckTokenAsync(HttpContext context, string token)
    {
        EntraVerdict verdict;
        try
        {
            verdict = await tokens.CheckAsync(token, context.RequestAborted);
        }
        catch (Exception fault) when (fault is InvalidOperationException or IOException or HttpRequestException)
        {
            log.LogError("A token of Entra ID could not be checked: {Reason}", fault.Message);
            return ApiProblem.Of(StatusCodes.Status503ServiceUnavailable, "The token cannot be checked now", "The issuer's keys could not be fetched. Try again, and check Admin:EntraTenant and the way to login.microsoftonline.com.");
        }

        return verdict switch
        {
            { Who: null } => Wrong(context, $"The token has expired, or is not one for this bot. {Needed}"),
            { HasRole: false } => Forbidden("The token's owner has not the app role that Admin:EntraRole names. Assign it to them in Entra ID, under the enterprise application."),
            { Who: var who } => Admit(context, who),
        };
    }

    private static IResult? Admit(HttpContext context, string who)
    {
        context.Features.Set(new Admitted(who));
        return null;
    }

    private IResult Wrong(HttpContext context, string detail)
    {
        var address = context.Connection.RemoteIpAddress;
        log.LogWarning("A wrong admin key or token came from {Address}, the {Count}. within a minute", address, wrong.Add(address));
        return Unauthorized(context, detail);
    }

    private static IResult Unauthorized(HttpContext context, string detail)
    {
        context.Response.Headers.WWWAuthenticate = "Bearer";
        return ApiProblem.Of(StatusCodes.Status401Unauthorized, "Who asks is not known", detail);
    }

    private static IResult Forbidden(string detail) => ApiProblem.Of(StatusCodes.Status403Forbidden, "This is for the admins of the articles", detail);

    private static string? CredentialOf(HttpRequest request)
    {
        const string Scheme = "Bearer ";
        var header = request.Headers.Authorization.ToString();
        var given = request.Headers[KeyHeader] is [{ } key] ? key
            : header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? header[Scheme.Length..]
            : "";
        return string.IsNullOrWhiteSpace(given) ? null : given.Trim();
    }
}
