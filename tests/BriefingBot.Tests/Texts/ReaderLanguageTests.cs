using System.Globalization;
using BriefingBot.Answering;
using BriefingBot.Texts;

namespace BriefingBot.Tests.Texts;

public sealed class ReaderLanguageTests
{
    [Theory]
    [InlineData("en-US", "January 4, 2019")]
    [InlineData("en-GB", "4 January 2019")]
    [InlineData("en", "4 January 2019")]
    [InlineData("en-AU", "4 January 2019")]
    [InlineData("en-ZA", "4 January 2019")]
    [InlineData("de", "4. Januar 2019")]
    [InlineData("de-DE", "4. Januar 2019")]
    [InlineData("DE_de", "4. Januar 2019")]
    [InlineData("de-AT", "4. Jänner 2019")]
    [InlineData("de-Latn-CH-1996", "4. Januar 2019")]
    [InlineData("fr-FR", "4 January 2019")]
    [InlineData("zh-Hans-CN", "4 January 2019")]
    [InlineData("not a locale", "4 January 2019")]
    [InlineData("", "4 January 2019")]
    [InlineData(null, "4 January 2019")]
    public void Day_is_written_as_the_language_of_the_texts_and_its_region_have_it(string? locale, string written)
    {
        using var _ = Reading.In(locale);

        Assert.Equal(written, ReaderDay.Of(new(2019, 1, 4)));
    }

    [Theory]
    [InlineData("en-GB", "9–14 March 2026", "28 February – 3 March 2026", "28 December 2025 – 3 January 2026")]
    [InlineData("en-US", "March 9–14, 2026", "February 28 – March 3, 2026", "December 28, 2025 – January 3, 2026")]
    [InlineData("de-DE", "9.–14. März 2026", "28. Februar – 3. März 2026", "28. Dezember 2025 – 3. Januar 2026")]
    public void Days_of_a_development_repeat_neither_month_nor_year(string locale, string ofMonth, string ofYear, string ofYears)
    {
        using var _ = Reading.In(locale);

        Assert.Equal(
            [ofMonth, ofYear, ofYears],
            new[] { (new DateOnly(2026, 3, 9), new DateOnly(2026, 3, 14)), (new(2026, 2, 28), new(2026, 3, 3)), (new(2025, 12, 28), new(2026, 1, 3)) }
                .Select(days => DigestWords.Heading(new(days.Item1, days.Item2, []))));
    }

    [Theory]
    [InlineData("en-US", "1,234 sentences were withheld because no source supports them.")]
    [InlineData("fr-FR", "1,234 sentences were withheld because no source supports them.")]
    [InlineData("de-DE", "1.234 Sätze wurden zurückgehalten, weil keine Quelle sie stützt.")]
    public void Number_is_written_as_the_language_of_its_text_has_it(string locale, string written)
    {
        using var _ = Reading.In(locale);

        Assert.Equal(written, AnswerWords.WithheldStatements(1_234));
    }

    [Fact]
    public void Who_reads_several_languages_gets_the_first_that_there_are_texts_in() =>
        Assert.Equal("de-CH", ReaderLanguage.Of("fr-CH", null, "de-CH", "en-US").Name);

    [Theory]
    [InlineData("fr-FR")]
    [InlineData("")]
    public void Language_of_the_process_without_texts_is_read_as_English(string culture)
    {
        var before = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
            Assert.Equal("The articles disagree:", AnswerWords.Disagreement);
            Assert.Equal("4 January 2019", ReaderDay.Of(new(2019, 1, 4)));
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }
}
