using System.Diagnostics;
using System.Globalization;

namespace BriefingBot.EndToEnd.Clients;

/// <summary>
/// Which client did what, with its time: rows of a Markdown table, appended to the file that BRIEFING_CLIENT_TABLE names. <c>.ci/run</c>
/// prints them.
/// </summary>
internal static class ClientTable
{
    private static readonly Lock Gate = new();

    public const string JsSdk = "JavaScript SDK as a channel";
    public const string WebChat = "Web Chat in Chromium";
    public const string Cards = "Adaptive Cards' own library in Chromium";
    public const string Pages = "First page in Chromium";

    public static string DirectLineJs(bool webSocket) => webSocket ? "DirectLineJS by WebSocket" : "DirectLineJS by polling";

    /// <summary>Does it, and writes the row: passed, or failed with the fault going on.</summary>
    public static async Task ShowsAsync(string client, string feature, Func<Task> does)
    {
        var started = Stopwatch.GetTimestamp();
        var result = "failed";
        try
        {
            await does();
            result = "passed";
        }
        finally
        {
            Append(string.Create(
                CultureInfo.InvariantCulture, $"| {client} | {feature} | {result} | {Stopwatch.GetElapsedTime(started).TotalMilliseconds:F0} ms |"));
        }
    }

    private static void Append(string row)
    {
        if (Environment.GetEnvironmentVariable("BRIEFING_CLIENT_TABLE") is { Length: > 0 } file)
        {
            lock (Gate)
            {
                File.AppendAllText(file, $"{row}\n");
            }
        }
    }
}
