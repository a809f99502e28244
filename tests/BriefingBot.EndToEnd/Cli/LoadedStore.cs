using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using BriefingBot.EndToEnd.Cli;
using BriefingBot.EndToEnd.Support;

[assembly: AssemblyFixture(typeof(LoadedStore))]

namespace BriefingBot.EndToEnd.Cli;

/// <summary>A store with ordinary and odd articles, loaded once for all tests of the command line, which leave it as it is.</summary>
public sealed class LoadedStore : IAsyncLifetime
{
    public const string Dam = "The dam at Kestrel Valley broke on 4 January 2019 after three days of rain. Two villages below the dam were flooded, and 214 people left their homes.\n\n"
        + "Engineers had warned the valley council about cracks in the dam wall in 2016.";

    /// <summary>Canonical already: readers leave every character of it alone.</summary>
    public const string Signs = "The price\u00A0\u00A0\u00A0of  saffron in Mirabad rose by 12.5\u00A0% to 1,250 dinars 🌾🌾 last Tuesday.\n\tA second line – with “curly” marks, a \\ and a \"quote\" – follows it.";

    public const string RightToLeft = "The mayor of Haifa wrote שלום לכולם on the wall of the new library in March. مرحبا بكم was written below it by the deputy mayor.";

    /// <summary>As given, in JSON's own escapes: NUL, lone surrogates, CRLF, soft hyphen, zero-width space, a mark and a decomposed letter.</summary>
    public const string UglyJson = @"The cafe\u0301 owner\u0000 in Tor\u00admouth\r\nsold 90\u200b0 buns \ud800on the\u2060 day of \udc00the fair.\rThe \ufeffbaker of Tormouth \ud83c\udf5e baked all night.";

    public const string UglyCanonical = "The café owner in Tormouth\nsold 900 buns \uFFFDon the day of \uFFFDthe fair.\nThe baker of Tormouth 🍞 baked all night.";

    private readonly Workspace _workspace = new();

    /// <summary>Ids that are easily mangled, each of an article of its own; kept verbatim whatever they look like.</summary>
    public static readonly string[] OddIds =
    [
        "news/2019/dam", "../../etc/passwd", "a%2Fb", "a/b", " blanks  inside and around ", "\"quoted\" 'twice' `thrice`", "-x", "--json", "--a b=c", "-", "🌾 wheat 👩‍🌾", "cafe\u0301", "é;ä|ö",
        "C:\\temp\\x", "*.md", "$HOME", new string('n', 2_000), "[red]markup[/]", "@file", "ID", "id",
    ];

    internal Workspace Workspace => _workspace;

    internal Run Ingest { get; private set; } = null!;

    internal string Articles { get; private set; } = "";

    internal string Odd { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        Articles = _workspace.Write("articles.jsonl", string.Join('\n',
            Line(new() { ["id"] = "dam", ["title"] = "Dam breaks", ["text"] = Dam, ["url"] = "https://news.example/dam?a=1&b=2", ["source"] = "The Valley Post", ["author"] = "Ann Reed", ["published"] = "2019-01-04", ["labels"] = new JsonArray("flood", "rain") }),
            Line(new() { ["id"] = "signs", ["title"] = "Saffron", ["text"] = Signs, ["published"] = "2020-05-06T07:08:09+02:00" }),
            Line(new() { ["id"] = "rtl", ["title"] = "Library", ["text"] = RightToLeft }),
            $$"""{"id":"ugly","title":"Buns","text":"{{UglyJson}}"}""",
            Line(new() { ["id"] = "secret", ["title"] = "Merger of Brandt", ["text"] = "The secret merger of Brandt and Ostrova will be announced on 9 May by the chairwoman.", ["groups"] = new JsonArray("board") })));
        Odd = _workspace.Write("odd.jsonl", string.Join('\n', OddIds.Select((id, i) =>
            Line(new() { ["id"] = id, ["title"] = $"Orchard {i}", ["text"] = OddText(i) }))));
        var page = _workspace.Write("folder/inner/notes.md", "# Harbour notes\n\nThe harbour of Skerrin was dredged in 1987 by a Dutch company.\n");
        Ingest = (await _workspace.JsonAsync("ingest", Articles, Odd, Path.GetDirectoryName(Path.GetDirectoryName(page))!)).Ended(0);
    }

    public static string OddText(int i) => $"Orchard number {i} of Lindale grew {1_000 + i} baskets of {Fruit(i)} in the last summer.";

    public static string OddQuestion(int i) => $"How many baskets of {Fruit(i)} did orchard number {i} of Lindale grow?";

    /// <summary>A question file's path, for <c>--questions</c>.</summary>
    public string Questions(IEnumerable<string> lines, string name) => _workspace.Write(name, string.Join('\n', lines));

    internal static string Line(JsonObject article) => article.ToJsonString(new JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    /// <summary>UTF-16 units from start to end, as a script would cut them.</summary>
    internal static string Cut(string text, JsonObject span) => text[span.Whole("start")..span.Whole("end")];

    public ValueTask DisposeAsync()
    {
        _workspace.Dispose();
        return ValueTask.CompletedTask;
    }

    private static string Fruit(int i) => new StringBuilder().Append("bcdfghklmnprstvz"[i % 16]).Append("aeiou"[i / 5 % 5]).Append("lmnrt"[i % 5]).Append("apple").ToString();
}
