using System.IO.Compression;
using System.Text;
using System.Text.Json;

namespace BriefingBot.Cli;

/// <summary>What an app package says of the bot that it is for.</summary>
/// <param name="AppId">The bot's registration.</param>
/// <param name="Domain">The host that the bot is reached at.</param>
/// <param name="Name">What people see.</param>
/// <param name="Website">Where publisher, privacy and terms of use are told.</param>
internal sealed record TeamsApp(Guid AppId, string Domain, string Name, Uri Website);

/// <summary>The zip that Teams installs the bot from: the files of <c>deploy/teams</c>, which the program carries, with the app filled in. The same app gives the same bytes.</summary>
internal static class TeamsPackage
{
    // At the root of the zip, which Teams demands.
    private static readonly string[] Files = ["manifest.json", "de.json", "color.png", "outline.png"];

    // The earliest that a zip can say; when a package was made is nothing of it.
    private static readonly DateTimeOffset Made = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static byte[] Of(TeamsApp app)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var file in Files)
            {
                // Uncompressed: what a compressor makes of the same bytes changes with its version.
                var entry = zip.CreateEntry(file, CompressionLevel.NoCompression);
                entry.LastWriteTime = Made;
                using var stream = entry.Open();
                stream.Write(file.EndsWith(".json", StringComparison.Ordinal) ? Filled(Carried(file), app) : Carried(file));
            }
        }

        return bytes.ToArray();
    }

    private static byte[] Filled(byte[] template, TeamsApp app) => Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(template)
        .Replace("{{appId}}", app.AppId.ToString("D"), StringComparison.Ordinal)
        .Replace("{{domain}}", app.Domain, StringComparison.Ordinal)
        .Replace("{{website}}", Escaped(app.Website.AbsoluteUri), StringComparison.Ordinal)
        .Replace("{{version}}", typeof(TeamsPackage).Assembly.GetName().Version!.ToString(3), StringComparison.Ordinal)
        .Replace("{{name}}", Escaped(app.Name), StringComparison.Ordinal));

    // Last of all the name, so that braces in it are a name's and no place to be filled.
    private static string Escaped(string text) => JsonEncodedText.Encode(text).ToString();

    private static byte[] Carried(string file)
    {
        using var stream = typeof(TeamsPackage).Assembly.GetManifestResourceStream($"teams/{file}")!;
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
