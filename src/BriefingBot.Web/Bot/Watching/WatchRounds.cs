using System.Collections.Immutable;
using System.Globalization;
using BriefingBot.Answering;
using BriefingBot.Articles;
using BriefingBot.Indexing;
using BriefingBot.State;
using BriefingBot.Texts;
using BriefingBot.Web.Asking;
using Microsoft.Extensions.Options;

namespace BriefingBot.Web.Bot;

/// <summary>
/// Looks at what is new on behalf of every watch, one instance of the bot at a time. A watch is written as told before its message is sent, and as not told again where the channel
/// says that it did not take it: a bot that is killed between may lose a message, and never sends one twice.
/// </summary>
internal sealed class WatchRounds(
    WatchRecords records, Leases leases, IArticleStore articles, NewsOnTopic news, WatchMessages messages, LeftConversations left, IOptions<BotOptions> options, TimeProvider time, ILogger<WatchRounds> log)
{
    private const string Work = "watches";

    // Of one load that brings more, the rest is looked at in the next round.
    private const int MostArticles = 20_000;

    private const int MostQuotes = 5;

    // A channel that asks for patience is waited for by its own conversation, not by all others.
    private const int MostSentAtOnce = 4;

    // Renewed before each message. Should it lapse all the same, no watch that was written meanwhile is written by another instance.
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(6);

    /// <summary>One round; nothing where another instance is at it.</summary>
    /// <exception cref="StateStoreException">The state store cannot be used.</exception>
    /// <exception cref="ArticleStoreException">The articles cannot be looked at.</exception>
    public async Task RunAsync(CancellationToken cancellation)
    {
        if (await leases.TakeAsync(Work, Environment.MachineName, Lease, cancellation) is not { } lease)
        {
            return;
        }

        using var room = new SemaphoreSlim(MostSentAtOnce);
        var sending = new List<Task>();
        try
        {
            var byMark = new Dictionary<string, Seen>(StringComparer.Ordinal);
            var due = await records.ListAsync("", cancellation).Where(kept => !(kept.Watch.NotBefore > time.GetUtcNow())).ToListAsync(cancellation);
            foreach (var kept in due)
            {
                if (!byMark.TryGetValue(kept.Watch.Mark, out var found))
                {
                    byMark[kept.Watch.Mark] = found = await SeeAsync(kept.Watch.Mark, cancellation);
                }

                if (found.Mark == kept.Watch.Mark && kept.Watch.NotBefore is null)
                {
                    continue;
                }

                if (!await lease.RenewAsync(Lease, cancellation))
                {
                    return;
                }

                // Before it is written as told: a bot that is stopped while it waits loses nothing.
                await room.WaitAsync(cancellation);
                if (await LookAsync(kept, found, cancellation) is { } tell)
                {
                    sending.Add(SendAsync(tell));
                }
                else
                {
                    room.Release();
                }
            }

            await Task.WhenAll(sending);
        }
        finally
        {
            await Task.WhenAll(sending).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await lease.ReleaseAsync(CancellationToken.None);
        }

        async Task SendAsync(Func<Task> tell)
        {
            try
            {
                await tell();
            }
            finally
            {
                room.Release();
            }
        }
    }

    private async Task<Seen> SeeAsync(string mark, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var found = await articles.NewSinceAsync(mark, MostArticles, cancellation);
        return new(found.Articles, found.Mark, found.Articles.Length < MostArticles ? now : found.Articles.Max(kept => kept.Ingested));
    }

    /// <summary>What is to be sent, once it is written that it was; null where nothing is.</summary>
    private async Task<Func<Task>?> LookAsync(KeptWatch kept, Seen found, CancellationToken cancellation)
    {
        try
        {
            // How the topic was taken is said in it, and before there is a turn that speaks.
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (CultureInfo.InvariantCulture, ReaderLanguage.Of(ConversationPlace.Read(kept.Watch.Where).Locale));
            return await FindAsync(kept, found, cancellation) is not var (written, tidings) ? null : () => TellAsync(kept, written, tidings, cancellation);
        }
        catch (Exception fault) when (fault is not StateStoreException && !Apology.IsOutage(fault) && !cancellation.IsCancellationRequested)
        {
            // A damaged article, or a fault of ours: others have their news all the same.
            log.LogError(fault, "A watch could not be looked at: {Reason}", fault.Message);
            await records.ChangeAsync(kept, Later(kept.Watch), cancellation);
            return null;
        }
    }

    private async Task<(KeptWatch Written, News Tidings)?> FindAsync(KeptWatch kept, Seen found, CancellationToken cancellation)
    {
        var (watch, zone, now) = (kept.Watch, WatchZone.Find(kept.Watch.Zone), time.GetUtcNow());
        var day = zone.DayAt(now);
        DateTimeOffset? next = watch.At is { } daily ? zone.Next(daily, now) : null;
        ImmutableArray<KeptVersion> since = [.. found.Articles.Where(article => article.Ingested >= watch.Made)];
        if (since.IsEmpty || await news.FindAsync(watch.Topic, since, watch.Looked ?? watch.Made, watch.Told, Asker.Unknown, day, MostQuotes, cancellation) is not { } tidings)
        {
            await records.ChangeAsync(kept, watch with { Mark = found.Mark, Looked = found.Until, NotBefore = next, Failures = 0 }, cancellation);
            return null;
        }

        var messagesOfDay = watch.Day == day ? watch.MessagesOfDay + 1 : 1;
        var told = watch with
        {
            Mark = found.Mark,
            Looked = found.Until,
            Told = [.. watch.Told.AddRange(tidings.Told).TakeLast(Watch.MostTold)],
            Day = day,
            MessagesOfDay = messagesOfDay,
            Failures = 0,

            // What comes behind the last message of a day waits for the next, together.
            NotBefore = next ?? (messagesOfDay >= options.Value.WatchPostsADay ? zone.Next(TimeOnly.MinValue, now) : null),
        };

        // To its end, so that it is known what has to be written back.
        return await records.ChangeAsync(kept, told, CancellationToken.None) is { } written ? (written, tidings) : null;
    }

    private async Task TellAsync(KeptWatch before, KeptWatch written, News tidings, CancellationToken cancellation)
    {
        UnaskedDelivery delivery;
        try
        {
            delivery = await messages.SendAsync(written, tidings, cancellation);
        }
        catch (Exception fault)
        {
            log.LogError(cancellation.IsCancellationRequested ? null : fault, "News could not be made ready to be sent: {Reason}", fault.Message);
            delivery = UnaskedDelivery.Refused;
        }

        switch (delivery)
        {
            case UnaskedDelivery.Gone:
                await left.RemoveAsync(written, cancellation);
                break;
            case UnaskedDelivery.Refused:
                // A bot that is stopped has not been refused.
                await records.ChangeAsync(written, cancellation.IsCancellationRequested ? before.Watch : Later(before.Watch), CancellationToken.None);
                cancellation.ThrowIfCancellationRequested();
                break;
            case UnaskedDelivery.Sent:
                log.LogInformation("News of {Articles} articles were told to somebody who watches for them", tidings.Digest.Quotes.Length);
                break;
        }
    }

    /// <summary>As it was, to be looked at again after a pause that grows.</summary>
    private Watch Later(Watch watch)
    {
        var pause = TimeSpan.FromMinutes(Math.Min(Math.Pow(2, Math.Min(watch.Failures, 20)), LongestPause.TotalMinutes) * (1 + (Random.Shared.NextDouble() / 4)));
        return watch with { Failures = watch.Failures + 1, NotBefore = time.GetUtcNow() + pause };
    }

    /// <summary>What was saved since a mark.</summary>
    private sealed record Seen(ImmutableArray<KeptVersion> Articles, string Mark, DateTimeOffset Until);
}
