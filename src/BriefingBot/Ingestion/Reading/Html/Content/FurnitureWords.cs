using System.Collections.Frozen;

namespace BriefingBot.Ingestion;

/// <summary>What pages call the blocks that are not their article. General words of the trade and the names of widgets that are built into sites everywhere; never a site's own.</summary>
internal static class FurnitureWords
{
    /// <summary>Blocks that nobody wraps an article in: below a short one they often hold most of the page's words.</summary>
    private static readonly FrozenSet<string> Surely = FrozenSet.ToFrozenSet(
    [
        "comments", "disqus", "commentlist", "livefyre", "trackbacks", "pingbacks", "related", "relatedposts", "yarpp", "recirc", "recirculation", "recommended", "recommendations", "mostread", "outbrain", "taboola",
        "zergnet", "revcontent", "cookie", "cookies", "gdpr", "ccpa", "breadcrumb", "breadcrumbs", "footer", "colophon", "navbar", "newsletter", "newsletters", "trending", "mailinglist", "popover", "popup", "tooltip", "rollover", "hovercard",
    ]);

    private static readonly FrozenSet<string> SurePairs = FrozenSet.ToFrozenSet(
    [
        "comment list", "comment section", "comments area", "fb comments", "more from", "more stories", "more news", "more articles", "more posts", "also like", "also read", "most read", "most viewed", "most popular",
        "most shared", "most commented", "up next", "read next", "latest news", "latest posts", "latest stories", "recent posts", "recent news", "recent stories", "top stories", "other stories", "other news",
        "similar posts", "similar articles", "editors picks", "mailing list",
    ]);

    /// <summary>Blocks that are no part of an article while they do not hold most of the page.</summary>
    private static readonly FrozenSet<string> Apart = FrozenSet.ToFrozenSet(
    [
        "nav", "navbar", "navigation", "navi", "menu", "submenu", "breadcrumb", "breadcrumbs", "crumbs", "toolbar", "topbar", "masthead", "pagination", "pager",
        "footer", "colophon", "copyright", "copyrights", "sidebar", "rail", "skip",
        "share", "sharing", "shares", "shared", "sharer", "sharedaddy", "addthis", "addtoany", "social", "socials", "follow", "followus",
        "related", "relatedposts", "yarpp", "recirc", "recirculation", "recommended", "recommendation", "recommendations", "recommends", "readmore", "trending", "popular", "mostread",
        "outbrain", "taboola", "zergnet", "revcontent", "upnext",
        "newsletter", "newsletters", "subscribe", "subscription", "signup", "optin", "mailchimp", "mailinglist",
        "comments", "disqus", "respond", "livefyre", "commentlist", "trackbacks", "pingbacks",
        "cookie", "cookies", "consent", "gdpr", "ccpa",
        "ad", "ads", "advert", "adverts", "advertisement", "advertising", "adslot", "adunit", "adsense", "adbox", "sponsor", "sponsored", "promo", "promos", "promoted", "promotion", "affiliate",
        "modal", "lightbox", "dropdown", "flyout",
        "gallery", "slideshow", "carousel", "slider",
        "authorbox", "authorbio", "biography", "aboutauthor", "contributors",
        "noprint", "offscreen", "visuallyhidden", "poll", "quiz", "donate", "donation", "rating", "ratings", "login", "signin", "toc",
    ]);

    /// <summary>Lines about the article: no part of it while they are short.</summary>
    private static readonly FrozenSet<string> Short = FrozenSet.ToFrozenSet(
    [
        "caption", "captions", "credit", "credits", "attribution", "byline", "bylines", "dateline", "timestamp", "date", "pubdate", "tags", "taglist", "keywords", "topics", "meta",
        "player", "disclosure", "disclaimer", "print", "views", "slidecount", "reactions", "likes", "bio", "author", "authors", "categories", "category", "comment", "infobox", "metadata",
        "eyebrow", "kicker", "hashtags", "timeago", "hidden", "trackback", "permalink",
    ]);

    /// <summary>Two words that make one name.</summary>
    private static readonly FrozenSet<string> ApartPairs = FrozenSet.ToFrozenSet(
    [
        "read more", "more from", "more stories", "more news", "more articles", "more posts", "also like", "also read", "most read", "most viewed", "most popular", "most shared", "most commented", "up next",
        "read next", "next article", "next post", "previous post", "prev post", "post navigation", "editors picks", "sign up", "sign in", "log in", "opt in", "mailing list",
        "author bio", "author box", "author info", "author card", "author profile", "author description", "about author", "post author", "article author", "author block", "bio box",
        "comment list", "comment form", "comment section", "comment respond", "comments area", "fb comments", "reply form", "leave reply",
        "sr only", "screen reader", "visually hidden", "off screen", "no print", "print only", "hidden print", "latest news", "latest posts", "latest stories", "recent posts", "recent news", "recent stories", "top stories",
        "other stories", "other news", "similar posts", "similar articles", "see also", "in this", "call action", "jp relatedposts", "tab content",
    ]);

    public static Furnishing Of(IReadOnlyList<string> words)
    {
        var result = Furnishing.None;
        for (var at = 0; at < words.Count; at++)
        {
            var pair = at > 0 ? $"{words[at - 1]} {words[at]}" : "";
            if (Surely.Contains(words[at]) || SurePairs.Contains(pair))
            {
                return Furnishing.Surely;
            }

            if (Apart.Contains(words[at]) || IsApartWithin(words[at]) || ApartPairs.Contains(pair))
            {
                result = Furnishing.Apart;
            }
            else if (result == Furnishing.None && Short.Contains(words[at]))
            {
                result = Furnishing.WhileShort;
            }
        }

        return result;
    }

    /// <summary>Long words are also meant where they are run together with others.</summary>
    private static bool IsApartWithin(string word) => word.Length > 8
        && (word.Contains("newsletter", StringComparison.Ordinal) || word.Contains("gallery", StringComparison.Ordinal) || word.Contains("slideshow", StringComparison.Ordinal)
            || word.Contains("sidebar", StringComparison.Ordinal) || word.Contains("advert", StringComparison.Ordinal) || word.Contains("comments", StringComparison.Ordinal)
            || word.StartsWith("related", StringComparison.Ordinal) || word.StartsWith("social", StringComparison.Ordinal) || word.StartsWith("breadcrumb", StringComparison.Ordinal));
}

/// <summary>What an element's name says that it is.</summary>
internal enum Furnishing
{
    None,

    /// <summary>Furniture while it is short.</summary>
    WhileShort,

    /// <summary>Furniture, unless it holds so much that its name must mean something else.</summary>
    Apart,

    /// <summary>Furniture.</summary>
    Surely,
}
