using BriefingBot.Articles;

namespace BriefingBot.Tests.Articles;

public sealed class PublicationDateTests
{
    [Theory]
    [InlineData("2019-01-04", "2019-01-04")]
    [InlineData(" 2019-01-04 ", "2019-01-04")]
    [InlineData("4 January 2019", "2019-01-04")]
    [InlineData("January 4, 2019", "2019-01-04")]
    [InlineData("2019-01-04T09:30:00Z", "2019-01-04T09:30:00+00:00")]
    [InlineData("2019-01-04T09:30:00+02:00", "2019-01-04T09:30:00+02:00")]
    [InlineData("2019-01-04T09:30", "2019-01-04T09:30:00+00:00")]
    [InlineData("2019-01-04T09:30:00.123Z", "2019-01-04T09:30:00+00:00")]
    [InlineData("Fri, 04 Jan 2019 09:30:00 GMT", "2019-01-04T09:30:00+00:00")]
    public void A_date_is_read_as_precisely_as_it_is_given_and_reads_back_the_same(string text, string expected)
    {
        Assert.True(PublicationDate.TryParse(text, out var date));
        Assert.Equal(expected, date.ToString());
        Assert.True(PublicationDate.TryParse(date.ToString(), out var again));
        Assert.Equal(date, again);
    }

    [Theory]
    [InlineData("03/04/2019")]
    [InlineData("2019-02-30")]
    [InlineData("yesterday")]
    [InlineData("1546594200")]
    [InlineData("")]
    [InlineData(null)]
    public void What_is_no_date_or_could_be_two_is_refused(string? text) => Assert.False(PublicationDate.TryParse(text, out _));
}
