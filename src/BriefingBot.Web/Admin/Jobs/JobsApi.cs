using BriefingBot.Ingestion;

namespace BriefingBot.Web.Admin;

/// <summary>What can be asked of loads over HTTP.</summary>
internal static class JobsApi
{
    private const string Jobs = "/api/jobs";
    private const string OfId = Jobs + "/{id}";
    private const int MostListed = 500;
    private const int MostPages = 10_000_000;

    public static string AddressOf(string id) => $"{Jobs}/{id}";

    public static void MapJobs(this WebApplication app)
    {
        var api = app.MapGroup("").WithTags("Jobs").WithMetadata(new AdminOnly());
        api.MapGet(Jobs, ListAsync).WithSummary("List loads, the newest first.").Produces<JobPage>();
        api.MapGet(OfId, FindAsync).WithSummary("A load: its state, and how many articles it made what of.").Produces<JobView>().ProducesProblem(StatusCodes.Status404NotFound);
        api.MapGet(OfId + "/outcomes", OutcomesAsync).WithSummary("What became of each article: added, updated, moved, unchanged, removed or failed, by pages of 100.")
            .Produces<OutcomePage>().ProducesProblem(StatusCodes.Status404NotFound);
        api.MapGet(OfId + "/events", EventsAsync).WithSummary("Follow a load by server-sent events: outcomes (a list), progress and end (the load).")
            .Produces(StatusCodes.Status200OK, contentType: "text/event-stream").ProducesProblem(StatusCodes.Status404NotFound);
        api.MapPost(OfId + "/cancel", CancelAsync).WithSummary("End a load after the article at hand.").Produces<JobView>(StatusCodes.Status202Accepted).ProducesProblem(StatusCodes.Status409Conflict);
        api.MapPost(OfId + "/resume", ResumeAsync).WithSummary("Go on with a load that failed or was cancelled.").Produces<JobView>(StatusCodes.Status202Accepted).ProducesProblem(StatusCodes.Status409Conflict);
    }

    private static async Task<IResult> ListAsync(HttpContext context, LoadJobs jobs, string? limit, string? before)
    {
        var query = new ApiQuery(context.Request, "limit", "before");
        var most = query.Number("limit", 1, MostListed, 50);
        var found = await jobs.ListAsync(most + 1, query.Text("before"), context.RequestAborted);
        JobView[] page = [.. found.Take(most).Select(JobView.Of)];
        return TypedResults.Ok(new JobPage(page, found.Length > most ? page[^1].Id : null));
    }

    private static async Task<IResult> FindAsync(HttpContext context, LoadJobs jobs, string id) =>
        await jobs.FindAsync(id, context.RequestAborted) is { } job ? TypedResults.Ok(JobView.Of(job)) : NoSuchJob();

    private static async Task<IResult> OutcomesAsync(HttpContext context, LoadJobs jobs, string id, string? kind, string? page)
    {
        var query = new ApiQuery(context.Request, "kind", "page");
        if (await jobs.FindAsync(id, context.RequestAborted) is not { } job)
        {
            return NoSuchJob();
        }

        IngestOutcomeKind? only = query.Text("kind") is { } name ? KindOf(name) : null;
        var number = query.Number("page", 0, MostPages, 0);
        var total = only is { } one ? job.Counts.GetValueOrDefault(one) : job.Total;
        var outcomes = await jobs.OutcomesAsync(job, only, number, context.RequestAborted);
        return TypedResults.Ok(new OutcomePage(
            [.. outcomes.Select(OutcomeView.Of)], number, (total + LoadJobs.OutcomesOfPage - 1) / LoadJobs.OutcomesOfPage, total));
    }

    private static async Task<IResult> EventsAsync(HttpContext context, LoadJobs jobs, JobEvents events, string id) =>
        await jobs.FindAsync(id, context.RequestAborted) is null
            ? NoSuchJob()
            : TypedResults.ServerSentEvents(events.FollowAsync(id, context.Request.Headers["Last-Event-ID"].ToString(), context.RequestAborted));

    private static async Task<IResult> CancelAsync(HttpContext context, LoadJobs jobs, string id) =>
        await jobs.FindAsync(id, context.RequestAborted) switch
        {
            null => NoSuchJob(),
            { HasEnded: true } ended => ApiProblem.Of(StatusCodes.Status409Conflict, "The load has ended", $"It is {JobView.Of(ended).State}, so there is nothing to cancel."),
            _ => TypedResults.Accepted(AddressOf(id), JobView.Of((await jobs.CancelAsync(id, context.RequestAborted))!)),
        };

    private static async Task<IResult> ResumeAsync(HttpContext context, LoadJobs jobs, JobSignal signal, string id)
    {
        if (await jobs.FindAsync(id, context.RequestAborted) is not { } job)
        {
            return NoSuchJob();
        }

        if (await jobs.RequeueAsync(id, context.RequestAborted) is not { } waiting)
        {
            return ApiProblem.Of(StatusCodes.Status409Conflict, "The load cannot go on", job switch
            {
                { State: LoadState.Done } => "It is done. Make a new load for what has changed since.",
                { IsUpload: true, State: LoadState.Cancelled } => "Its files were removed when it was cancelled. Upload them again.",
                _ => "It waits or runs already.",
            });
        }

        signal.Wake();
        return TypedResults.Accepted(AddressOf(id), JobView.Of(waiting));
    }

    private static IngestOutcomeKind KindOf(string name) =>
        Enum.GetValues<IngestOutcomeKind>().Where(kind => JobView.NameOf(kind) == name.ToLowerInvariant()).Select(kind => (IngestOutcomeKind?)kind).FirstOrDefault()
            ?? throw new BadRequestException("kind", $"The parameter 'kind' is '{name}'. Give one of {string.Join(", ", Enum.GetValues<IngestOutcomeKind>().Select(JobView.NameOf))}.");

    private static IResult NoSuchJob() =>
        ApiProblem.Of(StatusCodes.Status404NotFound, "There is no such load", "No load has this id, or it is no longer kept (Ingestion:JobDays). GET /api/jobs lists them.", "id");
}
