using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using BriefingBot.Answering;
using BriefingBot.Articles;
using BriefingBot.Cli.Output;
using BriefingBot.Indexing;

namespace BriefingBot.Cli.Commands;

/// <summary>Questions, or whatever else is looked up, from a file of one JSON object a line.</summary>
internal static class AskedLines
{
    /// <summary>Each line in order. One that cannot be read comes with its error and, where it can be told, its id.</summary>
    public static async IAsyncEnumerable<AskedQuestion> ReadAsync(string file, string field, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var number = 0;
        await foreach (var line in File.ReadLinesAsync(file, cancellation))
        {
            number++;
            if (!string.IsNullOrWhiteSpace(line))
            {
                yield return ReadLine(line, field, $"line {number} of {file}");
            }
        }
    }

    private static AskedQuestion ReadLine(string line, string field, string place)
    {
        JsonNode? id = null;
        try
        {
            var json = JsonElement.Parse(line);
            if (json.ValueKind != JsonValueKind.Object)
            {
                return new(null, "", null, $"{place} is not a JSON object with the field {field}.");
            }

            id = ReadId(json);
            return ReadQuestion(json, field, id, place);
        }
        catch (JsonException)
        {
            return new(null, "", null, $"{place} is not JSON.");
        }
        catch (InvalidOperationException)
        {
            return new(id, "", null, $"{place} holds half of a surrogate pair, as \"\\ud800\" is; write the whole character, or \"\\ufffd\" in its place.");
        }
    }

    /// <summary>The id, to be given back as it was given: a number stays one. Throws <see cref="InvalidOperationException"/> when it is not well-formed.</summary>
    private static JsonNode? ReadId(JsonElement json)
    {
        var id = json.TryGetProperty("id", out var given) ? JsonNode.Parse(given.GetRawText()) : null;
        _ = id?.ToJsonString();
        return id;
    }

    /// <summary>Throws <see cref="InvalidOperationException"/> when a text is not well-formed.</summary>
    private static AskedQuestion ReadQuestion(JsonElement json, string field, JsonNode? id, string place)
    {
        if (Field(field) is not { ValueKind: JsonValueKind.String } question)
        {
            return new(id, "", null, $"{place} has no field {field} with a text.");
        }

        if (!TryReadHistory(Field("history"), out var history))
        {
            return new(id, question.GetString()!, null, $"{place} has a history that is not a list of questions, as [\"Who won?\"] is.");
        }

        if (Field("asked") is not { ValueKind: not JsonValueKind.Null } asked)
        {
            return new(id, question.GetString()!, null, null) { Place = place, History = history };
        }

        return asked.ValueKind == JsonValueKind.String && PublicationDate.TryParse(asked.GetString(), out var day)
            ? new(id, question.GetString()!, day.Day, null) { History = history }
            : new(id, question.GetString()!, null, $"{place} has a day of asking that cannot be read; write it as 2026-03-01.");

        JsonElement? Field(string name) => json.TryGetProperty(name, out var value) ? value : null;
    }

    /// <summary>Throws <see cref="InvalidOperationException"/> when a text is not well-formed.</summary>
    private static bool TryReadHistory(JsonElement? given, out ImmutableArray<string> history)
    {
        history = [];
        if (given is not { ValueKind: not JsonValueKind.Null } list)
        {
            return true;
        }

        if (list.ValueKind != JsonValueKind.Array || list.EnumerateArray().Any(question => question.ValueKind != JsonValueKind.String))
        {
            return false;
        }

        history = [.. list.EnumerateArray().Select(question => question.GetString()!)];
        return history.All(question => !string.IsNullOrWhiteSpace(question));
    }

    /// <summary>Answers each line; one that fails is said on standard error with its line, counted in the end, given to <paramref name="failed"/>, and the rest goes on.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> AnswerEachAsync(
        IAsyncEnumerable<AskedQuestion> questions, Func<AskedQuestion, Task> answer, Action<AskedQuestion, string> failed, bool json, bool counts)
    {
        var code = BriefingCommand.Fine;
        var (done, failures) = (0, 0);
        using var progress = new ProgressLine();
        await foreach (var asked in questions)
        {
            try
            {
                await answer(asked.Error is null ? asked : throw new QuestionException(asked.Error));
            }
            catch (Exception fault) when (fault is QuestionException or DamagedArticleException)
            {
                code = BriefingCommand.Failed;
                failures++;
                progress.Clear();
                Console.Error.WriteLine(Terminal.Safe(asked is { Error: null, Place: { } place } ? $"{place}: {fault.Message}" : fault.Message));
                if (json)
                {
                    failed(asked, fault.Message);
                }
            }

            if (counts)
            {
                progress.Show($"{++done:N0} lines");
            }
        }

        progress.Clear();
        if (counts && failures > 0)
        {
            Console.Error.WriteLine($"{failures:N0} of {done:N0} lines failed.");
        }

        return code;
    }
}

/// <summary>A question as it was asked, or why it could not be read.</summary>
internal sealed record AskedQuestion(JsonNode? Id, string Text, DateOnly? Asked, string? Error)
{
    /// <summary>Its line and its file, for people; null where it is of no file.</summary>
    public string? Place { get; init; }

    /// <summary>What was asked before it, the last one at the end.</summary>
    public ImmutableArray<string> History { get; init; } = [];
}
