using System.Collections.Frozen;
using System.Text.RegularExpressions;
using BriefingBot.Answering;

namespace BriefingBot.Texts;

/// <summary>Tells what is clearly written in German, by its small words. Names say nothing: a question in English may have many German ones.</summary>
public static partial class WrittenGerman
{
    // No English words, whatever else they are in other languages; "von" stands in names.
    private static readonly FrozenSet<string> Words = Set(
        """
        wer wen wem wessen wie wo woher wohin wann warum weshalb wieso weswegen wieviel wieviele wozu womit worum wovon welche welcher welches welchen welchem
        ist sind waren wird werden wurde wurden hatte hatten habe haben gibt gab kann kannst können konnte muss müssen musste soll sollen will wollte darf dürfen sagt sagte
        ein eine einen einem einer eines kein keine keinen keiner dieser diese dieses diesen diesem jeder jede jedes viele vielen mehr
        ich wir ihr ihre ihren sie sich mich mir uns euch mein meine sein seine seinen jemand niemand etwas nichts
        und oder aber auch nicht noch schon nur sehr bereits dass weil wenn ob als denn dann jetzt heute gestern morgen zuletzt
        mit bei beim nach seit aus auf über für gegen durch ohne zwischen wegen vom zum zur im ins ans bis unter vor um neu neue neues neuen neueste
        """);

    // "Die" is an English verb, "den" a noun, and some of them begin names; before a noun, which has a capital, they are German.
    private static readonly FrozenSet<string> Articles = Set("der die das den dem");

    // In both languages, so they tell neither.
    private static readonly FrozenSet<string> InBoth = Set("was in an so also will am man all her do die den war hat um");

    // "Mies van der Rohe" and "von der Leyen" are names.
    private static readonly FrozenSet<string> OfNames = Set("von van zu");

    /// <summary>Whether a text is. False for a few names or nouns that could stand in English as well.</summary>
    public static bool Is(string text)
    {
        string[] words = [.. Word().Matches(text).Select(word => word.Value)];
        return words.Index().Any(word => IsGerman(words, word.Index)) && !words.Any(IsEnglish);
    }

    private static bool IsGerman(string[] words, int index)
    {
        var word = words[index];
        return (char.IsLower(word[0]) || index == 0)
            && (Articles.Contains(word)
                ? index + 1 < words.Length && char.IsUpper(words[index + 1][0]) && (index == 0 || !OfNames.Contains(words[index - 1].ToLowerInvariant()))
                : Words.Contains(index == 0 && !IsCapitals(word) ? word.ToLowerInvariant() : word) && !InBoth.Contains(word.ToLowerInvariant()));
    }

    private static bool IsEnglish(string word) => !IsCapitals(word) && word.ToLowerInvariant() is var lower && EnglishWords.IsFunction(lower) && !InBoth.Contains(lower) && !Words.Contains(lower);

    private static bool IsCapitals(string word) => word.Length > 1 && word.All(char.IsUpper);

    private static FrozenSet<string> Set(string words) => words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);

    [GeneratedRegex(@"\p{L}+(?:['’]\p{L}+)*")]
    private static partial Regex Word();
}
