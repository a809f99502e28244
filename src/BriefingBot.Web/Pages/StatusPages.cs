using BriefingBot.Texts;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.Net.Http.Headers;

namespace BriefingBot.Web.Pages;

/// <summary>Gives a response without a body one: a page to browsers, problem details to programs.</summary>
internal static class StatusPages
{
    // A question of 10,000 characters is told its length; percent-encoded it has up to 9 bytes a code unit.
    private const int LongestAddress = 256 * 1024;

    public static WebApplicationBuilder AllowLongAddresses(this WebApplicationBuilder builder)
    {
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestLineSize = LongestAddress);
        return builder;
    }

    public static WebApplication UseStatusPages(this WebApplication app)
    {
        app.UseStatusCodePages(SayAsync);
        return app;
    }

    private static async Task SayAsync(StatusCodeContext context)
    {
        var http = context.HttpContext;
        var status = http.Response.StatusCode;
        if (status == StatusCodes.Status404NotFound && http.Request.Headers[HeaderNames.Accept].ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase))
        {
            await Page.Saying(status, ReaderText.Of("Page_NoSuch"), ReaderText.Of("Page_NoSuchWhy")).ExecuteAsync(http);
        }
        else
        {
            await Results.Problem(statusCode: status).ExecuteAsync(http);
        }
    }
}
