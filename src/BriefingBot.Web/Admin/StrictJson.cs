using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace BriefingBot.Web.Admin;

/// <summary>Reads a body of JSON strictly: what is misspelt, given twice or of another kind is told by its field and never passed over.</summary>
internal static class StrictJson
{
    // As for one article elsewhere, with room for what JSON writes as \u0000.
    private const int Longest = 96 * 1024 * 1024;

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        AllowDuplicateProperties = false,
        PropertyNameCaseInsensitive = false,
        NumberHandling = JsonNumberHandling.Strict,
    };

    /// <exception cref="BadRequestException">It is not what is taken here.</exception>
    public static async Task<T> ReadAsync<T>(HttpRequest request, CancellationToken cancellation)
    {
        BodyLimit.Set(request.HttpContext, Longest);
        var fields = string.Join(", ", typeof(T).GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.CanWrite).Select(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name)));
        try
        {
            return await JsonSerializer.DeserializeAsync<T>(request.Body, Options, cancellation) ?? throw new BadRequestException(null, $"The body is null. Send a JSON object with {fields}.");
        }
        catch (JsonException fault)
        {
            // The path is $.field, or $ alone.
            var field = fault.Path is { Length: > 2 } path ? path[2..] : null;
            throw new BadRequestException(
                field,
                field is null ? $"The body is not a JSON object that can be read: {Reason(fault)}. Its fields are {fields}." : $"The field '{field}' is not known, is given twice or has a value of another kind. The fields are {fields}; the documentation is at /openapi/v1.json.");
        }
        catch (BadHttpRequestException fault) when (fault.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            throw new BadRequestException(null, $"The body is larger than {Longest >> 20} MB. Send less at once.", fault.StatusCode);
        }
    }

    private static string Reason(JsonException fault) => fault.Message.Split(" Path:")[0].Split(" LineNumber:")[0].TrimEnd('.');
}
