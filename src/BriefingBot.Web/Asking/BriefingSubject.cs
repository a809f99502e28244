using System.Text.RegularExpressions;
using BriefingBot.Answering;
using BriefingBot.Articles;

namespace BriefingBot.Web.Asking;

/// <summary>How the bot writes a digest: <see cref="DigestWriter.WriteAsync"/>.</summary>
internal delegate Task<Digest> BriefOn(DigestRequest request, CancellationToken cancellation);

/// <summary>Recognises a wish for a briefing, in chat and on the page alike.</summary>
internal static partial class BriefingSubject
{
    /// <summary>What is wanted; null where the text wants no briefing. <c>in 5 quotes</c> at its end is its length.</summary>
    public static DigestRequest? In(string text)
    {
        var match = Wish().Match(text);
        if (!match.Success)
        {
            return null;
        }

        var request = new DigestRequest(match.Groups["subject"].Value.Trim(), Asker.Unknown);
        return match.Groups["quotes"] is { Success: true } quotes
            ? request with { Quotes = Math.Clamp(int.Parse(quotes.ValueSpan, provider: null), DigestRequest.FewestQuotes, DigestRequest.MostQuotes) }
            : request;
    }

    [GeneratedRegex(
        @"^\W*(?:please |can you |could you |i (?:need|want|would like) )*(?:brief me|(?:(?:give|show|send|write|get) (?:me|us) )?(?:an? |the |your )?(?:short |quick )?(?:briefing|digest)|catch me up|summari[sz]e what(?: has|'s|’s)? happened) "
        + @"(?:on|of|about|with|to|in):? (?<subject>.*?\w.*?)(?:,? (?:in|with) (?<quotes>[0-9]{1,2}) quotes)?[\s.!?]*$",
        RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Wish();
}
