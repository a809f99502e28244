using BriefingBot.Ingestion;

namespace BriefingBot.Tests.Ingestion;

public sealed class LoadTrackTests
{
    [Fact]
    public void A_file_is_open_until_its_articles_are_stored_and_the_next_is_begun()
    {
        var track = new LoadTrack([]);
        track.Begin("/a");
        track.Hold();
        track.Begin("/b");
        Assert.Equal(2, track.Open.Length);
        track.Release();
        Assert.Single(track.Open);
        track.Hold();
        Assert.Single(track.Open);
    }

    [Fact]
    public void What_was_recorded_is_passed_over_unless_it_was_open()
    {
        var before = new LoadTrack([]);
        before.Begin("/open.zip");
        var track = new LoadTrack(before.Open);
        foreach (var input in new[] { "/done.txt", "/done.zip!one.txt", "/odd!name.zip!two.txt", "/open.zip!one.txt" })
        {
            track.Recall(new(input, null, IngestOutcomeKind.Added));
        }

        Assert.True(track.Begin("/done.txt"));
        Assert.True(track.Begin("/done.zip"));
        Assert.True(track.Begin("/odd!name.zip"));
        Assert.False(track.Begin("/open.zip"));
        Assert.True(track.HasRecorded("/open.zip!one.txt", null));
        Assert.False(track.HasRecorded("/open.zip!two.txt", null));
        Assert.False(track.HasRecorded("/open.zip!one.txt", 1));
        Assert.False(track.Begin("/new.txt"));
    }
}
