using System.ComponentModel;
using BriefingBot.Articles;
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
            ? AskedLines.ReadAsync(QuestionFile, "question", cancellation)
            : throw new WrongUseException($"There is no file {QuestionFile}; check the path after --questions.");
    }

    /// <inheritdoc cref="AskedLines.AnswerEachAsync"/>
    public Task<int> AnswerEachAsync(IAsyncEnumerable<AskedQuestion> questions, Func<AskedQuestion, Task> answer, Action<AskedQuestion, string> failed) =>
        AskedLines.AnswerEachAsync(questions, answer, failed, Json, counts: QuestionFile is not null);
}
