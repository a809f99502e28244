using System.Text;
using BriefingBot.Ingestion;

namespace BriefingBot.Tests.Ingestion;

public sealed class TextDecodingTests
{
    private const string English = "The committee met on Tuesday and agreed on the plan for next year.";
    private const string French = "La réunion s’est tenue mardi à l’hôtel de ville ; le maire a présenté le budget de l’été.";
    private const string Polish = "Zażółć gęślą jaźń. Spotkanie odbyło się we wtorek, a następne będzie w przyszłym tygodniu. Wójt przedstawił budżet na rok następny i odpowiedział na pytania mieszkańców.";
    private const string Russian = "Комитет собрался во вторник и согласовал план на следующий год.";
    private const string Greek = "Η επιτροπή συνεδρίασε την Τρίτη και συμφώνησε στο σχέδιο για το επόμενο έτος.";
    private const string Japanese = "委員会は火曜日に開かれ、来年の計画について合意した。会議は二時間続いた。";
    private const string Chinese = "委员会星期二开会，就明年的计划达成一致。会议持续了两个小时。";
    private const string Korean = "위원회는 화요일에 모여 내년 계획에 합의했다. 회의는 두 시간 동안 이어졌다.";

    [Theory]
    [InlineData("utf-8", French)]
    [InlineData("utf-16", French)]
    [InlineData("utf-16BE", Japanese)]
    [InlineData("utf-32", French)]
    public void A_byte_order_mark_names_the_encoding_and_is_dropped(string name, string text)
    {
        var encoding = Encoding.GetEncoding(name);

        Assert.Equal(text, TextDecoding.Decode([.. encoding.GetPreamble(), .. encoding.GetBytes(text)]));
    }

    [Theory]
    [InlineData("utf-8", "")]
    [InlineData("utf-8", "é")]
    [InlineData("utf-8", Japanese)]
    [InlineData("utf-16", English)]
    [InlineData("utf-16BE", English)]
    [InlineData("utf-16", Russian)]
    [InlineData("utf-16BE", Greek)]
    [InlineData("utf-16", "Hi")]
    [InlineData("windows-1252", French)]
    [InlineData("windows-1252", "café")]
    [InlineData("windows-1252", "Smith’s “plan” – 5 €")]
    [InlineData("windows-1252", "Müller fährt über Köln")]
    [InlineData("windows-1250", Polish)]
    [InlineData("windows-1251", Russian)]
    [InlineData("koi8-r", Russian)]
    [InlineData("windows-1253", Greek)]
    [InlineData("shift_jis", Japanese)]
    [InlineData("euc-jp", Japanese)]
    [InlineData("gb18030", Chinese)]
    [InlineData("euc-kr", Korean)]
    public void An_encoding_is_found_without_a_mark(string name, string text)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);

        Assert.Equal(text, TextDecoding.Decode(encoding.GetBytes(text)));
    }

    [Fact]
    public void A_stray_NUL_is_no_reason_to_refuse()
    {
        Assert.Equal("Hello\0 world", TextDecoding.Decode("Hello\0 world"u8));
        Assert.Equal("café\0 crème!", TextDecoding.Decode(Encoding.Latin1.GetBytes("café\0 crème!")));
    }

    [Fact]
    public void Utf8_cut_in_a_character_stays_utf8()
    {
        var bytes = Encoding.UTF8.GetBytes(Japanese);

        Assert.Equal(Japanese[..^1] + "\uFFFD", TextDecoding.Decode(bytes.AsSpan(0, bytes.Length - 1)));
    }

    [Theory]
    [InlineData("The café of Tormouth. ", "The café of Lindale.", "windows-1252")]
    [InlineData("“It is open.” ", "“It is shut.”", "windows-1252")]
    [InlineData("The owner – a baker – said so. ", "Zażółć gęślą jaźń.", "windows-1250")]
    [InlineData("Комитет собрался во вторник. ", "é", "windows-1252")]
    [InlineData(Japanese, "é", "windows-1252")]
    public void Text_in_UTF8_and_another_encoding_is_refused_in_either_order(string inUtf8, string other, string name)
    {
        var (first, second) = (Encoding.UTF8.GetBytes(inUtf8), CodePagesEncodingProvider.Instance.GetEncoding(name)!.GetBytes(other + " "));

        Assert.Contains($"at byte {first.Length + Array.FindIndex(second, b => b > 0x7F) + 1}.", Refused([.. first, .. second]), StringComparison.Ordinal);
        Assert.Contains($"at byte {Array.FindIndex(second, b => b > 0x7F) + 1}.", Refused([.. second, .. first]), StringComparison.Ordinal);
        Assert.Contains($"at byte {3 + first.Length + Array.FindIndex(second, b => b > 0x7F) + 1}.", Refused([.. Encoding.UTF8.Preamble, .. first, .. second]), StringComparison.Ordinal);

        static string Refused(byte[] bytes) => Assert.Throws<UnreadableInputException>(() => TextDecoding.Decode(bytes)).Message;
    }

    [Theory]
    [InlineData("The price is 5 €")]
    [InlineData("Café crème à la carte, été après été, là")]
    public void Utf8_cut_after_a_few_accents_stays_utf8(string text)
    {
        var bytes = Encoding.UTF8.GetBytes("“It is so,” said the owner. " + text);

        Assert.EndsWith(text[^3..^1] + "\uFFFD", TextDecoding.Decode(bytes.AsSpan(0, bytes.Length - 1)));
    }

    [Theory]
    [InlineData("89504E470D0A1A0A0000000D49484452", "PNG")]
    [InlineData("255044462D312E370A25E2E3CFD30A", "PDF")]
    [InlineData("504B03041400000008000000", "ZIP")]
    [InlineData("FFD8FFE000104A464946", "JPEG")]
    [InlineData("1F8B080000000000", "gzip")]
    [InlineData("00010203040506070809101112131415", "binary")]
    public void Binary_content_is_refused_and_named(string hex, string name) =>
        Assert.Contains(name, Assert.Throws<UnreadableInputException>(() => TextDecoding.Decode(Convert.FromHexString(hex))).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("windows-1251", "<meta charset=windows-1251>")]
    [InlineData("windows-1251", "<META http-equiv='Content-Type' content='text/html; charset=windows-1251'>")]
    [InlineData("koi8-r", "<?xml version=\"1.0\" encoding=\"KOI8-R\"?>")]
    [InlineData("utf-8", "<meta charset=windows-1251>")]
    [InlineData("windows-1251", "<meta charset=no-such-charset>")]
    [InlineData("windows-1251", "<meta charset=utf-8>")]
    [InlineData("utf-16", "<meta charset=utf-8>")]
    public void A_page_is_decoded_by_its_declaration_unless_the_bytes_say_otherwise(string name, string declaration)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        var page = declaration + "<p>" + Russian;

        Assert.Equal(page, HtmlDecoding.Decode(encoding.GetBytes(page)));
    }

    [Fact]
    public void A_page_of_a_few_accents_is_decoded_by_its_declaration() =>
        Assert.Equal("<meta charset=iso-8859-2>ż", HtmlDecoding.Decode([.. "<meta charset=iso-8859-2>"u8, 0xBF]));
}
