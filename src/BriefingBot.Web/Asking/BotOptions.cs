using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace BriefingBot.Web.Asking;

/// <summary>The section <c>Bot</c>.</summary>
internal sealed class BotOptions
{
    public const string Section = "Bot";

    /// <summary>How long one question may take. Teams hangs up after about 15 s; the answer is delivered all the same.</summary>
    [Range(1, 600)]
    public int AnswerTimeoutSeconds { get; init; } = 60;

    /// <summary>How long after the last question a next one may lean on it. Longer than a meeting; whoever comes back after lunch begins anew.</summary>
    [Range(1, 10_080)]
    public int ConversationMinutes { get; init; } = 60;

    /// <summary>How long an answer's buttons work and a thumb can be given to it.</summary>
    [Range(1, 3_650)]
    public int AnswerDays { get; init; } = 30;

    /// <summary>How long feedback is kept, with the question that it is about. Longer than an answer: it is read now and then, and becomes questions to measure by.</summary>
    [Range(1, 3_650)]
    public int FeedbackDays { get; init; } = 365;

    /// <summary>How many questions of chats are answered at once, by each instance. More at once make each slower on a few cores; a provider's model may take more.</summary>
    [Range(1, 100)]
    public int AnswersAtOnce { get; init; } = 4;

    /// <summary>How often new articles are looked for on behalf of those who watch a topic; 0: never, and nobody can.</summary>
    [Range(0, 1_440)]
    public int WatchMinutes { get; init; } = 1;

    /// <summary>How many messages a day one watch sends at most. What comes behind is told on the next day, together.</summary>
    [Range(1, 100)]
    public int WatchPostsADay { get; init; } = 5;

    /// <summary>How many watches one person may have.</summary>
    [Range(1, 1_000)]
    public int WatchesAPerson { get; init; } = 20;

    public TimeSpan AnswerTimeout => TimeSpan.FromSeconds(AnswerTimeoutSeconds);
}

[OptionsValidator]
internal sealed partial class BotOptionsValidator : IValidateOptions<BotOptions>;
