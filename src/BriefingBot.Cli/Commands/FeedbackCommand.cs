using System.ComponentModel;
using BriefingBot.Cli.Output;
using BriefingBot.Evaluation;
using BriefingBot.State;
using Microsoft.Extensions.DependencyInjection;
using Spectre.Console.Cli;

namespace BriefingBot.Cli.Commands;

/// <summary>What people said of answers: to read, to export, and as questions to measure by.</summary>
internal sealed class FeedbackCommand : AsyncCommand<FeedbackCommand.Settings>
{
    public override async Task<int> ExecuteAsync(CommandContext context, Settings settings, CancellationToken cancellationToken)
    {
        var meant = settings.Chosen(StoreSettings.Given(context, settings.Ids));
        await using var briefing = settings.OpenBriefing();
        var state = briefing.GetRequiredService<IStateStore>();
        Console.Error.WriteLine(Terminal.Safe($"State: {state.Location}"));

        // A file that is not there would be made by opening it.
        Feedback[] all = state.IsShared || File.Exists(state.Location) ? await briefing.GetRequiredService<FeedbackRecords>().ListAsync(cancellationToken).ToArrayAsync(cancellationToken) : [];
        if (meant.Ids.FirstOrDefault(id => !all.Any(feedback => feedback.ShortId == id)) is { } unknown)
        {
            Console.Error.WriteLine($"There is no feedback '{Terminal.Safe(unknown)}', or it was erased. See 'briefing feedback'.");
            return BriefingCommand.Failed;
        }

        Feedback[] chosen = [.. all.Where(meant.Admits).OrderByDescending(feedback => feedback.At).ThenBy(feedback => feedback.AnswerId, StringComparer.Ordinal)];
        if (settings.AsQuestions)
        {
            return await WriteQuestionsAsync(briefing.GetRequiredService<FeedbackQuestions>(), chosen, cancellationToken);
        }

        foreach (var feedback in chosen)
        {
            if (settings.Json)
            {
                JsonOutput.Write(FeedbackLine.Of(feedback));
            }
            else
            {
                Console.WriteLine(Terminal.Safe(FeedbackLine.Text(feedback)));
            }
        }

        Console.Error.WriteLine($"{chosen.Length:N0} of {all.Length:N0}: {Count(Reaction.Like):N0} up, {Count(Reaction.Dislike):N0} down, {Count(null):N0} with a comment alone");
        return BriefingCommand.Fine;

        int Count(Reaction? reaction) => chosen.Count(feedback => feedback.Reaction == reaction);
    }

    /// <summary>One line an answer, whoever said something of it: whoever measures asks it once. What was said last counts.</summary>
    private static async Task<int> WriteQuestionsAsync(FeedbackQuestions questions, IEnumerable<Feedback> chosen, CancellationToken cancellation)
    {
        var (labelled, without, passedOver) = (0, 0, 0);
        foreach (var feedback in chosen.DistinctBy(feedback => feedback.AnswerId))
        {
            if (await questions.OfAsync(feedback, cancellation) is not { } question)
            {
                passedOver++;
                continue;
            }

            JsonOutput.Write(LabelledLine.Of(question));
            _ = question.Answerable is null ? without++ : labelled++;
        }

        Console.Error.WriteLine($"{labelled:N0} questions with labels, {without:N0} without, for somebody to add them; {passedOver:N0} quotations that were checked are no questions.");
        return BriefingCommand.Fine;
    }

    internal enum Thumb
    {
        Any,
        Like,
        Dislike,
        None,
    }

    /// <summary>Which feedback is meant.</summary>
    internal sealed record Meant(string[] Ids, DateOnly? Since, DateOnly? Until, Thumb Reaction, string? Contains)
    {
        public bool Admits(Feedback feedback)
        {
            var day = DateOnly.FromDateTime(feedback.At.UtcDateTime);
            return (Ids.Length == 0 || Ids.Contains(feedback.ShortId, StringComparer.Ordinal))
                && !(day < Since) && !(day > Until)
                && (Reaction == Thumb.Any || Reaction == ThumbOf(feedback))
                && (Contains is null || FeedbackLine.OneLine($"{feedback.Question} {feedback.Comment}").Contains(Contains, StringComparison.OrdinalIgnoreCase));
        }

        private static Thumb ThumbOf(Feedback feedback) => feedback.Reaction switch
        {
            State.Reaction.Like => Thumb.Like,
            State.Reaction.Dislike => Thumb.Dislike,
            _ => Thumb.None,
        };
    }

    internal sealed class Settings : StoreSettings
    {
        [CommandArgument(0, "[ID]")]
        [Description("Only this feedback, by the id that the list shows. Several are taken.")]
        public string[] Ids { get; init; } = [];

        [CommandOption("--since <DAY>")]
        [Description("Only what was said on this day (UTC) or later (2026-03-01).")]
        public string? Since { get; init; }

        [CommandOption("--until <DAY>")]
        [Description("Only what was said on this day (UTC) or earlier.")]
        public string? Until { get; init; }

        [CommandOption("--reaction <THUMB>")]
        [Description("Only thumbs up (like), thumbs down (dislike) or comments without one (none). Default: any.")]
        public Thumb Reaction { get; init; }

        [CommandOption("--contains <TEXT>")]
        [Description("Only what has this text in its question or its comment, whatever its case.")]
        public string? Contains { get; init; }

        [CommandOption("--as-questions")]
        [Description("Write lines that 'briefing evaluate --questions' reads.")]
        public bool AsQuestions { get; init; }

        /// <summary>Throws <see cref="WrongUseException"/> when an option cannot be.</summary>
        public Meant Chosen(string[] ids)
        {
            var meant = new Meant(ids, DayOption.Read("--since", Since), DayOption.Read("--until", Until), Reaction, Contains);
            return Contains is not null && IsMissing(Contains) ? throw new WrongUseException("--contains needs a text.")
                : meant.Since > meant.Until ? throw new WrongUseException($"--since {Since} is after --until {Until}, so no feedback can be meant.")
                : meant;
        }
    }
}
