using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace BriefingBot.ScriptedModel;

/// <summary>The shapes of OpenAI's chat completions, whole and streamed, and of its errors.</summary>
internal static class Wire
{
    public static JsonObject Completion(ModelRequest request, string content, string finish = "stop") => new()
    {
        ["id"] = "chatcmpl-scripted",
        ["object"] = "chat.completion",
        ["created"] = 1_700_000_000,
        ["model"] = (string?)request.Body["model"] ?? "scripted",
        ["choices"] = new JsonArray(new JsonObject
        {
            ["index"] = 0,
            ["message"] = new JsonObject { ["role"] = "assistant", ["content"] = content, ["refusal"] = null },
            ["logprobs"] = null,
            ["finish_reason"] = finish,
        }),
        ["usage"] = Usage(request, content),
    };

    /// <summary>A call of the first function that was offered, or of one that was not.</summary>
    public static JsonObject Call(ModelRequest request, string query)
    {
        var completion = Completion(request, "", "tool_calls");
        var message = completion["choices"]![0]!["message"]!.AsObject();
        message["content"] = null;
        message["tool_calls"] = new JsonArray(new JsonObject
        {
            ["id"] = "call_1",
            ["type"] = "function",
            ["function"] = new JsonObject { ["name"] = request.Offered ?? "articles-search", ["arguments"] = new JsonObject { ["query"] = query }.ToJsonString() },
        });
        return completion;
    }

    public static IEnumerable<string> Chunks(ModelRequest request, string content, string finish = "stop")
    {
        yield return Chunk(new() { ["role"] = "assistant", ["content"] = "" }, null);
        for (var at = 0; at < content.Length; at += 40)
        {
            yield return Chunk(new() { ["content"] = content[at..Math.Min(content.Length, at + 40)] }, null);
        }

        yield return Chunk([], finish);
        if ((bool?)request.Body["stream_options"]?["include_usage"] == true)
        {
            var last = JsonNode.Parse(Chunk([], null))!.AsObject();
            (last["choices"], last["usage"]) = (new JsonArray(), Usage(request, content));
            yield return last.ToJsonString();
        }

        yield return "[DONE]";

        string Chunk(JsonObject delta, string? reason) => new JsonObject
        {
            ["id"] = "chatcmpl-scripted",
            ["object"] = "chat.completion.chunk",
            ["created"] = 1_700_000_000,
            ["model"] = (string?)request.Body["model"] ?? "scripted",
            ["choices"] = new JsonArray(new JsonObject { ["index"] = 0, ["delta"] = delta, ["logprobs"] = null, ["finish_reason"] = reason }),
        }.ToJsonString();
    }

    public static async Task ErrorAsync(HttpResponse response, int status, string message, string type, string? code)
    {
        response.StatusCode = status;
        response.ContentType = "application/json";
        var body = new JsonObject { ["error"] = new JsonObject { ["message"] = message, ["type"] = type, ["param"] = null, ["code"] = code } };
        await response.Body.WriteAsync(Encoding.UTF8.GetBytes(body.ToJsonString()), response.HttpContext.RequestAborted);
    }

    private static JsonObject Usage(ModelRequest request, string content)
    {
        var (sent, received) = (request.Body.ToJsonString().Length / 4, content.Length / 4);
        return new() { ["prompt_tokens"] = sent, ["completion_tokens"] = received, ["total_tokens"] = sent + received };
    }
}
