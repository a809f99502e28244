using System.Collections.Immutable;
using BriefingBot.Answering;
using BriefingBot.Ingestion;
using BriefingBot.State;
using BriefingBot.Web.Admin;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Options;

namespace BriefingBot.Web.Bot;

/// <summary>What became of files that came with a message.</summary>
/// <param name="AreLoaded">Whether they are; else somebody was told why not.</param>
/// <param name="Fetching">Ends when they are fetched, and throws nothing.</param>
internal sealed record TakenDrop(bool AreLoaded, Task Fetching);

/// <summary>Files dropped on the bot: an admin's, in a chat of their own, become a load. Everybody else is told who can, and nothing is fetched.</summary>
internal sealed class FileDrop(LoadJobs jobs, DroppedLoads loads, FileFetch fetch, IOptions<AdminOptions> options, TimeProvider time, ILogger<FileDrop> log)
{
    // Teams itself takes ten.
    private const int MostFiles = 25;

    private const int LongestName = 100;

    private readonly HashSet<Guid> _admins = [.. options.Value.TeamsAdminIds.Select(Guid.Parse)];

    /// <summary>Whether files of whoever wrote this are loaded where it was written. Teams vouches for the id; without a registration only clients on this computer are heard at all.</summary>
    public bool Admits(IMessageActivity activity) =>
        activity is { ChannelId: Channels.Msteams, Conversation.ConversationType: "personal" }
        && !Addressee.IsGroup(activity)
        && Speaker.Of(activity) is not null
        && Guid.TryParse(activity.From.AadObjectId, out var id)
        && _admins.Contains(id);

    /// <summary>Takes the files of a message, and says what becomes of them; null where it has none. Those of a message that was edited were taken with the first.</summary>
    public async Task<TakenDrop?> TakeAsync(ITurnContext<IMessageActivity> turn, CancellationToken cancellation)
    {
        var files = DroppedFile.In(turn.Activity);
        if (files.IsEmpty || turn.Activity.Type != ActivityTypes.Message)
        {
            return null;
        }

        try
        {
            if (await RefusalOfAsync(turn.Activity, files.Length, cancellation) is not { } refusal)
            {
                return new(AreLoaded: true, await BeginAsync(files, turn, cancellation));
            }

            await turn.SendActivityAsync(BotWords.Say(refusal), cancellation);
        }
        catch (StateStoreException outage)
        {
            log.LogWarning("Dropped files could not be loaded: {Reason}", outage.Message);
            await turn.SendActivityAsync(BotWords.Say(LoadWords.NotReached), cancellation);
        }

        return new(AreLoaded: false, Task.CompletedTask);
    }

    /// <summary>Why files are not loaded, for whoever dropped them; null where they are.</summary>
    private async Task<string?> RefusalOfAsync(IMessageActivity activity, int count, CancellationToken cancellation) =>
        _admins.Count == 0 ? LoadWords.SwitchedOff
        : !Admits(activity) ? LoadWords.ForAdmins
        : count > MostFiles ? LoadWords.TooManyFiles(count, MostFiles)
        : (await jobs.WaitingAsync(cancellation)).Length is var waiting && waiting >= options.Value.WaitingLoads ? LoadWords.TooManyLoads(waiting)
        : null;

    private async Task<Task> BeginAsync(ImmutableArray<DroppedFile> files, ITurnContext<IMessageActivity> turn, CancellationToken cancellation)
    {
        var (named, refused) = Named(files);
        var load = new DroppedLoad
        {
            Job = jobs.NewId(),
            Where = ConversationPlace.Of(turn.Activity),
            Files = [.. named.Select(file => file.Name), .. refused.Select(file => file.File)],
            Refused = refused,
            FetchedBy = time.GetUtcNow() + fetch.Patience,
        };

        if (named.IsEmpty)
        {
            // Nothing begins, so that its end can be told at once.
            await turn.SendActivityAsync(BotWords.Show(LoadWords.Ended(load, job: null, failed: [])), cancellation);
            return Task.CompletedTask;
        }

        // Before it is said that it begins, so that its end is told whatever happens.
        var kept = await loads.AddAsync(Speaker.Of(turn.Activity)!, load, cancellation);
        var sent = await turn.SendActivityAsync(BotWords.Say(LoadWords.Begun(load)), cancellation);
        log.LogInformation("Load {Job} begins: {Count} files were dropped in a chat", load.Job, files.Length);
        return fetch.FetchAsync(kept with { Load = load with { MessageId = sent?.Id is { Length: > 0 } id ? id : null } }, named, WhoOf(turn.Activity.From));
    }

    /// <summary>Each file's name as it is stored, and what cannot be loaded for want of a name or a link.</summary>
    private static (ImmutableArray<NamedFile> Named, ImmutableArray<NotLoaded> Refused) Named(ImmutableArray<DroppedFile> files)
    {
        var (named, refused) = (ImmutableArray.CreateBuilder<NamedFile>(), ImmutableArray.CreateBuilder<NotLoaded>());
        foreach (var file in files)
        {
            if (UploadName.Of(file.Name) is not { } name)
            {
                refused.Add(new(LoadWords.Nameless, LoadWords.NoName));
            }
            else if (file.Link is null)
            {
                refused.Add(new(name, LoadWords.NoLink));
            }
            else if (named.Any(other => other.Name.Equals(name, StringComparison.OrdinalIgnoreCase)))
            {
                refused.Add(new(name, LoadWords.SameName));
            }
            else
            {
                named.Add(new(name, file.Link));
            }
        }

        return (named.ToImmutable(), refused.ToImmutable());
    }

    private static string WhoOf(ChannelAccount from) => VisibleText.OneLine(from.Name ?? "") is { Length: > 0 } name ? Shortened.AtWord(name, LongestName) : from.AadObjectId;
}
