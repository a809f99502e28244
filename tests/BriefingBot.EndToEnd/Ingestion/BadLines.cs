namespace BriefingBot.EndToEnd.Ingestion;

/// <summary>Lines of a .jsonl file that are no article, or one with odd names.</summary>
internal static class BadLines
{
    private const string Words = "The harbour of Skerrin was dredged in 1987.";

    private static readonly string LongId = "a/../b%2F c" + new string('n', 1_989);

    public static readonly IReadOnlyDictionary<string, Action<BadArticle>> Inputs = new Dictionary<string, Action<BadArticle>>
    {
        ["a line that is not JSON, between two that are"] = given => given.Give("lines.jsonl", $$"""
            {"id":"one","title":"One","text":"{{Words}}"}
            {"title": oh no}
            {"id":"two","title":"Two","text":"{{Words}}"}
            """),
        ["a line that is cut off"] = Line("""{"title":"One","text":"The harb"""),
        ["a line that is a list"] = Line("""["title","text"]"""),
        ["a line without a title"] = Line($$"""{"text":"{{Words}}"}"""),
        ["a line with a blank title"] = Line($$"""{"title":" \u200b","text":"{{Words}}"}"""),
        ["a line without a text"] = Line("""{"title":"One"}"""),
        ["a line with an empty text"] = Line("""{"title":"One","text":""}"""),
        ["a line with a date that can be two days"] = Line($$"""{"title":"One","text":"{{Words}}","published":"03/04/2026"}"""),
        ["a line in UTF-8 with one byte that is not"] = given => given.Give("lines.jsonl", [.. "{\"title\":\"Café\",\"text\":\"The caf"u8, 0xE9, .. " is open.\"}"u8]),
        ["a line with half of a surrogate pair in title and text"] = Line("""{"id":"half","title":"Half \ud800 of a pair","text":"The mill \udc00 of Torvik."}"""),
        ["a line with NUL in its text"] = Line("""{"id":"nul","title":"NUL","text":"The mill\u0000 of Torvik."}"""),
        ["a line that names group and not groups"] = Line($$"""{"title":"One","text":"{{Words}}","group":["board"]}"""),
        ["a line that names _Groups"] = Line($$"""{"title":"One","text":"{{Words}}","_Groups":["board"]}"""),
        ["a line that names groups with a character that nobody sees"] = Line($$"""{"title":"One","text":"{{Words}}","gro\u200bups":["board"]}"""),
        ["an id with /, .., %2F and spaces, of 2,000 characters"] = given =>
        {
            given.Name("id", LongId);
            Line($$"""{"id":"{{LongId}}","title":"One","text":"{{Words}}"}""")(given);
        },
        ["an id of 3,000 characters"] = Line($$"""{"id":"{{new string('n', 3_000)}}","title":"One","text":"{{Words}}"}"""),
        ["an id with a line end"] = Line($$"""{"id":"one\ntwo","title":"One","text":"{{Words}}"}"""),
        ["an id with NUL"] = Line($$"""{"id":"one\u0000","title":"One","text":"{{Words}}"}"""),
        ["an id with half of a surrogate pair"] = Line($$"""{"id":"one\ud800","title":"One","text":"{{Words}}"}"""),
        ["an id that another file has given"] = given =>
        {
            given.Give("first.jsonl", $$"""{"id":"one","title":"One","text":"{{Words}}"}""");
            given.Name("first", given.Below("first.jsonl"));
            given.Give("second.jsonl", """{"id":"one","title":"One","text":"Quite another text."}""");
        },
        ["a title of 2,000 characters"] = Line($$"""{"title":"{{new string('t', 2_000)}}","text":"{{Words}}"}"""),
        ["an author of 2,000 characters"] = Line($$"""{"title":"One","author":"{{new string('t', 2_000)}}","text":"{{Words}}"}"""),
        ["a label of 2,000 characters"] = Line($$"""{"title":"One","labels":["{{new string('t', 2_000)}}"],"text":"{{Words}}"}"""),
        ["2,000 labels"] = Line($$"""{"title":"One","labels":[{{string.Join(',', Enumerable.Range(1, 2_000).Select(i => $"\"{i}\""))}}],"text":"{{Words}}"}"""),
        ["an address of 3,000 characters"] = Line($$"""{"title":"One","url":"https://example.org/{{new string('n', 2_980)}}","text":"{{Words}}"}"""),
    };

    private static Action<BadArticle> Line(string line) => given => given.Give("lines.jsonl", line);
}
