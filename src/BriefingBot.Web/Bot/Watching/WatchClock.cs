using BriefingBot.Indexing;
using BriefingBot.State;
using BriefingBot.Web.Asking;
using Microsoft.Extensions.Options;

namespace BriefingBot.Web.Bot;

/// <summary>Has a round every <c>Bot:WatchMinutes</c>, as long as the bot runs.</summary>
internal sealed class WatchClock(WatchRounds rounds, IOptions<BotOptions> options, TimeProvider time, ILogger<WatchClock> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (options.Value.WatchMinutes == 0)
        {
            return;
        }

        // Not a periodic timer: a clock that is put forward by years would have it tick for each minute of them.
        while (true)
        {
            await Task.Delay(TimeSpan.FromMinutes(options.Value.WatchMinutes), time, stoppingToken);
            try
            {
                await rounds.RunAsync(stoppingToken);
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogWarning(fault is StateStoreException or ArticleStoreException || Apology.IsOutage(fault) ? null : fault, "Watches are looked at again in {Minutes} minutes: {Reason}", options.Value.WatchMinutes, fault.Message);
            }
        }
    }
}
