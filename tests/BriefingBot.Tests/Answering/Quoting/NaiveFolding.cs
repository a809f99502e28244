using System.Text.RegularExpressions;
using BriefingBot.Articles;

namespace BriefingBot.Tests.Answering;

/// <summary>The folding rules of Specs/Quotes.md once more, written as plainly as possible, to check the verifier by.</summary>
internal static partial class NaiveFolding
{
    public static string Fold(string text)
    {
        var folded = SingleQuotes().Replace(CanonicalText.From(text), "'").Replace("''", "\"");
        folded = DoubleQuotes().Replace(folded, "\"");
        folded = Dashes().Replace(TypedDashes().Replace(folded, "-"), "-");
        folded = Ligatures().Replace(folded, ligature => ligature.Value.Normalize(System.Text.NormalizationForm.FormKC));
        return Blanks().Replace(folded.Replace("…", "..."), " ").Trim(' ');
    }

    /// <summary>Whether folded words stand in a folded text, their first letter in either case.</summary>
    public static bool Contains(string folded, string words) =>
        folded.Contains(words, StringComparison.Ordinal) || folded.Contains(OtherFirstCase(words), StringComparison.Ordinal);

    /// <summary>Whether folded texts are the same but for the case of their first letter.</summary>
    public static bool Same(string one, string other) => one == other || one == OtherFirstCase(other);

    public static string[] Parts(string folded) => [.. Ellipses().Split(folded).Select(part => part.Trim(' ')).Where(part => part.Length > 0)];

    private static string OtherFirstCase(string words) => FirstLetter().Replace(
        words, first => first.Value.ToUpperInvariant() == first.Value ? first.Value.ToLowerInvariant() : first.Value.ToUpperInvariant(), 1);

    [GeneratedRegex("[‘’‚‛′`]")]
    private static partial Regex SingleQuotes();

    [GeneratedRegex("[“”„‟″«»]")]
    private static partial Regex DoubleQuotes();

    [GeneratedRegex("---?")]
    private static partial Regex TypedDashes();

    [GeneratedRegex(@"[\u2010-\u2015\u2212]")]
    private static partial Regex Dashes();

    [GeneratedRegex(@"[\uFB00-\uFB06]")]
    private static partial Regex Ligatures();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    [GeneratedRegex(@"\[ ?\.\.\.+ ?\]|\( ?\.\.\.+ ?\)|\.\.\.+")]
    private static partial Regex Ellipses();

    [GeneratedRegex(@"(?<=^[^\p{L}\p{Nd}]*)[\p{L}]")]
    private static partial Regex FirstLetter();
}
