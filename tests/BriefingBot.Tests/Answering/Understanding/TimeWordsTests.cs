using BriefingBot.Answering;

namespace BriefingBot.Tests.Answering;

public sealed class TimeWordsTests
{
    // A Thursday.
    private static readonly DateOnly Asked = new(2026, 11, 26);

    [Theory]
    [InlineData("What happened this week?", "What happened?", "2026-11-23 2026-11-26")]
    [InlineData("What happened in the past week?", "What happened?", "2026-11-19 2026-11-26")]
    [InlineData("What happened last week?", "What happened?", "2026-11-16 2026-11-22")]
    [InlineData("What happened this month?", "What happened?", "2026-11-01 2026-11-26")]
    [InlineData("What happened last month, and why?", "What happened, and why?", "2026-10-01 2026-10-31")]
    [InlineData("Who won last year?", "Who won?", "2025-01-01 2025-12-31")]
    [InlineData("Who won in the past year?", "Who won?", "2025-11-26 2026-11-26")]
    [InlineData("YESTERDAY who won?", "who won?", "2026-11-25 2026-11-25")]
    [InlineData("Who won the day before yesterday?", "Who won?", "2026-11-24 2026-11-24")]
    [InlineData("Who was elected today?", "Who was elected?", "2026-11-26 2026-11-26")]
    [InlineData("Who has won over the last few days?", "Who has won?", "2026-11-23 2026-11-26")]
    [InlineData("Who has won since Monday?", "Who has won?", "2026-11-23 2026-11-26")]
    [InlineData("Who won last Thursday?", "Who won?", "2026-11-19 2026-11-19")]
    public void Words_about_the_day_of_asking_require_their_days(string question, string text, string days)
    {
        var meant = TimeWords.Read(question, Asked);
        Assert.True(meant.IsRequired);
        Assert.Equal(text, meant.Text);
        Assert.Equal(days, Days(meant.Period));
    }

    [Theory]
    [InlineData("Who won in 2015?", "Who won?", "2015-01-01 2016-01-31")]
    [InlineData("Who won in March 2015?", "Who won?", "2015-03-01 2015-04-15")]
    [InlineData("Who won in march?", "Who won?", "2026-03-01 2026-04-15")]
    [InlineData("Who won in December?", "Who won?", "2025-12-01 2026-01-15")]
    [InlineData("Who won on 3 March 2015?", "Who won?", "2015-03-03 2015-03-10")]
    [InlineData("Who won on the 3rd of March, 2015?", "Who won?", "2015-03-03 2015-03-10")]
    [InlineData("Who won on March 3?", "Who won?", "2026-03-03 2026-03-10")]
    [InlineData("Who won on 2015-03-03?", "Who won?", "2015-03-03 2015-03-10")]
    [InlineData("Who won between 2014 and 2016?", "Who won?", "2014-01-01 2017-01-31")]
    [InlineData("Who won from May to June 2015?", "Who won?", "2015-05-01 2015-07-30")]
    [InlineData("Who has won since 2019?", "Who has won?", "2019-01-01 9999-12-31")]
    [InlineData("Who won after 2019?", "Who won?", "2020-01-01 9999-12-31")]
    [InlineData("Who won before May?", "Who won?", "0001-01-01 2026-04-30")]
    [InlineData("Who won by 1943?", "Who won?", "0001-01-01 1943-12-31")]
    [InlineData("Who won on Monday?", "Who won?", "2026-11-23 2026-11-23")]
    [InlineData("Who won two months ago?", "Who won?", "2026-09-01 2026-09-30")]
    [InlineData("Who won in the last ten years?", "Who won?", "2016-11-26 2026-11-26")]
    public void Named_days_prefer_theirs_and_those_behind_them_and_stay_in_the_question(string question, string bare, string days)
    {
        var meant = TimeWords.Read(question, Asked);
        Assert.False(meant.IsRequired);
        Assert.Equal(question, meant.Text);
        Assert.Equal(bare, meant.Bare);
        Assert.Equal(days, Days(meant.Period));
    }

    [Theory]
    [InlineData("What is the latest on the flood?", "the flood?", true)]
    [InlineData("latest news about the flood", "the flood", true)]
    [InlineData("What is the most recent figure?", "What is the most recent figure?", true)]
    [InlineData("Who is the mayor now?", "Who is the mayor now?", false)]
    [InlineData("How many bells are there today?", "How many bells are there today?", false)]
    public void Latest_asks_for_the_newest_and_now_prefers_it(string question, string text, bool isFirst)
    {
        var meant = TimeWords.Read(question, Asked);
        Assert.Equal(text, meant.Text);
        Assert.Equal(isFirst ? Recency.First : Recency.Preferred, meant.Recency);
        Assert.Null(meant.Period);
    }

    [Theory]
    [InlineData("Who designed the school?")]
    [InlineData("What did last year's budget cost?")]
    [InlineData("Who fell in the last week of the war?")]
    [InlineData("When was the last year that tin was mined?")]
    [InlineData("What is the area now known as Vessing?")]
    [InlineData("How many marched at last?")]
    [InlineData("Who lived in 480 BC or in 1200 BC?")]
    [InlineData("Who decided on 30 February?")]
    public void Other_words_mean_no_time(string question) =>
        Assert.Equal(new TimeMeant(question, question, null, IsRequired: false, Recency.Any), TimeWords.Read(question, Asked));

    private static string Days(Period? period) => $"{period?.Start:yyyy-MM-dd} {period?.End:yyyy-MM-dd}";
}
