using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;

namespace BriefingBot.Web.Pages;

/// <summary>
/// What pages load: the one stylesheet and the one script. They travel in the assembly, and a path names its content, so a browser may keep it
/// for good.
/// </summary>
internal sealed class PageFile
{
    private readonly byte[] _content;
    private readonly string _type;

    private PageFile(string name, string type)
    {
        using var resource = typeof(PageFile).Assembly.GetManifestResourceStream(name)!;
        using var content = new MemoryStream();
        resource.CopyTo(content);
        (_content, _type) = (content.ToArray(), type);
        Path = $"/{System.IO.Path.GetFileNameWithoutExtension(name)}-{Convert.ToHexStringLower(SHA256.HashData(_content))[..12]}{System.IO.Path.GetExtension(name)}";
    }

    public static PageFile Stylesheet { get; } = new("pages.css", "text/css; charset=utf-8");

    public static PageFile Copying { get; } = new("copying.js", "text/javascript; charset=utf-8");

    public string Path { get; }

    public void Map(WebApplication app) => app.MapMethods(Path, [HttpMethods.Get, HttpMethods.Head], (HttpResponse response) =>
    {
        response.Headers[HeaderNames.CacheControl] = "public, max-age=31536000, immutable";
        response.Headers[HeaderNames.XContentTypeOptions] = "nosniff";
        return Results.Bytes(_content, _type);
    });
}

internal static class PageFileMapping
{
    public static WebApplication MapPageFiles(this WebApplication app)
    {
        PageFile.Stylesheet.Map(app);
        PageFile.Copying.Map(app);
        return app;
    }
}
