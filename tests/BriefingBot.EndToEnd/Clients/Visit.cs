using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace BriefingBot.EndToEnd.Clients;

/// <summary>One page, and whatever went wrong in it: errors in its console, dialogs, requests to anywhere but this computer.</summary>
internal sealed class Visit : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly ConcurrentQueue<string> _faults = [];

    private Visit(IBrowserContext context, IPage page) => (_context, Page) = (context, page);

    public IPage Page { get; }

    public static async Task<Visit> StartAsync(IBrowserContext context)
    {
        var visit = new Visit(context, await context.NewPageAsync());
        visit.Page.Console += (_, message) => visit.Note(message.Type is "error" or "warning", $"{message.Type}: {message.Text}");
        visit.Page.PageError += (_, error) => visit.Note(true, error);
        visit.Page.Dialog += (_, dialog) =>
        {
            visit.Note(true, $"A dialog: {dialog.Message}");
            _ = dialog.DismissAsync();
        };
        context.Request += (_, request) => visit.Note(IsElsewhere(request.Url), $"A request to {request.Url}");
        return visit;
    }

    /// <summary>What went wrong so far and is not expected.</summary>
    public IReadOnlyList<string> Faults(params string[] expected) =>
        [.. _faults.Where(fault => !expected.Any(part => fault.Contains(part, StringComparison.Ordinal)))];

    public async Task<string> TextAsync(string selector) => (await Page.Locator(selector).InnerTextAsync()).Trim();

    public ValueTask DisposeAsync() => new(_context.CloseAsync());

    private static bool IsElsewhere(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is not ("data" or "blob" or "about" or "chrome-extension") && !uri.IsLoopback;

    private void Note(bool isFault, string fault)
    {
        if (isFault)
        {
            _faults.Enqueue(fault);
        }
    }
}
