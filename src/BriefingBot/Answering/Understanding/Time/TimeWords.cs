namespace BriefingBot.Answering;

/// <summary>Reads words of time. The rules stand in <c>tests/BriefingBot.Tests/Specs/TimeWords.md</c>.</summary>
internal static class TimeWords
{
    /// <summary>What the question asks for on that day; the question unchanged where it says nothing of time.</summary>
    public static TimeMeant Read(string question, DateOnly asked)
    {
        var (text, recency) = RecencyWords.Read(question);
        if (RelativeTime.Read(text, asked) is { } relative)
        {
            return relative with { Recency = recency > relative.Recency ? recency : relative.Recency };
        }

        var (bare, period) = CalendarTime.Read(text, asked);
        return new(text, bare, period, IsRequired: false, recency);
    }
}
