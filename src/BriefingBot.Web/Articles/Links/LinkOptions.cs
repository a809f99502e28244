namespace BriefingBot.Web.Articles;

/// <summary>The section <c>Bot</c>: links in answers that lead to our own page of an article.</summary>
internal sealed class LinkOptions
{
    public const string Section = "Bot";

    /// <summary>Where people's browsers reach the bot: <c>https://bot.example.com</c>. Empty: no links are made.</summary>
    public string? PublicUrl { get; init; }

    /// <summary>For how many days a link opens.</summary>
    public int LinkDays { get; init; } = 30;

    /// <summary>What links are signed with, in base64. Empty: one is made and kept in the data directory.</summary>
    public string? LinkKey { get; init; }

    /// <summary>The public URL as links begin with it; null when none is given.</summary>
    internal Uri? Origin => string.IsNullOrWhiteSpace(PublicUrl) ? null : new(PublicUrl);

    /// <summary>The key's bytes; null when none is given.</summary>
    internal byte[]? Key => string.IsNullOrWhiteSpace(LinkKey) ? null : Convert.FromBase64String(LinkKey);
}
