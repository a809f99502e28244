using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Configuration;

namespace BriefingBot.Configuration;

/// <summary>The configuration's file: its values as the framework reads them, and each key with its line, for messages.</summary>
internal sealed record ConfigurationFile(IReadOnlyList<GivenKey> Keys, IReadOnlyList<KeyValuePair<string, string?>> Values)
{
    /// <exception cref="ConfigurationException">It cannot be read, or not as JSON.</exception>
    public static ConfigurationFile Read(string path)
    {
        if (Directory.Exists(path))
        {
            throw new ConfigurationException($"{path} is a folder, and the configuration is a file. Move it away, or name a file with {BriefingConfiguration.FileVariable}.");
        }

        try
        {
            // Reads the marks of UTF-8 and UTF-16, which editors on Windows write.
            var text = File.ReadAllText(path);
            if (string.IsNullOrWhiteSpace(text))
            {
                throw new ConfigurationException($"{path} is empty. Write {{}} or settings into it, or delete it.");
            }

            var json = Encoding.UTF8.GetBytes(text);
            var keys = new ConfigurationFileKeys(path, json).Read();
            using var stream = new MemoryStream(json);
            return new(keys, [.. new ConfigurationBuilder().AddJsonStream(stream).Build().AsEnumerable()]);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new ConfigurationException($"{path} cannot be read: {fault.Message} Give this user the right to read it, or move it away.", fault);
        }
        catch (Exception fault) when (fault is JsonException or FormatException or InvalidDataException)
        {
            throw ConfigurationFileKeys.NotJson(path, fault);
        }
    }
}
