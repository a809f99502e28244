using System.Collections.Immutable;
using BriefingBot.Answering;

namespace BriefingBot.Web.Bot;

/// <summary>An answer, a digest or a quote check as a channel is shown it.</summary>
/// <param name="Text">Markdown, in which <c>[n]</c> stands for the quote at index n − 1.</param>
/// <param name="Quotes">The quotes that it numbers.</param>
/// <param name="ByModel">Whether a language model wrote some of it.</param>
internal sealed record Shown(string Text, ImmutableArray<VerifiedQuote> Quotes, bool ByModel = false)
{
    public static Shown Of(VerifiedAnswer answer, ChannelAbilities channel) => new(
        channel.IsWebChat ? MarkdownRendering.RenderForWebChat(answer) : MarkdownRendering.Render(answer, CitedIn(channel)), answer.Quotes, !answer.Statements.IsEmpty);

    public static Shown Of(Digest digest, ChannelAbilities channel) => new(
        channel.IsWebChat ? MarkdownRendering.RenderForWebChat(digest) : MarkdownRendering.Render(digest, CitedIn(channel)), digest.Quotes, !digest.Statements.IsEmpty);

    public static Shown Of(QuoteCheck check, ChannelAbilities channel) => new(
        channel.IsWebChat ? MarkdownRendering.RenderForWebChat(check) : MarkdownRendering.Render(check, CitedIn(channel)), check.Quotes);

    private static int CitedIn(ChannelAbilities channel) => channel.HasCitations ? Citations.Most : 0;
}
