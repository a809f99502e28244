namespace BriefingBot.Web.Articles;

/// <summary>What a link's signature says of it.</summary>
internal enum LinkKind
{
    /// <summary>It has none.</summary>
    Unsigned,

    /// <summary>It has one that is not ours, or not for this.</summary>
    Forged,

    /// <summary>It was ours, and its time is over.</summary>
    Expired,

    /// <summary>It opens.</summary>
    Valid,
}

/// <param name="Kind">What the signature says.</param>
/// <param name="Until">When a link of ours expires; else meaningless.</param>
internal sealed record LinkVerdict(LinkKind Kind, DateTimeOffset Until = default);
