using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;

namespace BriefingBot.Web.Pages;

/// <summary>The one stylesheet. It travels in the assembly, and its path names its content, so a browser may keep it for good.</summary>
internal static class Stylesheet
{
    private static readonly byte[] Content = Read();

    public static string Path { get; } = $"/pages-{Convert.ToHexStringLower(SHA256.HashData(Content))[..12]}.css";

    public static WebApplication MapStylesheet(this WebApplication app)
    {
        app.MapMethods(Path, [HttpMethods.Get, HttpMethods.Head], (HttpResponse response) =>
        {
            response.Headers[HeaderNames.CacheControl] = "public, max-age=31536000, immutable";
            response.Headers[HeaderNames.XContentTypeOptions] = "nosniff";
            return Results.Bytes(Content, "text/css; charset=utf-8");
        });
        return app;
    }

    private static byte[] Read()
    {
        using var resource = typeof(Stylesheet).Assembly.GetManifestResourceStream("pages.css")!;
        using var content = new MemoryStream();
        resource.CopyTo(content);
        return content.ToArray();
    }
}
