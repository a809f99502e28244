using System.Collections.Immutable;
using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using BriefingBot.Answering;
using BriefingBot.Articles;
using BriefingBot.Cli.Output;
using BriefingBot.Indexing;
using Spectre.Console.Cli;

namespace BriefingBot.Cli.Commands;

/// <summary>What is asked: one question on the command line, or a file of them.</summary>
internal class QuestionSettings : FilteredSettings
{
    [CommandArgument(0, "[QUESTION]")]
    [Description("The question, in quotation marks.")]
    public string? Question { get; init; }

    [CommandOption("--questions <FILE>")]
    [Description("A file with a JSON object a line: id, question and, where it matters, asked (the day of asking). Answered in order, a line each.")]
    public string? QuestionFile { get; init; }

    [CommandOption("--as-of <DAY>")]
    [Description("Answer as on this day: it is the day of asking, and only articles published on it or earlier are looked at, in their current versions.")]
    public string? AsOf { get; init; }

    /// <summary>The day of <c>--as-of</c>.</summary>
    public DateOnly? AsOfDay => Day("--as-of", AsOf);

    /// <summary>Which articles are asked: those of the options that were there on the day of <c>--as-of</c>.</summary>
    public ArticleFilter ToFilterAsOf()
    {
        var filter = ToFilter();
        return AsOfDay is not { } day ? filter
            : filter.Since > day ? throw new WrongUseException($"--since {Since} is after --as-of {AsOf}, so no article can be meant.")
            : filter.Until < day ? filter
            : filter with { Until = day };
    }

    /// <summary>Each question in order. A line that cannot be read comes with its error and, where it can be told, its id.</summary>
    public IAsyncEnumerable<AskedQuestion> ReadQuestionsAsync(CommandContext context, CancellationToken cancellation)
    {
        string[] questions = [.. Question is null ? Array.Empty<string>() : [Question], .. Verbatim(context)];
        if (QuestionFile is null)
        {
            return questions is [var only]
                ? new[] { new AskedQuestion(null, only, null, null) }.ToAsyncEnumerable()
                : throw new WrongUseException("Give one question, in quotation marks, or --questions FILE.");
        }

        if (questions.Length > 0)
        {
            throw new WrongUseException("Give a question or --questions FILE, not both.");
        }

        return File.Exists(QuestionFile)
            ? ReadFileAsync(QuestionFile, cancellation)
            : throw new WrongUseException($"There is no file {QuestionFile}; check the path after --questions.");
    }

    /// <summary>Answers each question; one that fails is said on standard error, given to <paramref name="failed"/>, and the rest goes on.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> AnswerEachAsync(IAsyncEnumerable<AskedQuestion> questions, Func<AskedQuestion, Task> answer, Action<AskedQuestion, string> failed)
    {
        var code = BriefingCommand.Fine;
        var done = 0;
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
                progress.Clear();
                Console.Error.WriteLine(fault.Message);
                if (Json)
                {
                    failed(asked, fault.Message);
                }
            }

            if (QuestionFile is not null)
            {
                progress.Show($"{++done:N0} questions");
            }
        }

        return code;
    }

    private static async IAsyncEnumerable<AskedQuestion> ReadFileAsync(string file, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var number = 0;
        await foreach (var line in File.ReadLinesAsync(file, cancellation))
        {
            number++;
            if (!string.IsNullOrWhiteSpace(line))
            {
                yield return ReadLine(line, $"line {number} of {file}");
            }
        }
    }

    private static AskedQuestion ReadLine(string line, string place)
    {
        JsonNode? id = null;
        try
        {
            var json = JsonElement.Parse(line);
            if (json.ValueKind != JsonValueKind.Object)
            {
                return new(null, "", null, $"{place} is not a JSON object with the field question.");
            }

            id = ReadId(json);
            return ReadQuestion(json, id, place);
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
    private static AskedQuestion ReadQuestion(JsonElement json, JsonNode? id, string place)
    {
        if (Field("question") is not { ValueKind: JsonValueKind.String } question)
        {
            return new(id, "", null, $"{place} has no field question with a text.");
        }

        if (!TryReadHistory(Field("history"), out var history))
        {
            return new(id, question.GetString()!, null, $"{place} has a history that is not a list of questions, as [\"Who won?\"] is.");
        }

        if (Field("asked") is not { ValueKind: not JsonValueKind.Null } asked)
        {
            return new(id, question.GetString()!, null, null) { History = history };
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
}

/// <summary>A question as it was asked, or why it could not be read.</summary>
internal sealed record AskedQuestion(JsonNode? Id, string Text, DateOnly? Asked, string? Error)
{
    /// <summary>What was asked before it, the last one at the end.</summary>
    public ImmutableArray<string> History { get; init; } = [];
}
