using BriefingBot.Ingestion;
using BriefingBot.Tests.Support;
using BriefingBot.Web.Bot;
using Microsoft.Extensions.DependencyInjection;

namespace BriefingBot.Tests.Web;

/// <summary>How the end of a load comes to the chat where its files were dropped, whatever happens meanwhile.</summary>
public sealed class LoadTidingsTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("briefing-loads-").FullName;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Fact]
    public async Task Load_that_the_bot_was_restarted_in_is_told_once_by_whichever_instance_sees_its_end()
    {
        await using var files = LoadHost.Files();
        await using var channel = await Connector.StartAsync();
        await using (var before = await LoadHost.StartAsync(_directory, channel, runsLoads: false))
        {
            await before.SendAsync(SomeActivity.With(before.Activity.Teams(null).Dropping(("flood.md", files.Link("/flood.md"))), "locale", "de-DE"));
            await before.RestAsync();
            Assert.Empty(before.Ends());
        }

        await using var after = await LoadHost.StartAsync(_directory, channel);
        using var other = ActivatorUtilities.CreateInstance<LoadTidings>(after.Get<IServiceProvider>());
        await other.StartAsync(Cancellation);

        Assert.Matches(@"^\*\*Der Ladevorgang \S+ ist fertig\.\*\* Artikel neu: 1\.", (await after.EndAsync()).Text);
        await after.RestAsync();
        Assert.Single(after.Ends());
        await other.StopAsync(Cancellation);
    }

    [Fact]
    public async Task Bot_that_is_stopped_while_it_fetches_stops_at_once_and_asks_for_the_files_again()
    {
        await using var files = new WebListener((_, _, _, cancellation) => Task.Delay(Timeout.Infinite, cancellation));
        await using var channel = await Connector.StartAsync();
        var before = await LoadHost.StartAsync(_directory, channel);
        var dropping = before.PostAsync(before.Activity.Teams(null).Dropping(("flood.md", files.Link("/flood.md"))));
        await channel.UntilAsync(() => !files.Requests.IsEmpty);
        await before.DisposeAsync();
        await dropping.ContinueWith(_ => { }, Cancellation, TaskContinuationOptions.None, TaskScheduler.Default);

        await using var after = await LoadHost.StartAsync(_directory, channel);
        Assert.Matches(@"^\*\*Of load \S+ nothing was loaded:\*\* I was stopped, or met a fault, while I fetched its files\. Please drop them again\.$", (await after.EndAsync()).Text);
        Assert.Empty(after.Get<JobUploads>().Kept());
    }

    [Fact]
    public async Task End_that_the_channel_does_not_take_is_told_later()
    {
        await using var files = LoadHost.Files();
        await using var host = await LoadHost.StartAsync();
        host.Connector.Refuses = activity => ((string?)activity["text"])?.StartsWith("**", StringComparison.Ordinal) == true ? new(500) : null;
        await host.SendAsync(host.Activity.Teams(null).Dropping(("flood.md", files.Link("/flood.md"))));
        await host.PassTimeUntilAsync(() => host.Log.Any(line => line.Contains("What was to be told could not be sent", StringComparison.Ordinal)), step: 0.25);
        Assert.Empty(host.Ends());

        host.Connector.Refuses = null;
        await host.PassTimeUntilAsync(() => host.Ends().Count > 0, step: 5);
        await host.RestAsync();
        Assert.Single(host.Ends());
    }

    [Fact]
    public async Task How_far_a_load_is_stands_in_the_place_of_the_message_that_it_began_with()
    {
        await using var files = LoadHost.Files();
        await using var host = await LoadHost.StartAsync(runsLoads: false);
        var begun = Assert.Single(await host.SendAsync(host.Activity.Teams(null).Dropping(("flood.md", files.Link("/flood.md")))));
        var records = host.Get<JobRecords>();
        var record = await records.ListAsync(Cancellation).SingleAsync(Cancellation);
        await SeenAsync(1, "one article");
        await SeenAsync(1_200, "1,200 articles");
        Assert.Empty(host.Ends());

        async Task SeenAsync(int added, string told)
        {
            await records.WriteAsync(record with { Job = record.Job with { State = LoadState.Running, Counts = record.Job.Counts.SetItem(IngestOutcomeKind.Added, added) } }, Cancellation);
            await host.PassTimeUntilAsync(() => host.Connector.Messages[^1] is { Method: "PUT" } change && change.Text == $"I am loading flood.md: {told} so far. This is load {record.Job.Id}.", step: 1);
            Assert.EndsWith(begun.Id, host.Connector.Messages[^1].Path);
        }
    }

    [Fact]
    public async Task Whoever_is_forgotten_is_told_nothing_more()
    {
        await using var files = LoadHost.Files();
        await using var host = await LoadHost.StartAsync(runsLoads: false);
        await host.SendAsync(host.Activity.Teams(null).Dropping(("flood.md", files.Link("/flood.md"))));
        Assert.Single(await host.Get<DroppedLoads>().ListAsync(Cancellation).ToListAsync(Cancellation));

        var record = await host.Get<JobRecords>().ListAsync(Cancellation).SingleAsync(Cancellation);

        await host.SendAsync(host.Activity.Teams("forget me"));
        var told = host.Connector.Messages.Count;
        await host.Get<JobRecords>().WriteAsync(record with { Job = record.Job with { State = LoadState.Done, Ended = host.Time.GetUtcNow() } }, Cancellation);
        await host.RestAsync();

        Assert.Equal(told, host.Connector.Messages.Count);
        Assert.Empty(await host.Get<DroppedLoads>().ListAsync(Cancellation).ToListAsync(Cancellation));
    }
}
