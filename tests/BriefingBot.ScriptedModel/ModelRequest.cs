using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace BriefingBot.ScriptedModel;

/// <summary>What a request asks, as far as the last user message tells.</summary>
public sealed partial class ModelRequest
{
    private ModelRequest(string path, JsonObject body)
    {
        (Path, Body) = (path, body);
        Text = (string?)body["messages"]!.AsArray().Last(message => (string?)message!["role"] == "user")!["content"] ?? "";
        FunctionResults = [.. body["messages"]!.AsArray().Where(message => (string?)message!["role"] == "tool").Select(message => (string?)message!["content"] ?? "")];
        Sentences = [.. Numbered().Matches(string.Join('\n', FunctionResults.Prepend(Text))).Select(match => (int.Parse(match.Groups["number"].ValueSpan, provider: null), match.Groups["text"].Value))];
        Question = LineBehind("Question: ");
        Statement = LineBehind("Statement: ");
        FollowUp = LineBehind("Last question: ");
        Subject = LineBehind("Subject: ");
    }

    /// <summary>The path that was called.</summary>
    public string Path { get; }

    /// <summary>The whole request.</summary>
    public JsonObject Body { get; }

    /// <summary>The last user message.</summary>
    public string Text { get; }

    /// <summary>What the functions that it called returned, in order.</summary>
    public IReadOnlyList<string> FunctionResults { get; }

    /// <summary>The name of the first function that it is offered; null where there is none.</summary>
    public string? Offered => (string?)Body["tools"]?[0]?["function"]?["name"];

    /// <summary>The lines <c>[12] sentence</c> of the message and of those results.</summary>
    public IReadOnlyList<(int Number, string Text)> Sentences { get; }

    /// <summary>The line <c>Question: …</c>; null on a repair.</summary>
    public string? Question { get; }

    /// <summary>The line <c>Last question: …</c> of a follow-up to condense; else null.</summary>
    public string? FollowUp { get; }

    /// <summary>The line <c>Subject: …</c> of a briefing to sum up; else null.</summary>
    public string? Subject { get; }

    /// <summary>The line <c>Statement: …</c> of a repair; else null.</summary>
    public string? Statement { get; }

    /// <summary>Reads a request; what is wrong with it by the published API, if anything.</summary>
    public static (ModelRequest? Request, string? Fault) Read(string path, JsonNode? body)
    {
        var fault = body is not JsonObject json ? "The body is not a JSON object."
            : path.StartsWith("/openai/", StringComparison.Ordinal) || json["model"] is JsonValue ? FaultOf(json["messages"]) : "you must provide a model parameter";
        return fault is null ? (new(path, (JsonObject)body!), null) : (null, fault);
    }

    private static string? FaultOf(JsonNode? messages)
    {
        if (messages is not JsonArray { Count: > 0 } list)
        {
            return "[] is too short - 'messages'";
        }

        foreach (var message in list)
        {
            if ((string?)message?["role"] is not ("system" or "developer" or "user" or "assistant" or "tool") || (message["content"] is null && message["tool_calls"] is null))
            {
                return "Invalid value in 'messages': a role or a content is missing.";
            }
        }

        return list.Any(message => (string?)message!["role"] == "user") ? null : "No message of a user.";
    }

    private string? LineBehind(string label) => Text.Split('\n').LastOrDefault(line => line.StartsWith(label, StringComparison.Ordinal))?[label.Length..];

    [GeneratedRegex(@"^\[(?<number>[0-9]+)\] (?<text>.*)$", RegexOptions.Multiline)]
    private static partial Regex Numbered();
}
