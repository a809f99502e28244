namespace BriefingBot.Ingestion;

/// <summary>Tells mail by the headers that it begins with.</summary>
internal static class MailHeaders
{
    private static readonly HashSet<string> Written = new(["From", "To", "Cc", "Date", "Subject", "Reply-To", "Sender"], StringComparer.OrdinalIgnoreCase);

    /// <summary>What programs put there and people do not.</summary>
    private static readonly HashSet<string> Technical = new(
        ["Received", "MIME-Version", "Message-ID", "Return-Path", "Delivered-To", "DKIM-Signature", "Authentication-Results", "Content-Type", "Content-Transfer-Encoding", "In-Reply-To", "References", "X-Mailer", "List-Id"],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// Whether the text begins as a mail does. A memo begins with From, To, Date and Subject as well: where the name says text, a header is asked
    /// for that only programs write.
    /// </summary>
    public static bool Begin(string head, string ending)
    {
        var names = NamesOf(head);
        var (written, technical) = (names.Count(Written.Contains), names.Count(Technical.Contains));
        return names.Count > 0 && !IsSavedPage(head) && ending switch
        {
            ".eml" => written + technical >= 2,
            "" or ".txt" or ".text" or ".md" or ".markdown" or ".html" or ".htm" or ".xhtml" => written >= 1 && technical >= 1 && written + technical >= 3 && names.Contains("From"),
            _ => written + technical >= 3 && names.Contains("From"),
        };
    }

    private static HashSet<string> NamesOf(string head)
    {
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var isFirst = true;
        foreach (var line in head.AsSpan().TrimStart("\r\n").EnumerateLines())
        {
            var colon = line.IndexOf(':');
            if (colon > 0 && line[..colon].IndexOfAnyExceptInRange('!', '~') < 0)
            {
                names.Add(line[..colon].ToString());
            }
            else if (!(isFirst && line.StartsWith("From ")) && !(names.Count > 0 && line.Length > 0 && line[0] is ' ' or '\t'))
            {
                // A mailbox of one file has a line "From address date" before each mail; what is indented goes on with the header before it.
                break;
            }

            isFirst = false;
        }

        return names;
    }

    /// <summary>Browsers save pages with their pictures (.mhtml) as mail from nobody.</summary>
    private static bool IsSavedPage(string head) =>
        head.StartsWith("From: <Saved by ", StringComparison.OrdinalIgnoreCase) || head.Contains("\nSnapshot-Content-Location:", StringComparison.OrdinalIgnoreCase);
}
