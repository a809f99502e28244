using BriefingBot.Ingestion;

namespace BriefingBot.Web.Admin;

/// <summary>What can be asked of watched sources over HTTP.</summary>
internal static class SourcesApi
{
    private const string Sources = "/api/sources";

    public static void MapSources(this WebApplication app)
    {
        var api = app.MapGroup("").WithTags("Sources").WithMetadata(new AdminOnly());
        api.MapGet(Sources, ListAsync).WithSummary("The watched sources (Ingestion:Sources): what, when, and how the last load of each went.").Produces<SourceList>();
        api.MapPost(Sources + "/{name}/run", RunAsync).WithSummary("Load a source now.")
            .Produces<JobView>(StatusCodes.Status202Accepted).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);
    }

    private static async Task<IResult> ListAsync(HttpContext context, WatchedSources sources)
    {
        _ = new ApiQuery(context.Request);
        var views = new List<SourceView>();
        foreach (var source in sources.All)
        {
            views.Add(SourceView.Of(await sources.StandingAsync(source, context.RequestAborted)));
        }

        return TypedResults.Ok(new SourceList(views));
    }

    private static async Task<IResult> RunAsync(HttpContext context, WatchedSources sources, JobSignal signal, string name)
    {
        if (sources.Find(name) is not { } source)
        {
            return ApiProblem.Of(StatusCodes.Status404NotFound, "There is no such source", "No source of Ingestion:Sources has this name. GET /api/sources lists them.", "name");
        }

        if (await sources.StartAsync(source, context.RequestAborted) is not { } job)
        {
            return ApiProblem.Of(StatusCodes.Status409Conflict, "The source is being loaded", "Its last load has not ended. Wait for it, or cancel it: GET /api/sources names it.");
        }

        signal.Wake();
        return TypedResults.Accepted(JobsApi.AddressOf(job.Id), JobView.Of(job));
    }
}
