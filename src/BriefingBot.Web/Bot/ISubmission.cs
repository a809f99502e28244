using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;

namespace BriefingBot.Web.Bot;

/// <summary>A button of a card whose data comes as a message's value, on channels where a card cannot ask for an answer in its place.</summary>
internal interface ISubmission
{
    /// <summary>What the button's data has as <c>action</c>.</summary>
    string Action { get; }

    /// <summary>Does it and says so.</summary>
    Task AnswerAsync(JObject data, ITurnContext<IMessageActivity> turn, CancellationToken cancellation);
}
