using System.Collections.Concurrent;
using BriefingBot.Indexing;
using BriefingBot.Ingestion;
using BriefingBot.Tests.Support;
using BriefingBot.Web.Samples;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace BriefingBot.Tests.Web;

/// <summary>A new store that was given the samples.</summary>
public sealed class LoadedSamples : IAsyncLifetime
{
    internal Briefing Briefing { get; } = Briefing.OnNewStore();

    public async ValueTask InitializeAsync() => await LoadAsync(Briefing);

    public ValueTask DisposeAsync() => Briefing.DisposeAsync();

    /// <summary>Does what the bot does at its start; gives what was logged.</summary>
    internal static async Task<IReadOnlyCollection<string>> LoadAsync(Briefing briefing, bool load = true)
    {
        var lines = new ConcurrentQueue<string>();
        using var loggers = LoggerFactory.Create(logging => logging.AddProvider(new LogLines(lines)));
        var samples = new SampleArticles(
            briefing.Articles,
            briefing.Get<ArticleIngestor>(),
            Options.Create(new SamplesOptions { Load = load }),
            briefing.Get<IOptions<StorageOptions>>(),
            loggers);
        await samples.LoadAsync(TestContext.Current.CancellationToken);
        return lines;
    }
}
