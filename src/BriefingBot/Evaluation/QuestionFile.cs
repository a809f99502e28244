using System.Collections.Immutable;
using System.Text.Json;
using BriefingBot.Answering;
using BriefingBot.Articles;
using BriefingBot.Ingestion;

namespace BriefingBot.Evaluation;

/// <summary>
/// Reads labelled questions, a JSON object a line: <c>{id?, question, asked?, answerable?, articles?, spans?, answers?, quotes?}</c>, a span as
/// <c>["article id", start, end]</c>. Other fields are passed over.
/// </summary>
public static class QuestionFile
{
    /// <summary>The first <paramref name="limit"/> questions, or all, in the file's order.</summary>
    /// <exception cref="QuestionFileException">The file has no question, or a line of it cannot be read or asked.</exception>
    public static async Task<ImmutableArray<LabelledQuestion>> ReadAsync(string file, int? limit, CancellationToken cancellation)
    {
        var questions = ImmutableArray.CreateBuilder<LabelledQuestion>();
        await using var stream = File.OpenRead(file);
        await foreach (var line in JsonLines.ReadAsync(stream, cancellation))
        {
            if (questions.Count == limit)
            {
                break;
            }

            questions.Add(Read(line, $"Line {line.Number} of {file}"));
        }

        return questions.Count > 0
            ? questions.DrainToImmutable()
            : throw new QuestionFileException($"{file} has no question. Write a JSON object a line, with the field question.");
    }

    private static LabelledQuestion Read(JsonLine line, string place)
    {
        try
        {
            var json = JsonElement.Parse((line.Bytes ?? throw new QuestionFileException($"{place} is too long to be a question.")).Span);
            return json.ValueKind == JsonValueKind.Object
                ? new QuestionLine(json, place).Read(line.Number)
                : throw new QuestionFileException($"{place} is not a JSON object with the field question.");
        }
        catch (JsonException fault)
        {
            throw new QuestionFileException($"{place} is not JSON. Correct it, or take it out.", fault);
        }
        catch (InvalidOperationException fault)
        {
            throw new QuestionFileException($"{place} holds half of a surrogate pair, as \"\\ud800\" is; write the whole character, or \"\\ufffd\" in its place.", fault);
        }
    }

    private sealed class QuestionLine(JsonElement json, string place)
    {
        public LabelledQuestion Read(int number)
        {
            var question = new LabelledQuestion(Id() ?? $"{number}", Text("question") ?? throw Wrong("has no field question with a text"))
            {
                Line = number,
                Asked = Asked(),
                Answerable = Answerable(),
                Articles = Texts("articles"),
                Spans = [.. List("spans").Select(Span)],
                Words = [.. Texts("answers"), .. Texts("quotes")],
            };
            try
            {
                QuestionException.ThrowIfUnanswerable(question.Text);
            }
            catch (QuestionException fault)
            {
                throw new QuestionFileException($"{place} cannot be asked. {fault.Message}", fault);
            }

            return question;
        }

        private string? Id() => Field("id") is { ValueKind: JsonValueKind.Number } number ? number.GetRawText() : Text("id");

        private DateOnly? Asked() => Text("asked") is not { } asked ? null
            : PublicationDate.TryParse(asked, out var day) ? day.Day
            : throw Wrong("has a day of asking that cannot be read; write it as 2026-03-01");

        private bool? Answerable() => Field("answerable") is not { } answerable ? null
            : answerable.ValueKind is JsonValueKind.True or JsonValueKind.False ? answerable.GetBoolean()
            : throw Wrong("has the field answerable, which is neither true nor false");

        private ImmutableArray<string> Texts(string name) => [.. List(name).Select(item => item.ValueKind == JsonValueKind.String
            ? item.GetString()!
            : throw Wrong($"has the field {name}, which is not a list of texts"))];

        private GoldSpan Span(JsonElement span) =>
            span.ValueKind == JsonValueKind.Array && span.GetArrayLength() == 3 && span[0].ValueKind == JsonValueKind.String
                && Position(span[1]) is { } start && Position(span[2]) is { } end && start < end
                ? new(span[0].GetString()!, new(start, end))
                : throw Wrong("has a span that cannot be read; write it as [\"article id\", start, end], the end behind the start");

        private static int? Position(JsonElement item) => item.ValueKind == JsonValueKind.Number && item.TryGetInt32(out var position) && position >= 0 ? position : null;

        private string? Text(string name) => Field(name) is not { } field ? null
            : field.ValueKind == JsonValueKind.String ? field.GetString()
            : throw Wrong($"has the field {name}, which is not a text");

        private JsonElement[] List(string name) => Field(name) is not { } field ? []
            : field.ValueKind == JsonValueKind.Array ? [.. field.EnumerateArray()]
            : throw Wrong($"has the field {name}, which is not a list");

        private JsonElement? Field(string name) => json.TryGetProperty(name, out var field) && field.ValueKind != JsonValueKind.Null ? field : null;

        private QuestionFileException Wrong(string what) => new($"{place} {what}.");
    }
}

/// <summary>A file of labelled questions that cannot be used. The message names file, line and remedy.</summary>
public sealed class QuestionFileException(string message, Exception? cause = null) : Exception(message, cause);
