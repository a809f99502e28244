using System.Globalization;

namespace BriefingBot.Ingestion;

/// <summary>What a robots.txt asks of one program (RFC 9309).</summary>
internal sealed class RobotsRules
{
    private readonly List<RobotsRule> _rules = [];

    private RobotsRules()
    {
    }

    /// <summary>Of a site that asks for nothing.</summary>
    public static RobotsRules None { get; } = new();

    /// <summary>The time that is asked for between two requests: not of the RFC, and many have it.</summary>
    public TimeSpan? CrawlDelay { get; private set; }

    /// <summary>The rules of all groups that name the program, in whatever case; where none does, of those for all.</summary>
    public static RobotsRules Read(string text, string product)
    {
        var (own, others) = (new RobotsRules(), new RobotsRules());
        var isNamed = false;
        var (forOwn, forOthers, amongNames) = (false, false, false);
        foreach (var line in text.TrimStart('\uFEFF').Split(['\n', '\r']))
        {
            var content = line.Split('#')[0];
            if (content.IndexOf(':') is not (> 0 and var colon))
            {
                continue;
            }

            var (key, value) = (content[..colon].Trim().ToUpperInvariant(), content[(colon + 1)..].Trim());
            if (key is "USER-AGENT" or "USERAGENT" or "USER AGENT")
            {
                // Names that follow each other share the rules behind them.
                (forOwn, forOthers) = amongNames ? (forOwn, forOthers) : (false, false);
                amongNames = true;
                forOwn |= TokenOf(value).Equals(product, StringComparison.OrdinalIgnoreCase);
                forOthers |= value.StartsWith('*');
                isNamed |= forOwn;
            }
            else if (key is "ALLOW" or "DISALLOW" or "CRAWL-DELAY")
            {
                amongNames = false;
                own.Take(forOwn, key, value);
                others.Take(forOthers, key, value);
            }
        }

        return isNamed ? own : others;
    }

    /// <summary>The rule that keeps an address from being fetched; null where it may be. The longest that matches counts, and of two as long the one that allows.</summary>
    public string? Against(Uri address)
    {
        var path = RobotsPath.Of(address);
        if (path == "/robots.txt")
        {
            return null;
        }

        RobotsRule? longest = null;
        foreach (var rule in _rules)
        {
            if ((longest is null || rule.Length > longest.Length || (rule.Length == longest.Length && rule.Allows)) && rule.Matches(path))
            {
                longest = rule;
            }
        }

        return longest is { Allows: false } ? longest.Written : null;
    }

    // "BriefingBot/1.0" names the same program as "BriefingBot".
    private static string TokenOf(string value) => string.Concat(value.TakeWhile(sign => char.IsAsciiLetter(sign) || sign is '-' or '_'));

    private void Take(bool isMeant, string key, string value)
    {
        if (!isMeant || value.Length == 0)
        {
            return;
        }

        if (key != "CRAWL-DELAY")
        {
            _rules.Add(new(value, Allows: key == "ALLOW"));
        }
        else if (double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) && double.IsFinite(seconds))
        {
            CrawlDelay ??= TimeSpan.FromSeconds(Math.Min(seconds, 3_600));
        }
    }
}
