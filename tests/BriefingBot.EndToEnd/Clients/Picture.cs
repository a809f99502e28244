using System.Buffers.Binary;
using Microsoft.Playwright;

namespace BriefingBot.EndToEnd.Clients;

/// <summary>What a browser shows, as a PNG in the folder that BRIEFING_PICTURES names; without one it is looked at and goes again.</summary>
internal static class Picture
{
    public static async Task TakeAsync(IPage page, string name, int width)
    {
        var folder = Environment.GetEnvironmentVariable("BRIEFING_PICTURES");
        var bytes = await page.ScreenshotAsync(new()
        {
            Path = string.IsNullOrEmpty(folder) ? null : Path.Combine(folder, $"{name}.png"),
            Animations = ScreenshotAnimations.Disabled,
            Caret = ScreenshotCaret.Hide,
        });

        // A PNG has its width in bytes 16 to 19. What is all of one colour packs to next to nothing.
        Assert.Equal("PNG"u8, bytes.AsSpan(1, 3));
        Assert.Equal(width, BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(16)));
        Assert.InRange(bytes.Length, 5_000, 400_000);
    }

    /// <summary>Of all that is in it, whatever its height.</summary>
    public static async Task TakeWholeAsync(IPage page, string name, int width)
    {
        await page.SetViewportSizeAsync(width, await page.EvaluateAsync<int>("Math.ceil(document.querySelector('main').getBoundingClientRect().height)"));
        await TakeAsync(page, name, width);
    }
}
