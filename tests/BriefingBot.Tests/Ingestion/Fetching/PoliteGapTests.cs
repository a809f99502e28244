using BriefingBot.Ingestion;
using Microsoft.Extensions.Time.Testing;

namespace BriefingBot.Tests.Ingestion;

public sealed class PoliteGapTests
{
    private readonly FakeTimeProvider _clock = new();

    [Fact]
    public void The_first_request_and_those_to_other_hosts_do_not_wait()
    {
        var gap = new PoliteGap(_clock);
        Assert.True(Wait(gap, "one.example").IsCompleted);
        Assert.True(Wait(gap, "two.example").IsCompleted);
        Assert.False(Wait(gap, "ONE.example").IsCompleted);
    }

    [Theory]
    [InlineData(null, 200)]
    [InlineData(0.5, 500)]
    [InlineData(30.0, 1_000)]
    public async Task A_host_is_asked_again_after_the_time_that_it_asks_for_but_a_second_at_most(double? asked, int milliseconds)
    {
        var gap = new PoliteGap(_clock);
        TimeSpan? delay = asked is { } seconds ? TimeSpan.FromSeconds(seconds) : null;
        await Wait(gap, "one.example", delay);
        var (second, third) = (Wait(gap, "one.example", delay), Wait(gap, "one.example", delay));

        _clock.Advance(TimeSpan.FromMilliseconds(milliseconds - 1));
        Assert.False(second.IsCompleted);
        _clock.Advance(TimeSpan.FromMilliseconds(1));
        await second;
        Assert.False(third.IsCompleted);
        _clock.Advance(TimeSpan.FromMilliseconds(milliseconds));
        await third;
        _clock.Advance(TimeSpan.FromMilliseconds(milliseconds));
        Assert.True(Wait(gap, "one.example", delay).IsCompleted);
    }

    private static Task Wait(PoliteGap gap, string host, TimeSpan? asked = null) => gap.WaitAsync(host, asked, TestContext.Current.CancellationToken);
}
