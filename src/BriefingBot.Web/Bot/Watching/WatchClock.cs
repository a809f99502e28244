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

        using var timer = new PeriodicTimer(TimeSpan.FromMinutes(options.Value.WatchMinutes), time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
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
