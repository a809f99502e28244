using System.Text;
using BriefingBot.Ingestion;

namespace BriefingBot.Tests.Ingestion;

public sealed class JsonLineReaderTests
{
    [Fact]
    public void Every_field_is_read()
    {
        var article = Read("""
            {"id":"a-1","title":"T","text":"Some words.","url":"https://example.org/a","source":"S","author":"A",
             "published":"2026-03-01","labels":["x","y"],"groups":["hr"]}
            """);

        Assert.Equal("a-1", article.Id);
        Assert.Equal("T", article.Title);
        Assert.Equal("Some words.", article.Text);
        Assert.Equal(new Uri("https://example.org/a"), article.Url);
        Assert.Equal("S", article.Source);
        Assert.Equal("A", article.Author);
        Assert.Equal("2026-03-01", article.Published.ToString());
        Assert.Equal(["x", "y"], article.Labels);
        Assert.Equal(["hr"], article.Groups);
    }

    [Theory]
    [InlineData("""{"title":"T","text":"x"}""")]
    [InlineData("""{"title":"T","text":"x","id":null,"url":null,"source":null,"author":null,"published":null,"labels":null,"groups":null}""")]
    [InlineData("""{"title":"T","text":"x","source":"","author":" ","labels":[],"groups":[]}""")]
    public void Fields_left_out_null_or_empty_are_absent(string line)
    {
        var article = Read(line);

        Assert.Equal(new ReadArticle("x") { Title = "T", Labels = article.Labels, Groups = article.Groups }, article);
        Assert.Empty(article.Labels);
        Assert.Empty(article.Groups);
    }

    [Theory]
    [InlineData("", "not valid JSON")]
    [InlineData("hello", "not valid JSON")]
    [InlineData("""{"title":"T","text":"x"} {}""", "not valid JSON")]
    [InlineData("""{"title":"T","text":"x",}""", "not valid JSON")]
    [InlineData("""{"title":"T","text":"x" """, "not valid JSON")]
    [InlineData("""{"title":"T","text":"\x"}""", "not valid JSON")]
    [InlineData("""{"title":"T","text":"\ud8"}""", "not valid JSON")]
    [InlineData("""{'title':'T','text':'x'}""", "not valid JSON")]
    [InlineData("[]", "not a JSON object")]
    [InlineData("null", "not a JSON object")]
    [InlineData("\"text\"", "not a JSON object")]
    [InlineData("17", "not a JSON object")]
    [InlineData("{}", "'title' is missing")]
    [InlineData("""{"title":"T"}""", "'text' is missing")]
    [InlineData("""{"title":"T","Text":"x"}""", "'text' is missing")]
    [InlineData("""{"title":"T","text":null}""", "'text' is missing")]
    [InlineData("""{"title":"T","text":""}""", "'text' is missing or blank")]
    [InlineData("""{"title":"T","text":" \n\t\u200b\ufeff\u0000"}""", "'text' is missing or blank")]
    [InlineData("""{"title":"T","text":["x"]}""", "'text' must be a text")]
    [InlineData("""{"title":"T","text":7}""", "'text' must be a text")]
    [InlineData("""{"title":"T","text":{"a":1}}""", "'text' must be a text")]
    [InlineData("""{"text":"x"}""", "'title' is missing")]
    [InlineData("""{"title":" \u200b","text":"x"}""", "'title' is missing or blank")]
    [InlineData("""{"title":true,"text":"x"}""", "'title' must be a text")]
    [InlineData("""{"title":"T","text":"x","id":""}""", "'id' is blank")]
    [InlineData("""{"title":"T","text":"x","id":" "}""", "'id' is blank")]
    [InlineData("""{"title":"T","text":"x","id":true}""", "'id' must be a text")]
    [InlineData("""{"title":"T","text":"x","id":["a"]}""", "'id' must be a text")]
    [InlineData("""{"title":"T","text":"x","url":"/a"}""", "'url' must be")]
    [InlineData("""{"title":"T","text":"x","url":"example.org/a"}""", "'url' must be")]
    [InlineData("""{"title":"T","text":"x","url":"javascript:alert(1)"}""", "'url' must be")]
    [InlineData("""{"title":"T","text":"x","url":"file:///etc/passwd"}""", "'url' must be")]
    [InlineData("""{"title":"T","text":"x","url":1}""", "'url' must be a text")]
    [InlineData("""{"title":"T","text":"x","published":"03/04/2026"}""", "Write it as 2026-03-01")]
    [InlineData("""{"title":"T","text":"x","published":"yesterday"}""", "Write it as 2026-03-01")]
    [InlineData("""{"title":"T","text":"x","published":"10:30"}""", "Write it as 2026-03-01")]
    [InlineData("""{"title":"T","text":"x","published":1772323200}""", "'published' must be a text")]
    [InlineData("""{"title":"T","text":"x","source":{}}""", "'source' must be a text")]
    [InlineData("""{"title":"T","text":"x","author":["A"]}""", "'author' must be a text")]
    [InlineData("""{"title":"T","text":"x","labels":[1]}""", "'labels' must be")]
    [InlineData("""{"title":"T","text":"x","labels":{}}""", "'labels' must be")]
    [InlineData("""{"title":"T","text":"x","text":"y"}""", "'text' is given twice")]
    [InlineData("""{"title":"T","text":"x","\u0074ext":"y"}""", "'text' is given twice")]
    public void A_bad_line_is_refused_and_the_reason_named(string line, string reason) =>
        Assert.Contains(reason, Refused(line), StringComparison.Ordinal);

