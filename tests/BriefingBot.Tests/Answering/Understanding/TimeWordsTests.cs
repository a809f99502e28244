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
    [InlineData("Who has won since yesterday?", "Who has won?", "2026-11-25 2026-11-26")]
    [InlineData("Who has won since the day before yesterday?", "Who has won?", "2026-11-24 2026-11-26")]
    [InlineData("Since last week, who has won?", "who has won?", "2026-11-16 2026-11-26")]
    [InlineData("Who has won since last Thursday?", "Who has won?", "2026-11-19 2026-11-26")]
    [InlineData("Who has won after last month?", "Who has won?", "2026-11-01 2026-11-26")]
    [InlineData("What happened in the last 24 hours?", "What happened?", "2026-11-25 2026-11-26")]
    [InlineData("What happened over the past 36 hours?", "What happened?", "2026-11-24 2026-11-26")]
    [InlineData("Last 24 hours: what happened?", ": what happened?", "2026-11-25 2026-11-26")]
    [InlineData("What happened last weekend?", "What happened?", "2026-11-21 2026-11-22")]
    [InlineData("What has happened since last weekend?", "What has happened?", "2026-11-21 2026-11-26")]
    [InlineData("What happened in Vessing. Yesterday?", "What happened in Vessing.?", "2026-11-25 2026-11-25")]
    [InlineData("WHO WON YESTERDAY?", "WHO WON?", "2026-11-25 2026-11-25")]
    [InlineData("Who Won Last Week In Vessing?", "Who Won In Vessing?", "2026-11-16 2026-11-22")]
    [InlineData("What was the weather like yesterday?", "What was the weather like?", "2026-11-25 2026-11-25")]
    [InlineData("What's new this week?", "What's new?", "2026-11-23 2026-11-26")]
    [InlineData("Who won earlier this month?", "Who won?", "2026-11-01 2026-11-26")]
    [InlineData("Who won in the last days?", "Who won?", "2026-11-23 2026-11-26")]
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
    [InlineData("Who won before yesterday?", "Who won?", "0001-01-01 2026-11-24")]
    [InlineData("Who won before last week?", "Who won?", "0001-01-01 2026-11-15")]
    [InlineData("Who had won until yesterday?", "Who had won?", "0001-01-01 2026-11-25")]
    [InlineData("Who won before today?", "Who won?", "0001-01-01 2026-11-25")]
    [InlineData("Who won two years ago today?", "Who won?", "2024-01-01 2024-12-31")]
    [InlineData("Who won a year ago this week?", "Who won?", "2025-01-01 2025-12-31")]
    [InlineData("Who has won since two years ago?", "Who has won?", "2024-01-01 2026-11-26")]
    [InlineData("Who won this weekend?", "Who won?", "2026-11-21 2026-11-22")]
    [InlineData("Who won at the weekend?", "Who won?", "2026-11-21 2026-11-22")]
    [InlineData("Who won last summer?", "Who won?", "2026-06-01 2026-08-31")]
    [InlineData("Who won last winter?", "Who won?", "2025-12-01 2026-02-28")]
    [InlineData("Who won last spring?", "Who won?", "2026-03-01 2026-05-31")]
    [InlineData("Who won last autumn?", "Who won?", "2025-09-01 2025-11-30")]
    [InlineData("Who won last fall?", "Who won?", "2025-09-01 2025-11-30")]
    [InlineData("Who won this autumn?", "Who won?", "2026-09-01 2026-11-26")]
    [InlineData("Who has won since last summer?", "Who has won?", "2026-06-01 2026-11-26")]
    [InlineData("Who won in the previous two weeks?", "Who won?", "2026-11-12 2026-11-26")]
    [InlineData("Who won on 25/11/2026?", "Who won?", "2026-11-25 2026-12-02")]
    [InlineData("Who won on 25.11.2026?", "Who won?", "2026-11-25 2026-12-02")]
    [InlineData("Who won on 11/25/2026?", "Who won?", "2026-11-25 2026-12-02")]
    [InlineData("Who won on 3/4/2026?", "Who won?", "2026-04-03 2026-04-10")]
    [InlineData("Who won before 1/12/2025?", "Who won?", "0001-01-01 2025-11-30")]
    [InlineData("Who won from 3 to 7 March 2019?", "Who won?", "2019-03-03 2019-03-14")]
    [InlineData("Who won between the 3rd and the 7th of March?", "Who won?", "2026-03-03 2026-03-14")]
    [InlineData("Who won from March 3 to 7, 2019?", "Who won?", "2019-03-03 2019-03-14")]
    [InlineData("Who won on 3–7 March 2019?", "Who won?", "2019-03-03 2019-03-14")]
    [InlineData("Who won between april and may?", "Who won?", "2026-04-01 2026-06-30")]
    [InlineData("Which songs of June Carter were sung in May?", "Which songs of June Carter were sung?", "2026-05-01 2026-06-15")]
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
    [InlineData("Who hosts The Tonight Show?")]
    [InlineData("Who is the editor of Karrowby Today?")]
    [InlineData("What was published in USA Today?")]
    [InlineData("Who wrote the song Yesterday?")]
    [InlineData("Who wrote the song “yesterday”?")]
    [InlineData("Who sang Last Summer?")]
    [InlineData("Who sings Last Friday Night?")]
    [InlineData("What did it bring in compared to the previous year?")]
    [InlineData("What did it bring in the previous year?")]
    [InlineData("How much more than last year did it bring in?")]
    [InlineData("What did it cost compared with last month?")]
    [InlineData("Was it as dry as last summer?")]
    [InlineData("When is the last day to register?")]
    [InlineData("What was lost in the last week before the vote?")]
    [InlineData("What did he write in his last year?")]
    [InlineData("What were the mayor's last two years like?")]
    [InlineData("Does the warranty last two years?")]
    [InlineData("Who wrote the songs of June Carter?")]
    [InlineData("What was said by April Jones?")]
    [InlineData("What became of Jan Smuts?")]
    [InlineData("What did Theresa May say?")]
    [InlineData("What happened after May resigned?")]
    [InlineData("Which rules of may are strict?")]
    [InlineData("What may happen?")]
    [InlineData("What is on march?")]
    [InlineData("Who won on 31/31/2026?")]
    [InlineData("What caused this fall in prices?")]
    [InlineData("What happened until today?")]
    public void Other_words_mean_no_time(string question) =>
        Assert.Equal(new TimeMeant(question, question, null, IsRequired: false, Recency.Any), TimeWords.Read(question, Asked));

    /// <summary>Every word of time with every word that may stand before it, on the first and the last days that there are.</summary>
    [Fact]
    public void Calendar_has_ends_and_no_word_of_time_falls_off_them()
    {
        string[] hows = ["", "in ", "on ", "since ", "after ", "before ", "until ", "by ", "from ", "during ", "over "];
        string[] words =
        [
            "today", "yesterday", "the day before yesterday", "last night", "tonight", "this morning", "this week", "last week", "this month", "last month", "this year", "last year",
            "the last day", "the last week", "the past month", "the past year", "the last 24 hours", "the last 999 days", "the last 999 weeks", "the last 999 months", "the last 999 years",
            "Monday", "last Monday", "Sunday", "last Sunday", "this weekend", "last weekend", "the weekend", "last summer", "this summer", "last winter", "this winter", "last spring", "last fall",
            "three hours ago", "999 days ago", "999 weeks ago", "999 months ago", "999 years ago", "a year ago today",
            "0001-01-01", "9999-12-31", "1000", "2099", "1000-01-01", "2099-12-31", "29 February", "31 December", "1 January", "January", "December", "31/12/2099", "1/1/1000",
            "January and December", "1 to 31 December", "December 1 to 31, 2099", "0001-01-01 to 9999-12-31", "3 to 7 March",
        ];
        foreach (var asked in new[] { 0, 1, 5, 6, 7, 29, 30, 59, 365, 366, 400 }.SelectMany(days => new[] { DateOnly.MinValue.AddDays(days), DateOnly.MaxValue.AddDays(-days) }))
        {
            foreach (var question in hows.SelectMany(how => words.Select(word => $"What happened {how}{word}?")))
            {
                var understood = Understood.Read(question, asked, BriefingBot.Articles.ArticleFilter.All, scope: null);
                if (understood.Time.Period is { } period)
                {
                    Assert.True(period.Start <= period.End, $"{question} on {asked}: {period}");
                    Assert.NotEmpty(understood.Words(null, period)!);
                    Assert.NotNull(understood.InScopeOf(period));
                }
            }
        }
    }

    private static string Days(Period? period) => $"{period?.Start:yyyy-MM-dd} {period?.End:yyyy-MM-dd}";
}
