using System.ComponentModel;
using Spectre.Console.Cli;

namespace BriefingBot.Cli.Commands;

/// <summary>What is asked: one question on the command line, or a file of them.</summary>
internal class QuestionSettings : AsOfSettings
{
    [CommandArgument(0, "[QUESTION]")]
    [Description("The question, in quotation marks.")]
    public string? Question { get; init; }

    [CommandOption("--questions <FILE>")]
    [Description("A file with a JSON object a line: id, question and, where it matters, asked (the day of asking). Answered in order, a line each.")]
    public string? QuestionFile { get; init; }

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
