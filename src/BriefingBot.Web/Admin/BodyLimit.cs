using Microsoft.AspNetCore.Http.Features;

namespace BriefingBot.Web.Admin;

/// <summary>How much a request may bring, which the server's own limit would keep lower.</summary>
internal static class BodyLimit
{
    public static void Set(HttpContext context, long bytes)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } feature)
        {
            feature.MaxRequestBodySize = bytes;
        }
    }
}
