using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace BriefingBot.Web.Bot;

/// <summary>One kind of request that a channel waits for: a card's button, a search, a thumb.</summary>
internal interface IInvocation
{
    /// <summary>The activity's name, such as <c>adaptiveCard/action</c>.</summary>
    string Name { get; }

    /// <summary>What is answered. A request that cannot be understood is a response as well, never an exception.</summary>
    Task<InvokeResponse> AnswerAsync(ITurnContext<IInvokeActivity> turn, CancellationToken cancellation);
}
