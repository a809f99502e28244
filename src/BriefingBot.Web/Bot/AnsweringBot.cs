using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using BriefingBot.Answering;
using BriefingBot.Articles;
using BriefingBot.Web.Asking;
using BriefingBot.Web.Samples;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Options;
using Newtonsoft.Json.Linq;

namespace BriefingBot.Web.Bot;

/// <summary>One turn of conversation: a question is answered from the articles, everything else kindly.</summary>
internal sealed class AnsweringBot(
    AskArticles ask, CheckQuote check, BriefOn brief, OfferedQuestions offered, IOptions<BotOptions> options, TimeProvider time, ILogger<AnsweringBot> log) : ActivityHandler
{
    // A typing indicator that is late is worth nothing.
    private static readonly TimeSpan TypingTimeout = TimeSpan.FromSeconds(5);

    private readonly RecentKeys _answered = new(time, TimeSpan.FromMinutes(30), capacity: 20_000);

    // Emulator and Web Chat announce the bot and the user one by one, within seconds.
    private readonly RecentKeys _welcomed = new(time, TimeSpan.FromDays(1), capacity: 20_000);

    // Longer than a meeting; whoever comes back after lunch begins anew.
    private readonly Conversations _conversations = new(time, TimeSpan.FromHours(1), capacity: 5_000);

    private readonly AnswersUnderWay _underWay = new();

    public override Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        // The SDK takes the sender's locale for the turn; how words are compared and numbers written must not change with it.
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        return IsFromBot(turnContext.Activity) ? Task.CompletedTask : base.OnTurnAsync(turnContext, cancellationToken);
    }

    protected override async Task OnMessageActivityAsync(ITurnContext<IMessageActivity> turnContext, CancellationToken cancellationToken)
    {
        var activity = turnContext.Activity;

        // Answers to expectReplies travel in the response: who sends it again has not had them.
        if (string.IsNullOrEmpty(activity.Id) || turnContext.Activity.DeliveryMode == DeliveryModes.ExpectReplies)
        {
            await AnswerAsync(turnContext, cancellationToken);
            return;
        }

        // An edited message keeps its id.
        var key = RecentKeys.Key(activity.ChannelId, activity.Conversation.Id, activity.Id, activity.Text);
        if (!_answered.TryBegin(key))
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
            _answered.End(key);
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
        var added = activity.MembersAdded?.Where(member => member is not null).ToList() ?? [];

        // In personal chats Teams announces the bot alone. In groups people come and go; only the bot's own arrival is its occasion.
        if (!added.Any(member => activity.Conversation.IsGroup != true || member.Id == activity.Recipient?.Id))
        {
            return;
        }

        var key = RecentKeys.Key(activity.ChannelId, activity.Conversation.Id);
        if (_welcomed.TryBegin(key))
        {
            _welcomed.End(key);
            await turnContext.SendActivityAsync(await OfferAsync(BotWords.Welcome, turnContext.Activity, cancellationToken), cancellationToken);
        }
    }

    protected override Task<InvokeResponse> OnInvokeActivityAsync(ITurnContext<IInvokeActivity> turnContext, CancellationToken cancellationToken) =>
        Task.FromResult(new InvokeResponse { Status = (int)HttpStatusCode.NotImplemented });

    internal static bool IsFromBot(Activity activity) =>
        activity.From is { } sender
        && (RoleTypes.Bot.Equals(sender.Role, StringComparison.OrdinalIgnoreCase) || (!string.IsNullOrEmpty(sender.Id) && sender.Id == activity.Recipient?.Id));

    // Teams repeats the text of every message as an HTML attachment.
    private static bool HasAttachment(IMessageActivity activity) =>
        activity.Attachments?.Any(attachment => attachment is not null && attachment.ContentType != "text/html") == true;

    // Emulator draws with a Web Chat too, an older one, which changes escaped characters as well.
    private static bool IsWebChat(IActivity activity) => activity.ChannelId is Channels.Webchat or Channels.Directline;

    private async Task<Activity> OfferAsync(Func<ImmutableArray<OfferedQuestion>, string> words, IActivity to, CancellationToken cancellation)
    {
        var questions = await offered.ListAsync(cancellation);
        return BotWords.Show(words(questions)).Offer(questions, to);
    }

    private async Task AnswerAsync(ITurnContext<IMessageActivity> turn, CancellationToken cancellation)
    {
        var text = AskedText.From(turn.Activity);
        if (NewTopic.Begins(text, out var rest))
        {
            _underWay.Cancel(Conversations.Key(turn.Activity));
            _conversations.Forget(Conversations.Key(turn.Activity));
            text = rest.Length > 0 ? rest : NewTopic.Words;
        }

        var reply = text switch
        {
            "" => BotWords.Say(HasAttachment(turn.Activity) ? BotWords.AttachmentOnly : BotWords.Empty),
            _ when SmallTalk.AsksForHelp(text) => await OfferAsync(BotWords.Help, turn.Activity, cancellation),
            _ when SmallTalk.Greets(text) => await OfferAsync(BotWords.Welcome, turn.Activity, cancellation),
            _ when SmallTalk.IsCourtesy(text) => BotWords.Say(AskingWords.YouAreWelcome),
            NewTopic.Words => BotWords.Say(AskingWords.Forgotten),
            { Length: > Question.MaxLength } => BotWords.Say(AskingWords.TooLong(text.Length)),
            _ when QuoteToCheck.In(text) is { } quotation => await RememberAsync(cancelled => check(quotation, Asker.Unknown, cancelled), Turn.Of, MarkdownRendering.Render, MarkdownRendering.RenderForWebChat),
            _ when BriefingSubject.In(text) is { } wanted => await RememberAsync(cancelled => brief(wanted with { Turns = Turns(), Asked = AskedDay.Of(turn.Activity, time) }, cancelled), Turn.Of, MarkdownRendering.Render, MarkdownRendering.RenderForWebChat),
            _ => await RememberAsync(cancelled => ask(new(text, Asker.Unknown) { Turns = Turns(), Asked = AskedDay.Of(turn.Activity, time) }, cancelled), Turn.Of, MarkdownRendering.Render, MarkdownRendering.RenderForWebChat),
        };
        if (reply is not null)
        {
            await turn.SendActivityAsync(reply, cancellation);
        }

        ImmutableArray<Turn> Turns() => _conversations.Recall(Conversations.Key(turn.Activity));

        Task<Activity?> RememberAsync<T>(Func<CancellationToken, Task<T>> find, Func<T, Turn> remember, Func<T, string> render, Func<T, string> renderForWebChat)
            where T : class => ShowAsync(turn, find, found => _conversations.Add(Conversations.Key(turn.Activity), remember(found)), render, renderForWebChat);
    }

    /// <summary>Null where a new topic was begun meanwhile: nobody waits for it any more.</summary>
    private async Task<Activity?> ShowAsync<T>(ITurnContext turn, Func<CancellationToken, Task<T>> find, Action<T> remember, Func<T, string> render, Func<T, string> renderForWebChat)
        where T : class
    {
        using var underWay = _underWay.Begin(Conversations.Key(turn.Activity));
        var typing = SendTypingAsync(turn);
        try
        {
            if (await AskingWithinBudget.WithinAsync(find, options.Value.AnswerTimeout, time, underWay.Token) is not { } found)
            {
                return OverBudget();
            }

            underWay.WhileWanted(() => remember(found));
            return BotWords.Show(IsWebChat(turn.Activity) ? renderForWebChat(found) : render(found));
        }
        catch (OperationCanceledException) when (underWay.Token.IsCancellationRequested)
        {
            log.LogInformation("An answer was ended because whoever asked began a new topic");
            return null;
        }
        finally
        {
            // A turn sends one activity at a time, and the indicator before the answer.
            await typing;
        }
    }

    private Activity OverBudget()
    {
        log.LogWarning("A question was not answered within Bot:AnswerTimeoutSeconds, {Seconds} s", options.Value.AnswerTimeoutSeconds);
        return BotWords.Say(AskingWords.OverBudget(options.Value.AnswerTimeoutSeconds));
    }

    private async Task SendTypingAsync(ITurnContext turn)
    {
        using var timeout = new CancellationTokenSource(TypingTimeout, time);
        try
        {
            await turn.SendActivityAsync(new Activity { Type = ActivityTypes.Typing }, timeout.Token);
        }
        catch (Exception undelivered)
        {
            log.LogInformation("The typing indicator was not delivered: {Reason}", undelivered.Message);
        }
    }
}
