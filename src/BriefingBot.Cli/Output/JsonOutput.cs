using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using BriefingBot.Articles;

namespace BriefingBot.Cli.Output;

/// <summary>Writes the JSON lines of the contract in README.md to standard output.</summary>
internal static class JsonOutput
{
    // Readable UTF-8; the output goes to a script, never into an HTML page.
    private static readonly JsonSerializerOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower), new PublicationDateConverter() },
    };

    public static string Of<T>(T line) => JsonSerializer.Serialize(line, Options);

    public static void Write<T>(T line)
    {
        Console.Out.Write(Of(line) + "\n");
        Console.Out.Flush();
    }

    private sealed class PublicationDateConverter : JsonConverter<PublicationDate>
    {
        public override PublicationDate Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            throw new NotSupportedException("Lines are written here, not read.");

        public override void Write(Utf8JsonWriter writer, PublicationDate value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
    }
}
