using System.Collections.Immutable;
using BriefingBot.Ingestion;
using BriefingBot.Web.Admin;
using Microsoft.Extensions.Options;

namespace BriefingBot.Web.Bot;

/// <summary>A file to be fetched. No record, so that its link is not written anywhere by chance.</summary>
/// <param name="name">The name that it is stored under.</param>
/// <param name="link">Where it is.</param>
internal sealed class NamedFile(string name, Uri link)
{
    public string Name => name;

    public Uri Link => link;
}

/// <summary>Fetches dropped files into a job's folder, and makes the job. Links are kept in memory alone: where a bot is stopped meanwhile, the files have to be dropped again.</summary>
internal sealed class FileFetch(
    LoadJobs jobs, JobUploads uploads, LinkedFiles links, DroppedLoads loads, LoadTidings tidings, JobSignal signal, IHostApplicationLifetime lifetime, IOptions<AdminOptions> options, IOptions<WebOptions> web, TimeProvider time, ILogger<FileFetch> log)
{
    /// <summary>Longer than one file can take, and the job behind the last.</summary>
    public TimeSpan Patience { get; } = TimeSpan.FromSeconds(web.Value.TimeoutSeconds + 30);

    private long Most => options.Value.UploadMegabytes * 1024L * 1024;

    /// <summary>To its end; what goes wrong is told in the chat.</summary>
    public async Task FetchAsync(KeptLoad kept, ImmutableArray<NamedFile> files, string who)
    {
        var isLoading = false;
        try
        {
            isLoading = await FetchWholeAsync(kept, files, who, lifetime.ApplicationStopping);
        }
        catch (Exception fault)
        {
            // That there is no job is told once the time for it has passed. A fault of the disk names the file.
            var isStopped = lifetime.ApplicationStopping.IsCancellationRequested;
            log.Log(isStopped ? LogLevel.Information : LogLevel.Error, "The files of load {Job} were not fetched: {Reason}", kept.Load.Job, isStopped ? "the bot stops" : fault is IOException ? "the data directory could not be written" : fault.Message);
        }

        if (!isLoading)
        {
            uploads.Remove(kept.Load.Job);
        }

        tidings.Wake();
    }

    private async Task<bool> FetchWholeAsync(KeptLoad kept, ImmutableArray<NamedFile> files, string who, CancellationToken stop)
    {
        var folder = uploads.Make(kept.Load.Job).FullName;
        var (refused, fetched, size) = (kept.Load.Refused.ToBuilder(), ImmutableArray.CreateBuilder<string>(), 0L);
        foreach (var file in files)
        {
            // Forgotten, or told to have failed by another instance that heard nothing for too long.
            if (await loads.ChangeAsync(kept, kept.Load with { FetchedBy = time.GetUtcNow() + Patience }, stop) is not { } renewed)
            {
                return false;
            }

            kept = renewed;
            var got = await links.SaveAsync(file.Link, Path.Combine(folder, file.Name), Most - size, stop);
            if (got.Problem is null && got.Bytes <= Most - size)
            {
                fetched.Add(file.Name);
                size += got.Bytes;
            }
            else
            {
                refused.Add(new(file.Name, got.Problem ?? LoadWords.TooMuch(options.Value.UploadMegabytes)));
            }
        }

        if (await loads.ChangeAsync(kept, kept.Load with { Refused = refused.ToImmutable(), FetchedBy = time.GetUtcNow() + Patience }, stop) is null || fetched.Count == 0)
        {
            return false;
        }

        await jobs.StartAsync(new(who, fetched.ToImmutable(), new IngestOptions()) { UploadedFor = kept.Load.Job }, CancellationToken.None);
        signal.Wake();
        return true;
    }
}
