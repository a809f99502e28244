using System.Text.RegularExpressions;

namespace BriefingBot.Ingestion;

/// <summary>
/// What the sender of a mail wrote: without the mail that is replied to, at the end, since a quote out of it would be said to be the sender's, and
/// without the signature.
/// </summary>
/// <param name="Text">Lines as they were.</param>
/// <param name="AreAll">Whether all of it is the sender's; false where another's mail is passed on and is kept for its own sake.</param>
internal readonly partial record struct OwnWords(string Text, bool AreAll)
{
    private const int LongestSignature = 12;

    public static OwnWords Of(string text, bool isForward)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        if (Array.Exists(lines, line => ForwardLine().IsMatch(line)) || (isForward && HeaderOfQuoted(lines) >= 0))
        {
            return new(text, AreAll: false);
        }

        var end = EndOfOwn(lines);
        var own = string.Join('\n', lines[..end]);

        // A mail that only quotes is kept for what it quotes.
        return end == lines.Length ? new(text, AreAll: true)
            : ReadArticle.HasWords(own) ? new(own, AreAll: true)
            : new(text, AreAll: false);
    }

    private static int EndOfOwn(string[] lines)
    {
        var original = Array.FindIndex(lines, line => OriginalLine().IsMatch(line));
        var header = HeaderOfQuoted(lines);
        var end = new[] { original, header }.Where(at => at >= 0).DefaultIfEmpty(lines.Length).Min();
        end = WithoutRule(lines, end);
        int before;
        do
        {
            before = end;
            end = WithoutSignature(lines, WithoutQuoted(lines, end));
        }
        while (end < before);
        return end;
    }

    /// <summary>Lines with > at the end, and the line before them that says whose they are. HTML has lost the marks with the quoted words.</summary>
    private static int WithoutQuoted(string[] lines, int end)
    {
        var at = end;
        while (at > 0 && (string.IsNullOrWhiteSpace(lines[at - 1]) || lines[at - 1].StartsWith('>')))
        {
            at--;
        }

        var from = at;
        while (at > 0 && from - at < 3 && !string.IsNullOrWhiteSpace(lines[at - 1]))
        {
            at--;
            if (Attribution().IsMatch(string.Join(' ', lines[at..from])))
            {
                return at;
            }
        }

        return lines[from..end].Any(line => line.StartsWith('>')) ? from : end;
    }

    private static int WithoutSignature(string[] lines, int end)
    {
        var at = end == 0 ? -1 : Array.FindLastIndex(lines, end - 1, end, line => line is "-- " or "--");
        return at >= 0 && lines[at..end].Count(line => !string.IsNullOrWhiteSpace(line)) <= LongestSignature + 1 ? at : end;
    }

    /// <summary>Outlook draws a line above the headers of what is replied to.</summary>
    private static int WithoutRule(string[] lines, int end)
    {
        var at = end;
        while (at > 0 && at < lines.Length && string.IsNullOrWhiteSpace(lines[at - 1].Trim('_', ' ')))
        {
            at--;
        }

        return at;
    }

    /// <summary>The headers that Outlook writes before what is replied to: from whom, when and to whom or about what, one below the other.</summary>
    private static int HeaderOfQuoted(string[] lines)
    {
        for (var at = 0; at < lines.Length; at++)
        {
            if (FromLine().IsMatch(lines[at]))
            {
                var next = lines.Skip(at + 1).Where(line => !string.IsNullOrWhiteSpace(line)).Take(5).ToList();
                if (next.Exists(line => SentLine().IsMatch(line)) && next.Exists(line => SubjectLine().IsMatch(line)))
                {
                    return at;
                }
            }
        }

        return -1;
    }

    [GeneratedRegex(@"^\s*-{2,}\s*(?:original message|original appointment|ursprüngliche nachricht|originalnachricht|message d.origine|mensaje original|messaggio originale|oorspronkelijk bericht)\s*-{2,}\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OriginalLine();

    [GeneratedRegex(@"^\s*(?:-{2,}\s*(?:forwarded message|forwarded by .{1,200}|weitergeleitete nachricht|message transféré|mensaje reenviado|messaggio inoltrato|doorgestuurd bericht)\s*-{2,}|begin forwarded message:)\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ForwardLine();

    [GeneratedRegex(@"^\s*\*?(?:from|von|de|da|van)\s?:\*?\s+\S", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex FromLine();

    [GeneratedRegex(@"^\s*\*?(?:sent|date|gesendet|datum|envoyé|enviado|inviato|data|verzonden|fecha)(?:\s+(?:am|le|on))?\s?:\*?\s+\S", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SentLine();

    [GeneratedRegex(@"^\s*\*?(?:subject|betreff|objet|asunto|oggetto|onderwerp|to|an|à|para|aan)\s?:\*?\s+\S", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SubjectLine();

    [GeneratedRegex(@"^\s*(?:on|am|le|el|il|op|den)\b.{5,300}\b(?:wrote|schrieb|a écrit|escribió|ha scritto|schreef|skrev)\b.{0,120}:\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Attribution();
}
