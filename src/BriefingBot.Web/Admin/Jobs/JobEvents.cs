using System.Globalization;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using BriefingBot.Ingestion;

namespace BriefingBot.Web.Admin;

/// <summary>Follows a load, whichever process runs it: what it has written down is looked at again and again.</summary>
internal sealed class JobEvents(LoadJobs jobs, TimeProvider time, IHostApplicationLifetime lifetime)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    // Proxies close what is silent for a minute.
    private static readonly TimeSpan LongestSilence = TimeSpan.FromSeconds(15);

    /// <summary>The outcomes as lists, each of one kind and in its order; the load, when it has come further; and at its end the load.</summary>
    /// <param name="id">The load.</param>
    /// <param name="last">The id of the last event that somebody got, who comes again; empty for all.</param>
    /// <param name="aborted">Nobody listens any more.</param>
    public async IAsyncEnumerable<SseItem<object>> FollowAsync(string id, string last, [EnumeratorCancellation] CancellationToken aborted)
    {
        // A bot that stops does not wait for who listens.
        using var end = CancellationTokenSource.CreateLinkedTokenSource(aborted, lifetime.ApplicationStopping);
        var told = Read(last);
        LoadJob? before = null;
        var spoken = time.GetTimestamp();
        while (!end.IsCancellationRequested && await jobs.FindAsync(id, end.Token) is { } job)
        {
            foreach (var kind in job.Counts.Keys)
            {
                while (told.GetValueOrDefault(kind) is var passed && passed < job.Counts[kind])
                {
                    var page = await jobs.OutcomesAsync(job, kind, passed / LoadJobs.OutcomesOfPage, end.Token);
                    OutcomeView[] fresh = [.. page.Skip(passed % LoadJobs.OutcomesOfPage).Select(OutcomeView.Of)];
                    if (fresh.Length == 0)
                    {
                        told[kind] = job.Counts[kind];
                        break;
                    }

                    told[kind] = passed + fresh.Length;
                    yield return new(fresh, "outcomes") { EventId = Write(told) };
                }
            }

            if (job.HasEnded)
            {
                yield return new(JobView.Of(job), "end") { EventId = Write(told) };
                yield break;
            }

            if (before is null || before.State != job.State || before.Total != job.Total || time.GetElapsedTime(spoken) >= LongestSilence)
            {
                (before, spoken) = (job, time.GetTimestamp());
                yield return new(JobView.Of(job), "progress") { EventId = Write(told) };
            }

            await Task.Delay(Pause, time, end.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static string Write(Dictionary<IngestOutcomeKind, int> told) =>
        string.Join(',', told.OrderBy(kind => kind.Key).Select(kind => string.Create(CultureInfo.InvariantCulture, $"{JobView.NameOf(kind.Key)}={kind.Value}")));

    /// <summary>What is not an event's id is none.</summary>
    private static Dictionary<IngestOutcomeKind, int> Read(string last)
    {
        var told = new Dictionary<IngestOutcomeKind, int>();
        foreach (var part in last.Split(','))
        {
            if (part.Split('=') is [var name, var digits]
                && Enum.TryParse<IngestOutcomeKind>(name, ignoreCase: true, out var kind)
                && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var count))
            {
                told[kind] = count;
            }
        }

        return told;
    }
}
