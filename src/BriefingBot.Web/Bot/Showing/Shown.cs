using System.Collections.Immutable;
using BriefingBot.Answering;
using BriefingBot.Web.Articles;

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

    /// <summary>Where the articles are read; null: at their publishers'.</summary>
    public ArticleAddress? Address { get; init; }

    public static Shown Of(VerifiedAnswer answer, ChannelAbilities channel, ArticleLinks links)
    {
        var address = links.Among(answer.Quotes);
        return new(
            channel.IsWebChat ? MarkdownRendering.RenderForWebChat(answer, address) : MarkdownRendering.Render(answer, CitedIn(channel), address), answer.Quotes, !answer.Statements.IsEmpty)
        { HasFurther = answer.HasFurther, Address = address };
    }

    public static Shown Of(Digest digest, ChannelAbilities channel, ArticleLinks links)
    {
        var address = links.Among(digest.Quotes);
        return new(
            channel.IsWebChat ? MarkdownRendering.RenderForWebChat(digest, address) : MarkdownRendering.Render(digest, CitedIn(channel), address), digest.Quotes, !digest.Statements.IsEmpty)
        { Address = address };
    }

    public static Shown Of(QuoteCheck check, ChannelAbilities channel, ArticleLinks links)
    {
        var address = links.Among(check.Quotes);
        return new(channel.IsWebChat ? MarkdownRendering.RenderForWebChat(check, address) : MarkdownRendering.Render(check, CitedIn(channel), address), check.Quotes) { Address = address };
    }

    /// <summary>The same as an answer that goes on from what was quoted before.</summary>
    public Shown AsFurther(string heading, ImmutableArray<QuotedPlace> earlier) => this with { Text = $"{heading}\n\n{Text}", Earlier = earlier };

    private static int CitedIn(ChannelAbilities channel) => channel.HasCitations ? Citations.Most : 0;
}
