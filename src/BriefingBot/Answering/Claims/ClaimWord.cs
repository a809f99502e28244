using System.Collections.Immutable;
using System.Text.RegularExpressions;
using BriefingBot.Indexing;

namespace BriefingBot.Answering;

/// <summary>A word or a mark of a statement or of its quotes, with what the checks ask of it.</summary>
/// <param name="Text">As it is written, without a possessive ending.</param>
/// <param name="Lower">In lower case, with a straight apostrophe.</param>
/// <param name="Stem">The analyzer's term, of an irregular verb its plain form's; null for a word that carries no meaning of its own, and for marks.</param>
/// <param name="Sentence">The number of its sentence.</param>
/// <param name="OpensSentence">Whether its capital may come from its place.</param>
internal readonly partial record struct ClaimWord(string Text, string Lower, string? Stem, int Sentence, bool OpensSentence)
{
    public bool IsMark => !char.IsLetterOrDigit(Text[0]);

    public bool IsCapitalised => char.IsUpper(Text[0]);

    /// <summary>What it is compared by: its term where it has one.</summary>
    public string Key => Stem ?? Lower;

    /// <summary>The words of a text in order. A hyphen parts them.</summary>
    public static ImmutableArray<ClaimWord> Of(string text)
    {
        var words = ImmutableArray.CreateBuilder<ClaimWord>();
        var (sentence, opens) = (0, true);
        foreach (Match match in Word().Matches(text))
        {
            if (!match.Groups["word"].Success)
            {
                words.Add(new(match.Value, match.Value, null, sentence, false));
                var ends = match.Value[0] is '.' or '!' or '?' or '\n';
                (sentence, opens) = (ends ? sentence + 1 : sentence, opens || ends || match.Value[0] is '“' or '"' or ':');
                continue;
            }

            var written = match.Groups["word"].Value;
            var lower = written.ToLowerInvariant().Replace('’', '\'');
            words.Add(new(written, lower, EnglishWords.IsFunction(lower) ? null : StemOf(written), sentence, opens));
            opens = false;
        }

        return words.DrainToImmutable();
    }

    // Rose may be a name where it has a capital.
    private static string? StemOf(string written) => EnglishTerms.Of(IrregularVerbs.PlainOf(written) ?? written) is [var stem, ..] ? stem : null;

    // Points within initials and decimals end nothing; a possessive is dropped, "n't" is not.
    [GeneratedRegex(@"(?<word>(?:\p{Lu}\.){2,}|\p{Lu}\.(?= ?\p{Lu})|[\p{L}\p{M}]+(?:['’](?!s\b)[\p{L}]+)*|[0-9][0-9.,:]*[0-9]\p{L}*|[0-9]+\p{L}*|\p{N}+)(?:['’]s\b)?|\n|[^\s\p{L}\p{N}]")]
    private static partial Regex Word();
}
