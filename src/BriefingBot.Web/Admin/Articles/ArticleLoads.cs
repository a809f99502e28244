using BriefingBot.Ingestion;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace BriefingBot.Web.Admin;

/// <summary>Makes loads of what is sent: files, one article, or the address of a page.</summary>
internal sealed class ArticleLoads(LoadJobs jobs, JobUploads uploads, Spool spool, JobSignal signal, IOptions<AdminOptions> options)
{
    private const string PostedName = "article.jsonl";

    public async Task<IResult> StartAsync(HttpContext context)
    {
        var replace = new ApiQuery(context.Request, "replace").Flag("replace");
        var type = MediaTypeHeaderValue.TryParse(context.Request.ContentType, out var parsed) ? parsed : null;
        var waiting = (await jobs.WaitingAsync(context.RequestAborted)).Length;
        if (waiting >= options.Value.WaitingLoads)
        {
            context.Response.Headers.RetryAfter = "60";
            return ApiProblem.Of(StatusCodes.Status429TooManyRequests, "Too many loads wait", $"{waiting} loads wait to be run. Send this one again when some are done, or send more files at once.");
        }

        var job = type?.MediaType.Value?.ToLowerInvariant() switch
        {
            "multipart/form-data" => await UploadAsync(context, type, replace),
            "application/json" => await PostAsync(context, await StrictJson.ReadAsync<PostedArticle>(context.Request, context.RequestAborted), replace),
            _ => throw new BadRequestException(
                null, "The body is neither files (Content-Type: multipart/form-data) nor an article (Content-Type: application/json). Send one of them.", StatusCodes.Status415UnsupportedMediaType),
        };
        signal.Wake();
        return TypedResults.Accepted(JobsApi.AddressOf(job.Id), JobView.Of(job));
    }

    private Task<LoadJob> UploadAsync(HttpContext context, MediaTypeHeaderValue type, bool replace) => SpooledAsync(context, replace, id => spool.ReceiveAsync(context, type, id));

    private async Task<LoadJob> PostAsync(HttpContext context, PostedArticle posted, bool replace)
    {
        posted.ThrowUnlessWhole();
        if (posted.IsAddress)
        {
            return await jobs.StartAsync(new(Admitted.Of(context).Who, [posted.Url!], OptionsOf(replace, posted.Labels ?? [], posted.Groups ?? [])), context.RequestAborted);
        }

        _ = OptionsOf(replace, posted.Labels ?? [], posted.Groups ?? []);
        return await SpooledAsync(context, replace, async id =>
        {
            await File.WriteAllBytesAsync(Path.Combine(uploads.Make(id).FullName, PostedName), posted.ToLine(), context.RequestAborted);
            return new([PostedName], [], [], Replace: false);
        });
    }

    /// <summary>A load of files that are put into its folder first; nothing is left of them where that fails.</summary>
    private async Task<LoadJob> SpooledAsync(HttpContext context, bool replace, Func<string, Task<Spooled>> spooling)
    {
        var id = jobs.NewId();
        try
        {
            var spooled = await spooling(id);
            var request = new JobRequest(Admitted.Of(context).Who, [.. spooled.Files], OptionsOf(replace || spooled.Replace, spooled.Labels, spooled.Groups)) { UploadedFor = id };
            return await jobs.StartAsync(request, context.RequestAborted);
        }
        catch
        {
            uploads.Remove(id);
            throw;
        }
    }

    private static IngestOptions OptionsOf(bool replace, IEnumerable<string> labels, IEnumerable<string> groups) =>
        IngestOptions.TryMake(replace, labels, groups, out var made, out var problem)
            ? made
            : throw new BadRequestException(problem.Contains("label", StringComparison.Ordinal) ? "labels" : "groups", char.ToUpperInvariant(problem[0]) + problem[1..] + ".");
}
