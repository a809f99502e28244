using System.Reflection;

namespace BriefingBot.EndToEnd.Clients;

/// <summary>What the clients need on a machine. A test that misses some of it skips, and says what to do.</summary>
internal static class Needed
{
    private static readonly string[] Browsers =
    [
        "/usr/bin/chromium", "/usr/bin/chromium-browser", "/snap/bin/chromium", "/usr/bin/google-chrome", "/usr/bin/microsoft-edge",
        "/Applications/Chromium.app/Contents/MacOS/Chromium", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
        @"C:\Program Files\Google\Chrome\Application\chrome.exe", @"C:\Program Files (x86)\Google\Chrome\Application\chrome.exe",
        @"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe", @"C:\Program Files\Microsoft\Edge\Application\msedge.exe",
    ];

    /// <summary>Where the scripts and their packages are.</summary>
    public static string Folder { get; } = Path.GetFullPath(
        typeof(Needed).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "Clients").Value!);

    /// <summary>Node itself, with the packages that the scripts use.</summary>
    public static string Node()
    {
        var name = OperatingSystem.IsWindows() ? "node.exe" : "node";
        var node = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);
        Assert.SkipWhen(node is null, "Node.js is not on the PATH. Install Node.js 20 or later, then run npm ci in tests/BriefingBot.EndToEnd/Clients.");
        Package("botbuilder");
        return node!;
    }

    /// <summary>The folder of an installed package.</summary>
    public static string Package(string name)
    {
        var folder = Path.Combine(Folder, "node_modules", name);
        Assert.SkipUnless(Directory.Exists(folder), "The clients are not installed. Run npm ci --ignore-scripts in tests/BriefingBot.EndToEnd/Clients.");
        return folder;
    }

    /// <summary>A Chromium, Chrome or Edge; the environment variable BRIEFING_CHROMIUM chooses another.</summary>
    public static string Chromium()
    {
        if (Environment.GetEnvironmentVariable("BRIEFING_CHROMIUM") is { Length: > 0 } chosen)
        {
            Assert.True(File.Exists(chosen), $"BRIEFING_CHROMIUM names {chosen}, which is no file.");
            return chosen;
        }

        var browser = Browsers.FirstOrDefault(File.Exists);
        Assert.SkipWhen(browser is null, "There is no Chromium, Chrome or Edge. Install one (Debian: apt-get install chromium), or name one in BRIEFING_CHROMIUM.");
        return browser!;
    }
}
