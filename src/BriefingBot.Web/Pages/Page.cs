using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace BriefingBot.Web.Pages;

/// <summary>
/// A page made of a Razor component, rendered whole before its first byte is sent. Nothing on it runs but a script of ours where there is one,
/// nothing comes from elsewhere, and nobody keeps a copy: a removed article is gone from caches as well.
/// </summary>
internal sealed class Page : IResult
{
    private const string ContentSecurityPolicy =
        "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private readonly Type _component;
    private readonly Dictionary<string, object?> _parameters;
    private readonly int _status;
    private readonly PageScript _script;

    private Page(Type component, Dictionary<string, object?> parameters, int status, PageScript script) =>
        (_component, _parameters, _status, _script) = (component, parameters, status, script);

    /// <param name="status">The response's status.</param>
    /// <param name="parameters">The component's parameters.</param>
    /// <param name="script">What a file of ours may do on it.</param>
    public static Page Of<TComponent>(int status, Dictionary<string, object?> parameters, PageScript script = PageScript.None)
        where TComponent : IComponent => new(typeof(TComponent), parameters, status, script);

    /// <summary>A page that only says something.</summary>
    public static Page Saying(int status, string title, string message) =>
        Of<Message>(status, new() { [nameof(Message.Title)] = title, [nameof(Message.Text)] = message });

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        await using var renderer = new HtmlRenderer(httpContext.RequestServices, httpContext.RequestServices.GetRequiredService<ILoggerFactory>());
        var html = await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync(_component, ParameterView.FromDictionary(_parameters))).ToHtmlString());

        var response = httpContext.Response;
        response.StatusCode = _status;
        response.ContentType = "text/html; charset=utf-8";
        response.Headers.ContentSecurityPolicy = _script switch
        {
            PageScript.Runs => $"{ContentSecurityPolicy}; script-src 'self'",
            PageScript.Asks => $"{ContentSecurityPolicy}; script-src 'self'; connect-src 'self'",
            _ => ContentSecurityPolicy,
        };
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers["Referrer-Policy"] = "no-referrer";
        response.Headers.CacheControl = "no-store";
        response.Headers["X-Robots-Tag"] = "noindex, nofollow";
        await response.WriteAsync(html, Encoding.UTF8, httpContext.RequestAborted);
    }
}

/// <summary>What a script of ours may do on a page.</summary>
internal enum PageScript
{
    /// <summary>There is none.</summary>
    None,

    /// <summary>Run.</summary>
    Runs,

    /// <summary>Run, and ask the bot.</summary>
    Asks,
}