    [Theory]
    [InlineData("""[null]""")]
    [InlineData("""["hr",1]""")]
    [InlineData("""["hr",["it"]]""")]
    [InlineData("""{"hr":true}""")]
    [InlineData("true")]
    [InlineData("false")]
    [InlineData("0")]
    [InlineData("\"\"")]
    [InlineData("[\"\"]")]
    [InlineData("[\"hr\",\" \"]")]
    public void Malformed_groups_never_open_an_article(string groups) =>
        Assert.Contains("'groups'", Refused($$"""{"title":"T","text":"x","groups":{{groups}}}"""), StringComparison.Ordinal);

    [Theory]
    [InlineData("""{"title":"T","text":"x","groups":["hr"],"groups":[]}""")]
    [InlineData("""{"title":"T","text":"x","groups":["hr"],"gr\u006fups":[]}""")]
    [InlineData("""{"title":"T","text":"x","Groups":["hr"]}""")]
    [InlineData("""{"title":"T","text":"x","GROUPS":["hr"]}""")]
    [InlineData("""{"title":"T","text":"x"," groups":["hr"]}""")]
    [InlineData("""{"title":"T","text":"x","group":["hr"]}""")]
    [InlineData("""{"title":"T","text":"x","_groups":["hr"]}""")]
    [InlineData("""{"title":"T","text":"x","Group_s":"hr"}""")]
    [InlineData("""{"title":"T","text":"x","\u200bgr\u00adou\u2060ps\ufeff":["hr"]}""")]
    [InlineData("""{"title":"T","text":"x","gr\u200doups":["hr"]}""")]
    [InlineData("""{"title":"T","text":"x","ｇｒｏｕｐｓ":["hr"]}""")]
    [InlineData("""{"title":"T","text":"x","groups\ud800":["hr"]}""")]
    [InlineData("""{"title":"T","text":"x","groups":[],"_groups":["hr"]}""")]
    public void Groups_given_twice_or_misspelt_are_refused(string line) => Assert.Contains("roups", Refused(line), StringComparison.OrdinalIgnoreCase);

    [Fact]
    public void Names_that_hold_more_than_groups_are_ignored_like_any_other() =>
        Assert.Empty(Read("""{"title":"T","text":"x","groupsize":4,"age_group":"all","subgroups":["a"],"more":{"groups":["hr"]}}""").Groups);

    [Fact]
    public void One_group_or_label_may_stand_without_brackets()
    {
        var article = Read("""{"title":"T","text":"x","groups":"hr","labels":"news"}""");

        Assert.Equal(["hr"], article.Groups);
        Assert.Equal(["news"], article.Labels);
    }

    [Theory]
    [InlineData("7", "7")]
    [InlineData("12345678901234567890123", "12345678901234567890123")]
    [InlineData("1.50", "1.50")]
    [InlineData("-1e400", "-1e400")]
    [InlineData("\" a/b \"", " a/b ")]
    public void An_id_is_kept_to_the_letter(string json, string id) => Assert.Equal(id, Read($$"""{"title":"T","text":"x","id":{{json}}}""").Id);

    [Theory]
    [InlineData(@"a\ud800b", "a\uFFFDb")]
    [InlineData(@"a\udc00", "a\uFFFD")]
    [InlineData(@"\ud83d\ude00", "😀")]
    [InlineData(@"\ud800\ud83d\ude00", "\uFFFD😀")]
    [InlineData(@"a\u0000b", "a\0b")]
    [InlineData(@"\""\\\/\b\f\n\r\t", "\"\\/\b\f\n\r\t")]
    [InlineData("two  blanks   stay\u00A0", "two  blanks   stay\u00A0")]
    public void Escapes_are_decoded_and_half_a_pair_is_replaced(string json, string text) =>
        Assert.Equal(text, Read($$"""{"title":"T","text":"x{{json}}"}""").Text[1..]);

    [Fact]
    public void Half_a_pair_in_a_field_name_is_no_fault() => Assert.Equal("x", Read("""{"\ud800":1,"title":"T","text":"x"}""").Text);

    [Fact]
    public void Unknown_fields_are_ignored_whatever_they_hold()
    {
        var deep = new string('[', 50_000) + new string(']', 50_000);

        Assert.Equal("x", Read($$"""{"more":{{deep}},"number":1e999999,"title":"T","nested":{"text":1,"groups":0},"text":"x"}""").Text);
    }

    [Fact]
    public void Nesting_without_end_is_refused() => Assert.Contains("not valid JSON", Refused(new string('[', 1_000_000).Insert(0, "{\"a\":")), StringComparison.Ordinal);

    [Fact]
    public void A_fault_is_placed_at_its_byte() => Assert.Contains("at byte 11:", Refused("""{"title": T}"""), StringComparison.Ordinal);

    [Fact]
    public void A_byte_order_mark_and_another_encoding_are_tolerated()
    {
        const string Line = """{"title":"T","text":"Café crème à la carte"}""";

        Assert.Equal("Café crème à la carte", JsonLineReader.Read([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Line)]).Text);
        Assert.Equal("Café crème à la carte", JsonLineReader.Read(Encoding.Latin1.GetBytes(Line)).Text);
    }

    private static ReadArticle Read(string line) => JsonLineReader.Read(Encoding.UTF8.GetBytes(line));

    private static string Refused(string line) => Assert.Throws<UnreadableInputException>(() => Read(line)).Message;
}
