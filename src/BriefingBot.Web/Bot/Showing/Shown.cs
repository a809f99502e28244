using System.Collections.Immutable;
using BriefingBot.Answering;

namespace BriefingBot.Web.Bot;

/// <summary>An answer, a digest or a quote check as a channel is shown it.</summary>
/// <param name="Text">Markdown, in which <c>[n]</c> stands for the quote at index n − 1.</param>
/// <param name="Quotes">The quotes that it numbers.</param>
/// <param name="ByModel">Whether a language model wrote some of it.</param>
internal sealed record Shown(string Text, ImmutableArray<VerifiedQuote> Quotes, bool ByModel = false)
{
    /// <summary>Whether more quotes were found for the question.</summary>
    public bool HasFurther { get; init; }

    /// <summary>What had been quoted for it before.</summary>
    public ImmutableArray<QuotedPlace> Earlier { get; init; } = [];

    public static Shown Of(VerifiedAnswer answer, ChannelAbilities channel) => new(
        channel.IsWebChat ? MarkdownRendering.RenderForWebChat(answer) : MarkdownRendering.Render(answer, CitedIn(channel)), answer.Quotes, !answer.Statements.IsEmpty)
    { HasFurther = answer.HasFurther };

    public static Shown Of(Digest digest, ChannelAbilities channel) => new(
        channel.IsWebChat ? MarkdownRendering.RenderForWebChat(digest) : MarkdownRendering.Render(digest, CitedIn(channel)), digest.Quotes, !digest.Statements.IsEmpty);

    public static Shown Of(QuoteCheck check, ChannelAbilities channel) => new(
        channel.IsWebChat ? MarkdownRendering.RenderForWebChat(check) : MarkdownRendering.Render(check, CitedIn(channel)), check.Quotes);

    /// <summary>The same as an answer that goes on from what was quoted before.</summary>
    public Shown AsFurther(string heading, ImmutableArray<QuotedPlace> earlier) => this with { Text = $"{heading}\n\n{Text}", Earlier = earlier };

    private static int CitedIn(ChannelAbilities channel) => channel.HasCitations ? Citations.Most : 0;
}
