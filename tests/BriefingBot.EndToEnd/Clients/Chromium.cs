using BriefingBot.EndToEnd.Clients;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Chromium))]

namespace BriefingBot.EndToEnd.Clients;

/// <summary>One browser without a window for all tests that need one, started by the first of them.</summary>
public sealed class Chromium : IAsyncLifetime
{
    // Without them a browser looks for updates and asks its maker's servers; in a container as root it needs no sandbox.
    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-quic",
    ];

    private readonly SemaphoreSlim _gate = new(1);
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <summary>A browser of one person: nothing of another's is in it.</summary>
    internal async Task<Visit> VisitAsync(Sight sight)
    {
        var program = Needed.Chromium();
        await _gate.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            _playwright ??= await Playwright.CreateAsync();
            _browser ??= await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = program, Args = Arguments });
        }
        finally
        {
            _gate.Release();
        }

        var context = await _browser.NewContextAsync(new()
        {
            ViewportSize = new() { Width = sight.Width, Height = sight.Width < 600 ? 844 : 800 },
            ColorScheme = sight.Dark ? ColorScheme.Dark : ColorScheme.Light,
            JavaScriptEnabled = sight.Script,
            Locale = "en-GB",
            ReducedMotion = ReducedMotion.Reduce,
        });
        context.SetDefaultTimeout(30_000);
        return await Visit.StartAsync(context);
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.CloseAsync();
        }

        _playwright?.Dispose();
        _gate.Dispose();
    }
}

/// <summary>How somebody looks: at a phone's 390 or a desk's 1,280 pixels, by light or dark, with scripts or without.</summary>
internal sealed record Sight(int Width = 1280, bool Dark = false, bool Script = true)
{
    public override string ToString() => $"{Width}-{(Dark ? "dark" : "light")}";
}
