using System.Security.Cryptography;
using BriefingBot.Web.Access;
using Microsoft.Net.Http.Headers;

namespace BriefingBot.Web.Pages;

/// <summary>
/// What pages load: stylesheets and scripts. They travel in the assembly, and a path names its content, so a browser may keep it for good.
/// </summary>
internal sealed class PageFile
{
    private readonly byte[] _content;
    private readonly string _type;

    private PageFile(string path, byte[] content)
    {
        (Path, _content) = (path, content);
        _type = path.EndsWith(".css", StringComparison.Ordinal) ? "text/css; charset=utf-8" : "text/javascript; charset=utf-8";
    }

    public static PageFile Stylesheet { get; } = Of("pages.css");

    public static PageFile Copying { get; } = Of("copying.js");

    public static PageFile AdminStylesheet { get; } = Of("admin.css");

    /// <summary>The modules of the admins' page. They import each other by name, so all stand in a folder that names the content of all.</summary>
    public static IReadOnlyList<PageFile> AdminModules { get; } = InFolder("admin");

    public string Path { get; }

    /// <summary>The path of one of <see cref="AdminModules"/>.</summary>
    public static string AdminModule(string name) => AdminModules.Single(file => file.Path.EndsWith("/" + name, StringComparison.Ordinal)).Path;

    public void Map(WebApplication app) => app.MapMethods(Path, [HttpMethods.Get, HttpMethods.Head], (HttpResponse response) =>
    {
        response.Headers[HeaderNames.CacheControl] = "public, max-age=31536000, immutable";
        response.Headers[HeaderNames.XContentTypeOptions] = "nosniff";
        return Results.Bytes(_content, _type);
    }).WithMetadata(new OwnDoor());

    private static PageFile Of(string name)
    {
        var content = Read(name);
        return new($"/{System.IO.Path.GetFileNameWithoutExtension(name)}-{NameOf(content)}{System.IO.Path.GetExtension(name)}", content);
    }

    private static PageFile[] InFolder(string folder)
    {
        (string Name, byte[] Content)[] files = [.. typeof(PageFile).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(folder + "/", StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(name => (name[(folder.Length + 1)..], Read(name)))];
        var all = NameOf([.. files.SelectMany(file => file.Content)]);
        return [.. files.Select(file => new PageFile($"/{folder}-{all}/{file.Name}", file.Content))];
    }

    private static byte[] Read(string name)
    {
        using var resource = typeof(PageFile).Assembly.GetManifestResourceStream(name)!;
        using var content = new MemoryStream();
        resource.CopyTo(content);
        return content.ToArray();
    }

    private static string NameOf(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content))[..12];
}

internal static class PageFileMapping
{
    public static WebApplication MapPageFiles(this WebApplication app)
    {
        PageFile[] files = [PageFile.Stylesheet, PageFile.Copying, PageFile.AdminStylesheet, .. PageFile.AdminModules];
        foreach (var file in files)
        {
            file.Map(app);
        }

        return app;
    }
}
