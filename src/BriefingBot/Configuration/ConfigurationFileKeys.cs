using System.Text.Json;

namespace BriefingBot.Configuration;

/// <summary>Reads the keys of the configuration's file with their lines, and refuses what the framework would take silently.</summary>
internal sealed class ConfigurationFileKeys(string path, byte[] json)
{
    private readonly List<GivenKey> _keys = [];
    private readonly Dictionary<string, int> _lines = new(StringComparer.OrdinalIgnoreCase);

    public IReadOnlyList<GivenKey> Read()
    {
        // Comments and trailing commas are taken, as by the framework's own reader.
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new ConfigurationException($"{path} holds no JSON object. Write settings as {{\"Storage\": {{\"DataDirectory\": \"…\"}}}}.");
        }

        ReadObject(ref reader, "");
        while (reader.Read())
        {
            // To the end, where more than one value is a fault.
        }

        return _keys;
    }

    public static ConfigurationException NotJson(string path, Exception fault)
    {
        // The framework counts lines from 0, and says so behind its words.
        var line = fault is JsonException { LineNumber: { } number } ? $", line {number + 1}," : "";
        var reason = fault.Message.Split(" LineNumber:")[0].TrimEnd('.');
        return new($"{path}{line} cannot be read as JSON: {reason}. Correct it, or move it away.", fault);
    }

    private void ReadObject(ref Utf8JsonReader reader, string prefix)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var key = prefix + reader.GetString();
            var line = LineOf(reader);
            reader.Read();
            var form = FormOf(reader);
            if (!_lines.TryAdd(key, line))
            {
                throw new ConfigurationException($"{path} has the key {key} twice, in lines {_lines[key]} and {line}. Leave one of them out.");
            }

            Add(key, line, form);
            if (form == GivenForm.Section)
            {
                ReadObject(ref reader, key + ":");
            }
            else if (form == GivenForm.List && KnownKeys.Lists.ContainsKey(key))
            {
                ReadList(ref reader, key);
            }
            else
            {
                reader.Skip();
            }
        }
    }

    private void ReadList(ref Utf8JsonReader reader, string list)
    {
        for (var number = 0; reader.Read() && reader.TokenType != JsonTokenType.EndArray; number++)
        {
            var (key, form) = ($"{list}:{number}", FormOf(reader));
            Add(key, LineOf(reader), form);
            if (form == GivenForm.Section)
            {
                ReadObject(ref reader, key + ":");
            }
            else
            {
                reader.Skip();
            }
        }
    }

    private void Add(string key, int line, GivenForm form) => _keys.Add(new(key, key, $"in {path}, line {line}", form));

    private int LineOf(in Utf8JsonReader reader) => 1 + json.AsSpan(0, (int)reader.TokenStartIndex).Count((byte)'\n');

    private static GivenForm FormOf(in Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.StartObject => GivenForm.Section,
        JsonTokenType.StartArray => GivenForm.List,
        _ => GivenForm.Value,
    };
}
