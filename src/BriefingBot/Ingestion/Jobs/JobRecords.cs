using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using BriefingBot.State;
using Microsoft.Extensions.Options;

namespace BriefingBot.Ingestion;

/// <summary>
/// What the state store keeps of loads: a record each, its inputs and its outcomes in pages, so that no entry grows with their number. Each kind of
/// outcome has pages of its own: failures are few, and are what is looked for. Members throw <see cref="StateStoreException"/>.
/// </summary>
internal sealed class JobRecords(IStateStore state, Leases leases, IOptions<JobOptions> options)
{
    /// <summary>How many outcomes an entry has.</summary>
    public const int PageSize = 100;

    private const string Jobs = "jobs";
    private const string Inputs = "job-inputs";
    private const string Outcomes = "job-outcomes";
    private const string Cancels = "job-cancels";
    private const int InputsOfPage = 500;

    private TimeSpan Lifetime => TimeSpan.FromDays(options.Value.JobDays);

    public bool IsShared => state.IsShared;

    public async Task<JobRecord?> FindAsync(string id, CancellationToken cancellation) =>
        await state.ReadAsync(new(Jobs, id), cancellation) is { } entry ? JobRecord.FromJson<JobRecord>(entry.Json) : null;

    /// <summary>The older first, but for those of one second.</summary>
    public async IAsyncEnumerable<JobRecord> ListAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var entry in state.ListAsync(Jobs, "", cancellation))
        {
            yield return JobRecord.FromJson<JobRecord>(entry.Json);
        }
    }

    public Task WriteAsync(JobRecord record, CancellationToken cancellation) =>
        state.WriteAsync(new(Jobs, record.Job.Id), JobRecord.ToJson(record), WriteCondition.Any, Lifetime, cancellation);

    public async Task WriteInputsAsync(string id, IEnumerable<string> inputs, CancellationToken cancellation)
    {
        foreach (var (page, some) in inputs.Chunk(InputsOfPage).Index())
        {
            await state.WriteAsync(new(Inputs, Numbered(id, page)), JobRecord.ToJson(some), WriteCondition.Any, Lifetime, cancellation);
        }
    }

    public async Task<ImmutableArray<string>> InputsAsync(string id, CancellationToken cancellation)
    {
        var inputs = ImmutableArray.CreateBuilder<string>();
        await foreach (var page in state.ListAsync(Inputs, id + "/", cancellation))
        {
            inputs.AddRange(JobRecord.FromJson<string[]>(page.Json));
        }

        return inputs.ToImmutable();
    }

    public Task WritePageAsync(string id, IngestOutcomeKind kind, int page, IReadOnlyList<IngestOutcome> outcomes, CancellationToken cancellation) =>
        state.WriteAsync(new(Outcomes, Numbered(OfKind(id, kind), page)), JobRecord.ToJson(outcomes), WriteCondition.Any, Lifetime, cancellation);

    /// <summary>A page of a kind, as far as the job's counts say that it holds.</summary>
    public async Task<IReadOnlyList<IngestOutcome>> PageAsync(LoadJob job, IngestOutcomeKind kind, int page, CancellationToken cancellation)
    {
        var count = Math.Clamp(job.Counts.GetValueOrDefault(kind) - (page * PageSize), 0, PageSize);
        return count > 0 && await state.ReadAsync(new(Outcomes, Numbered(OfKind(job.Id, kind), page)), cancellation) is { } entry
            ? [.. JobRecord.FromJson<IngestOutcome[]>(entry.Json).Take(count)]
            : [];
    }

    /// <summary>Asks whichever process runs the job to end it.</summary>
    public Task AskToCancelAsync(string id, CancellationToken cancellation) =>
        state.WriteAsync(new(Cancels, id), "{}", WriteCondition.Any, Lifetime, cancellation);

    public async Task<bool> IsAskedToCancelAsync(string id, CancellationToken cancellation) => await state.ReadAsync(new(Cancels, id), cancellation) is not null;

    public Task ForgetCancelAsync(string id, CancellationToken cancellation) => state.RemoveAsync(new(Cancels, id), tag: null, cancellation);

    /// <summary>The right to run a job, or null where a process has it.</summary>
    public Task<Lease?> ClaimAsync(string id, TimeSpan duration, CancellationToken cancellation) =>
        leases.TakeAsync(WorkOf(id), string.Create(CultureInfo.InvariantCulture, $"{Environment.MachineName}, process {Environment.ProcessId}"), duration, cancellation);

    public Task<bool> IsClaimedAsync(string id, CancellationToken cancellation) => leases.IsTakenAsync(WorkOf(id), cancellation);

    private static string WorkOf(string id) => $"job/{id}";

    private static string OfKind(string id, IngestOutcomeKind kind) => $"{id}/{kind.ToString().ToLowerInvariant()}";

    private static string Numbered(string prefix, int page) => string.Create(CultureInfo.InvariantCulture, $"{prefix}/{page:D8}");
}
