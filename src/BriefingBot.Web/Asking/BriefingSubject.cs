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

    // Said as a command, or as a bare heading: "the briefing on the vaccine was cancelled" and "digest of proteins" tell of a briefing or of something else.
    private const string Polite = "(?:please |can you |could you |would you |will you )*";
    private const string Named = "(?:(?:an?|the|your|my) )?(?:(?:short|quick|brief) )?(?:briefing|digest)";

    // Without a question word before it, a verb makes a sentence of what would be the subject.
    private const string Heading = "(?!(?:(?!\\b(?:who|what|which|when|where|why|how|whether|that)\\b).)*\\b(?:is|are|was|were|has|had|have|did|does)\\b)";

    [GeneratedRegex(
        $@"^\W*(?:{Polite}(?:brief me (?:on|about|of)|catch (?:me|us) up (?:on|about|with)|summari[sz]e what(?: has|'s|’s)? happened (?:on|of|about|with|to|in)|(?:give|show|send|write|get|make|prepare) (?:me |us )?{Named} (?:on|of|about)):?"
        + $@"|i(?: need| want| would like|'d like|’d like) {Named} (?:on|of|about):?"
        + "|(?:bitte )?(?:(?:geben|schreiben|machen) sie mir (?:bitte )?)?(?:ein )?briefing (?:zu|zum|zur|über):?"
        + $@"|(?:please )?(?:(?:short|quick) )?(?:briefing|digest)(?::| (?:on|about):?(?= {Heading}))) (?<subject>.*?\w.*?)(?:,? (?:in|with|mit) (?<quotes>[0-9]{{1,2}}) (?:quotes|zitaten))?(?:,? (?:please|bitte))?[\s.!?]*$",
        RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Wish();
}
