using System.Text.RegularExpressions;

namespace BriefingBot.Answering;

/// <summary>Whose words a question asks for: "what did Ann Reed say about the school?"</summary>
internal sealed partial class AskedSpeaker
{
    private const int MostWords = 6;

    private static readonly HashSet<string> Nobody = new(["", "the", "you", "we", "they", "he", "she", "it", "i", "people", "anyone", "anybody", "everyone", "everybody"], StringComparer.OrdinalIgnoreCase);

    private readonly Regex _speaks;
    private readonly string _name;

    private AskedSpeaker(string name)
    {
        _name = name;
        var escaped = Regex.Escape(name);
        _speaks = new(
            $@"\b{escaped}(?!['’]s)\b(?![^.!?;]{{0,60}}\baccording\b)[^.!?;]{{0,60}}?\b{VerbsOfSpeech.Pattern}\b|[“""]\s?[”""],?\s*{VerbsOfSpeech.Pattern}\b[^.!?;]{{0,60}}?\b{escaped}\b|\baccording\s+to\b[^.!?;,]{{0,40}}?\b{escaped}\b",
            RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace);
    }

    /// <summary>Whether it is a name, and not an office or a group, which articles call by many words.</summary>
    public bool IsNamed => char.IsUpper(_name[0]);

    /// <summary>Null for a question of another kind, or of nobody in particular.</summary>
    public static AskedSpeaker? In(string question)
    {
        if (Asking().Match(question) is not { Success: true } asked)
        {
            return null;
        }

        // The name's last word, or the office's: "Ann Reed", "the mayor of Mossby", "the union".
        var words = asked.Groups["who"].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var head = words.TakeWhile(word => word != "of").LastOrDefault() ?? "";
        return words.Length > MostWords || Nobody.Contains(head) ? null : new(head);
    }

    /// <summary>Whether this one speaks there, as far as verbs of speech and the names before turns of a conversation tell.</summary>
    public bool SpeaksIn(Excerpt excerpt) =>
        ConversationTurn.SpeakerAt(excerpt.Article.Text, excerpt.Span.Start) is { } speaker
            ? speaker.Contains(_name, StringComparison.OrdinalIgnoreCase)
            : _speaks.IsMatch(QuotedSpeech.Outside(excerpt.Article.Text, excerpt.Span));

    [GeneratedRegex(
        """
        \b(?:what|why|how)\s(?:(?:else|exactly)\s)?(?:did|does|do|has|have|had)\s(?<who>[^?!;]{2,80}?)\s
            (?:say|said|think|thought|tell|told|claim|argue|write|announce|promise|suggest|state|believe|warn|explain|respond|react|describe|comment|call|propose|advise|recommend)(?:ed|d)?\b
        """,
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Asking();
}
