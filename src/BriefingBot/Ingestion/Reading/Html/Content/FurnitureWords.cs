using System.Collections.Frozen;

namespace BriefingBot.Ingestion;

/// <summary>What pages call the blocks that are not their article. General words of the trade and the names of widgets that are built into sites everywhere; never a site's own.</summary>
internal static class FurnitureWords
{
    /// <summary>Blocks that are no part of an article, whatever they hold.</summary>
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
        "popover", "popup", "tooltip", "modal", "rollover", "hovercard", "lightbox", "dropdown", "flyout",
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
            if (Apart.Contains(words[at]) || IsApartWithin(words[at]) || (at > 0 && ApartPairs.Contains($"{words[at - 1]} {words[at]}")))
            {
                return Furnishing.Apart;
            }

            if (Short.Contains(words[at]))
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

    /// <summary>Furniture.</summary>
    Apart,
}
