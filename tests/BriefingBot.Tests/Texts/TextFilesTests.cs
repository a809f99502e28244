using System.Text.RegularExpressions;
using System.Xml.Linq;
using BriefingBot.Tests.Support;

namespace BriefingBot.Tests.Texts;

/// <summary>The files that translators work on, and what the code asks of them.</summary>
public sealed partial class TextFilesTests
{
    // What is the same word in both languages.
    private static readonly string[] Alike = ["Bot_AnyQuestion", "AskPage_Briefing", "Command_Feedback_Name", "Command_Feedback_Example", "Reading_Version", "Reading_AboutVersion"];

    private static readonly string[] Suffixes = ["", "_One", "_Other", "_Name", "_Example", "_Does"];

    private static readonly Dictionary<string, string> English = Read("Texts.resx");

    private static readonly Dictionary<string, string> German = Read("Texts.de.resx");

    [Fact]
    public void German_has_every_text_that_English_has_and_no_other() => Assert.Equal(English.Keys, German.Keys);

    [Fact]
    public void German_says_the_same_with_the_same_values() =>
        Assert.All(English, text => Assert.Equal(Placeholders(text.Value), Placeholders(German[text.Key])));

    [Fact]
    public void German_is_not_English() =>
        Assert.Equal(Alike.Order(), English.Where(text => text.Value.Any(char.IsLetter) && text.Value == German[text.Key]).Select(text => text.Key).Order());

    [Fact]
    public void Who_chooses_by_number_has_both_forms()
    {
        var counted = English.Keys.Where(key => key.EndsWith("_One", StringComparison.Ordinal) || key.EndsWith("_Other", StringComparison.Ordinal)).GroupBy(key => key[..key.LastIndexOf('_')]);
        Assert.All(counted, forms => Assert.Equal(2, forms.Count()));
    }

    [Fact]
    public void Every_text_is_used_and_every_text_that_is_used_is_there()
    {
        var used = new[] { "*.cs", "*.razor" }
            .SelectMany(files => Directory.EnumerateFiles(RepositoryFile.Find("src"), files, SearchOption.AllDirectories))
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .SelectMany(file => Key().Matches(File.ReadAllText(file)))
            .Select(match => match.Groups["key"].Value)
            .Where(key => Rooms.Contains(key[..key.IndexOf('_', StringComparison.Ordinal)]))
            .ToHashSet();

        var meant = used.ToLookup(key => key, key => Suffixes.Select(suffix => key + suffix).Where(English.ContainsKey).ToArray());
        Assert.Empty(meant.Where(key => key.All(texts => texts.Length == 0)).Select(key => key.Key));
        Assert.Empty(English.Keys.Except(meant.SelectMany(key => key).SelectMany(texts => texts)));
    }

    private static IReadOnlySet<string> Rooms { get; } = English.Keys.Select(key => key[..key.IndexOf('_', StringComparison.Ordinal)]).ToHashSet();

    private static Dictionary<string, string> Read(string file) =>
        XDocument.Load(RepositoryFile.Find(Path.Combine("src", "BriefingBot", "Texts", file))).Root!.Elements("data").ToDictionary(text => (string)text.Attribute("name")!, text => (string)text.Element("value")!);

    private static IEnumerable<string> Placeholders(string text) => Placeholder().Matches(text).Select(match => match.Value).Distinct().Order();

    [GeneratedRegex(@"""(?<key>[A-Z][A-Za-z]+_[A-Za-z_]+)""")]
    private static partial Regex Key();

    [GeneratedRegex(@"\{\d[^}]*\}")]
    private static partial Regex Placeholder();
}
