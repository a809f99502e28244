using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Schema;
using Newtonsoft.Json;
using JsonException = System.Text.Json.JsonException;

namespace BriefingBot.Web.Bot;

/// <summary>What is wrong with a request, in words for whoever wrote the client.</summary>
internal sealed record ActivityFault(int Status, string Detail);

/// <summary>Reads one activity from a request's body. The SDK alone throws on some of these faults and is silent on the others.</summary>
internal static class ActivityBody
{
    /// <summary>Teams sends at most about 100 KB; the Connector takes 262,144 bytes.</summary>
    private const int MaxBytes = 256 * 1024;

    // 256 KB at the slowest that Kestrel lets a body come, 240 bytes a second, would hold a connection for a quarter of an hour.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Not under the request's token: a client that has sent everything and hangs up has asked its question.</summary>
    public static async Task<(Activity? Activity, ActivityFault? Fault)> ReadAsync(HttpRequest request, TimeProvider time)
    {
        if (!request.HasJsonContentType())
        {
            return Malformed($"The content type is \"{request.ContentType}\"; send application/json.");
        }

        byte[]? bytes;
        try
        {
            using var patience = new CancellationTokenSource(Patience, time);
            bytes = await ReadBytesAsync(request, patience.Token);
        }
        catch (OperationCanceledException)
        {
            return (null, new(StatusCodes.Status408RequestTimeout, $"The body did not come within {Patience.TotalSeconds} s."));
        }
        catch (Exception exception) when (exception is BadHttpRequestException or IOException)
        {
            return Malformed($"The body could not be read: {exception.Message}");
        }

        if (bytes is null)
        {
            return (null, new(StatusCodes.Status413PayloadTooLarge, $"The body is larger than {MaxBytes / 1024} KB, the most that an activity may have."));
        }

        if (FaultOfForm(bytes) is { } fault)
        {
            return Malformed(fault);
        }

        try
        {
            using var reader = new JsonTextReader(new StreamReader(new MemoryStream(bytes), Encoding.UTF8));
            var activity = HttpHelper.BotMessageSerializer.Deserialize<Activity>(reader)!;
            return FaultOf(activity) is { } missing ? Malformed(missing) : (activity, null);
        }
        catch (Exception exception) when (exception is Newtonsoft.Json.JsonException or FormatException or OverflowException or InvalidCastException)
        {
            var path = (exception as JsonSerializationException)?.Path ?? (exception as JsonReaderException)?.Path;
            return Malformed(string.IsNullOrEmpty(path) ? "A member has a value that an activity cannot have." : $"\"{path}\" has a value that an activity cannot have there.");
        }
    }

    private static (Activity?, ActivityFault) Malformed(string detail) => (null, new(StatusCodes.Status400BadRequest, detail));

    /// <summary>The whole body, or null when it is too large.</summary>
    private static async Task<byte[]?> ReadBytesAsync(HttpRequest request, CancellationToken cancellation)
    {
        if (request.ContentLength > MaxBytes)
        {
            return null;
        }

        using var body = new MemoryStream();
        var buffer = new byte[16 * 1024];
        while (await request.Body.ReadAsync(buffer, cancellation) is > 0 and var read)
        {
            body.Write(buffer, 0, read);
            if (body.Length > MaxBytes)
            {
                return null;
            }
        }

        return body.ToArray();
    }

    private static string? FaultOfForm(byte[] bytes)
    {
        var json = bytes.AsMemory(bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0);
        if (json.Span.Trim(" \t\r\n"u8).IsEmpty)
        {
            return "The body is empty; send one activity as JSON.";
        }

        if (!Utf8.IsValid(json.Span))
        {
            return "The body is not UTF-8.";
        }

        try
        {
            // Its limit of 64 levels also keeps deeply nested members away from the SDK, which copies them into replies by recursion.
            using var document = JsonDocument.Parse(json);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? null
                : $"The body is JSON, but {document.RootElement.ValueKind.ToString().ToLowerInvariant()} instead of one activity, an object.";
        }
        catch (JsonException exception)
        {
            return $"The body is not JSON: {exception.Message}";
        }
    }

    private static string? FaultOf(Activity activity) => activity switch
    {
        _ when string.IsNullOrWhiteSpace(activity.Type) => "\"type\" is missing; every activity names its type, such as \"message\".",
        _ when string.IsNullOrWhiteSpace(activity.Conversation?.Id) => "\"conversation.id\" is missing; replies could not be sent.",
        _ when !IsHttp(activity.ServiceUrl) => "\"serviceUrl\" is missing or not an absolute http or https address without a user's name; replies could not be sent.",
        _ => null,
    };

    private static bool IsHttp(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps) && uri.UserInfo.Length == 0;
}
