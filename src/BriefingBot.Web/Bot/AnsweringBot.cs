using System.Net;
using BriefingBot.Answering;
using BriefingBot.Articles;
using BriefingBot.Web.Asking;
using BriefingBot.Web.Samples;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;

namespace BriefingBot.Web.Bot;

/// <summary>One turn of conversation: a question is answered from the articles, everything else kindly.</summary>
internal sealed class AnsweringBot(
    AskArticles ask,
    CheckQuote check,
    BriefOn brief,
    OfferedQuestions offered,
    Exchange exchange,
    ButtonPresses presses,
    IEnumerable<ICommand> commands,
    UnknownCommand unknown,
    IEnumerable<IInvocation> invocations,
    FeedbackEvent thumbs,
    FileDrop drops,
    LeftConversations left,
    OnceOnlyKinds once,
    TimeProvider time,
    ILogger<AnsweringBot> log) : ActivityHandler
{
    public override Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default) =>
        IsFromBot(turnContext.Activity) ? Task.CompletedTask : base.OnTurnAsync(turnContext, cancellationToken);

    protected override async Task OnMessageActivityAsync(ITurnContext<IMessageActivity> turnContext, CancellationToken cancellationToken)
    {
        var activity = turnContext.Activity;
        if (!Addressee.IsBot(activity))
        {
            return;
        }

        AddressedReply.MentionAsker(turnContext);

        // Answers to expectReplies travel in the response: who sends it again has not had them.
        if (string.IsNullOrEmpty(activity.Id) || turnContext.Activity.DeliveryMode == DeliveryModes.ExpectReplies)
        {
            await AnswerAsync(turnContext, cancellationToken);
            return;
        }

        // An edited message keeps its id.
        var key = KeyHash.Of(activity.ChannelId, activity.Conversation.Id, activity.Id, activity.Text);
        if (!await once.Answered.TryBeginAsync(key, cancellationToken))
        {
            log.LogInformation("A channel sent an activity again; it was taken the first time");
            return;
        }

        try
        {
            await AnswerAsync(turnContext, cancellationToken);
        }
        finally
        {
            await once.Answered.EndAsync(key);
        }
    }

    /// <summary>Who corrects a question wants its answer. A message that is brought back after it was deleted has had one.</summary>
    protected override Task OnMessageUpdateActivityAsync(ITurnContext<IMessageUpdateActivity> turnContext, CancellationToken cancellationToken) =>
        turnContext.Activity.ChannelData is JObject data && data["eventType"] is JValue { Value: "undeleteMessage" }
            ? Task.CompletedTask
            : OnMessageActivityAsync(new DelegatingTurnContext<IMessageActivity>(turnContext), cancellationToken);

    protected override async Task OnConversationUpdateActivityAsync(
        ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken)
    {
        var activity = turnContext.Activity;
        if (activity.MembersRemoved is { Count: > 0 } removed)
        {
            await left.NoteAsync(activity, removed, cancellationToken);
        }

        var added = activity.MembersAdded?.Where(member => member is not null).ToList() ?? [];

        // In personal chats Teams announces the bot alone. In groups people come and go; only the bot's own arrival is its occasion.
        if (!added.Any(member => activity.Conversation.IsGroup != true || member.Id == activity.Recipient?.Id))
        {
            return;
        }

        var key = KeyHash.Of(activity.ChannelId, activity.Conversation.Id);
        if (await once.Welcomed.TryBeginAsync(key, cancellationToken))
        {
            await once.Welcomed.EndAsync(key);
            await WelcomeAsync(turnContext, cancellationToken);
        }
    }

    /// <summary>The SDK comes here also where the bot's new release takes the place of the old one ("remove-upgrade").</summary>
    protected override Task OnInstallationUpdateRemoveAsync(ITurnContext<IInstallationUpdateActivity> turnContext, CancellationToken cancellationToken) =>
        turnContext.Activity is { Action: "remove", Recipient: { } bot } ? left.NoteAsync(turnContext.Activity, [bot], cancellationToken) : Task.CompletedTask;

    protected override Task<InvokeResponse> OnInvokeActivityAsync(ITurnContext<IInvokeActivity> turnContext, CancellationToken cancellationToken) =>
        invocations.FirstOrDefault(invocation => invocation.Name == turnContext.Activity.Name) is { } known
            ? known.AnswerAsync(turnContext, cancellationToken)
            : Task.FromResult(new InvokeResponse { Status = (int)HttpStatusCode.NotImplemented });

    protected override Task OnEventActivityAsync(ITurnContext<IEventActivity> turnContext, CancellationToken cancellationToken) =>
        turnContext.Activity.Name == FeedbackEvent.Name && turnContext.Activity is Activity activity ? thumbs.TakeAsync(activity, cancellationToken) : Task.CompletedTask;

    internal static bool IsFromBot(Activity activity) =>
        activity.From is { } sender
        && (RoleTypes.Bot.Equals(sender.Role, StringComparison.OrdinalIgnoreCase) || (!string.IsNullOrEmpty(sender.Id) && sender.Id == activity.Recipient?.Id));

    // Teams repeats the text of every message as an HTML attachment.
    private static bool HasAttachment(IMessageActivity activity) =>
        activity.Attachments?.Any(attachment => attachment is not null && attachment.ContentType != "text/html") == true;

    private Task WelcomeAsync(ITurnContext turn, CancellationToken cancellation) =>
        offered.SayWithAsync(Addressee.IsGroup(turn.Activity) ? BotWords.WelcomeInGroup : BotWords.Welcome, turn, cancellation);

    /// <summary>A card's button, where it comes as a message.</summary>
    private async Task PressAsync(JObject value, ITurnContext<IMessageActivity> turn, CancellationToken cancellation)
    {
        var result = await presses.PressAsync(value, turn, cancellation);
        if (!result.IsSent)
        {
            var message = result.Card is { } card ? AnswerCards.AsMessage(card) : BotWords.Say(result.Sentence);
            FeedbackAsked.Again(message, ChannelAbilities.Of(turn.Activity), result.AnswerId);
            await turn.SendActivityAsync(message, cancellation);
        }
    }

    private async Task AnswerAsync(ITurnContext<IMessageActivity> turn, CancellationToken cancellation)
    {
        var text = AskedText.From(turn.Activity);
        if (turn.Activity.Value is JObject value && (text.Length == 0 || presses.Are(value)))
        {
            await PressAsync(value, turn, cancellation);
            return;
        }

        if (await drops.TakeAsync(turn, cancellation) is not { } drop)
        {
            await AnswerAsync(text, turn, cancellation);
            return;
        }

        try
        {
            // Beside files that are loaded, what is neither a question nor a command is said of them.
            if (text.Length > 0 && (!drop.AreLoaded || text.EndsWith('?') || commands.Any(command => command.Takes(text))))
            {
                await AnswerAsync(text, turn, cancellation);
            }
        }
        finally
        {
            await drop.Fetching;
        }
    }

    private async Task AnswerAsync(string text, ITurnContext<IMessageActivity> turn, CancellationToken cancellation)
    {
        var hasForgotten = true;
        if (NewTopic.Begins(text, out var rest))
        {
            hasForgotten = await exchange.BeginNewTopicAsync(turn.Activity, cancellation);
            text = rest.Length > 0 ? rest : NewTopic.Words;
        }

        // Before anything looks for its meaning in it.
        if (text.Length > Question.MaxLength)
        {
            await turn.SendActivityAsync(BotWords.Say(AskingWords.TooLong(text.Length)), cancellation);
            return;
        }

        if (commands.FirstOrDefault(command => command.Takes(text)) is { } taken)
        {
            await taken.AnswerAsync(text, turn, cancellation);
            return;
        }

        if (SmallTalk.Greets(text))
        {
            await WelcomeAsync(turn, cancellation);
            return;
        }

        var reply = text switch
        {
            "" when HasAttachment(turn.Activity) => BotWords.Say(BotWords.AttachmentOnly(await offered.ListAsync(cancellation))),
            "" => BotWords.Say(BotWords.Empty(await offered.ListAsync(cancellation))),
            _ when SmallTalk.IsCourtesy(text) => BotWords.Say(AskingWords.YouAreWelcome),
            NewTopic.Words => BotWords.Say(hasForgotten ? AskingWords.Forgotten : AskingWords.NotForgotten),
            _ => null,
        };
        if (reply is not null)
        {
            await turn.SendActivityAsync(reply, cancellation);
            return;
        }

        var day = AskedDay.Of(turn.Activity, time);
        await (QuoteToCheck.In(text) is { } quotation ? exchange.AnswerAsync(turn, (_, cancelled) => check(quotation, Asker.Unknown, cancelled), Turn.Of, Shown.Of, cancellation)
            : BriefingSubject.In(text) is { } wanted ? exchange.AnswerAsync(turn, (before, cancelled) => brief(wanted with { Turns = before.Turns, Asked = day }, cancelled), Turn.Of, Shown.Of, cancellation)
            : unknown.Takes(text) ? unknown.AnswerAsync(text, turn, cancellation)
            : exchange.AnswerAsync(turn, (before, cancelled) => ask(new(text, Asker.Unknown) { Turns = before.Turns, Asked = day }, cancelled), Turn.Of, Shown.Of, cancellation));
    }
}
