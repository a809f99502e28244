using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace BriefingBot.Web.Bot;

/// <summary>Something that people write to the bot and that is no question.</summary>
internal interface ICommand
{
    /// <summary>Whether the text is it.</summary>
    /// <param name="text">What was written, without the mention that called the bot.</param>
    bool Takes(string text);

    /// <summary>Does it and says so.</summary>
    Task AnswerAsync(string text, ITurnContext<IMessageActivity> turn, CancellationToken cancellation);
}
