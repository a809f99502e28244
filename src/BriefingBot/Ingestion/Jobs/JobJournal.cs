using System.Collections.Immutable;

namespace BriefingBot.Ingestion;

/// <summary>
/// Writes a running job down: outcomes a page at once, and behind them the record that says that they hold. Two write, the load and whoever keeps it
/// (<see cref="JobKeeper"/>); what could not be written is written with the next.
/// </summary>
internal sealed class JobJournal(JobRecords records, JobRecord record, TimeProvider time) : IDisposable
{
    private readonly SemaphoreSlim _one = new(1);
    private readonly Dictionary<IngestOutcomeKind, Page> _pages = [];
    private readonly Queue<Page> _full = [];
    private readonly TimeSpan _before = record.Job.Elapsed;
    private readonly long _begun = time.GetTimestamp();
    private JobRecord _record = record;
    private int _unwritten;

    /// <summary>The job with what was added, written or not.</summary>
    public LoadJob Job => Volatile.Read(ref _record).Job with { Elapsed = _before + time.GetElapsedTime(_begun) };

    /// <summary>Fetches the pages that the process before had begun to fill.</summary>
    public async Task ReopenAsync(CancellationToken cancellation)
    {
        foreach (var (kind, count) in _record.Job.Counts.Where(counted => counted.Value % JobRecords.PageSize > 0))
        {
            var page = new Page(kind, count / JobRecords.PageSize);
            page.Outcomes.AddRange(await records.PageAsync(_record.Job, kind, page.Number, cancellation));
            _pages[kind] = page;
        }
    }

    /// <param name="outcome">What became of an article.</param>
    /// <param name="open">The files that are not done with now.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public async Task AddAsync(IngestOutcome outcome, ImmutableArray<string> open, CancellationToken cancellation)
    {
        await _one.WaitAsync(cancellation);
        try
        {
            var count = _record.Job.Counts.GetValueOrDefault(outcome.Kind);
            if (!_pages.TryGetValue(outcome.Kind, out var page))
            {
                _pages[outcome.Kind] = page = new(outcome.Kind, count / JobRecords.PageSize);
            }

            page.Outcomes.Add(outcome);
            page.IsWritten = false;
            if (page.Outcomes.Count == JobRecords.PageSize)
            {
                _full.Enqueue(page);
                _pages.Remove(outcome.Kind);
            }

            var job = _record.Job;
            Volatile.Write(ref _record, _record with { Open = open, Tries = 0, Job = job with { Counts = job.Counts.SetItem(outcome.Kind, count + 1), Words = job.Words + outcome.Words } });
            if (++_unwritten >= JobRecords.PageSize)
            {
                await WriteAsync(cancellation);
            }
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>Writes what is not written yet.</summary>
    public Task FlushAsync(CancellationToken cancellation) => WriteAsync(job => job, evenIfNothing: false, cancellation);

    /// <summary>Writes the job as it is to be from now on.</summary>
    public Task WriteAsync(Func<LoadJob, LoadJob> change, CancellationToken cancellation) => WriteAsync(change, evenIfNothing: true, cancellation);

    public void Dispose() => _one.Dispose();

    private async Task WriteAsync(Func<LoadJob, LoadJob> change, bool evenIfNothing, CancellationToken cancellation)
    {
        await _one.WaitAsync(cancellation);
        try
        {
            if (evenIfNothing || _unwritten > 0)
            {
                Volatile.Write(ref _record, _record with { Job = change(_record.Job) });
                await WriteAsync(cancellation);
            }
        }
        finally
        {
            _one.Release();
        }
    }

    private async Task WriteAsync(CancellationToken cancellation)
    {
        while (_full.TryPeek(out var page))
        {
            await WriteAsync(page, cancellation);
            _full.Dequeue();
        }

        foreach (var page in _pages.Values.Where(page => !page.IsWritten))
        {
            await WriteAsync(page, cancellation);
        }

        await records.WriteAsync(_record with { Job = Job }, cancellation);
        _unwritten = 0;
    }

    private async Task WriteAsync(Page page, CancellationToken cancellation)
    {
        await records.WritePageAsync(_record.Job.Id, page.Kind, page.Number, page.Outcomes, cancellation);
        page.IsWritten = true;
    }

    private sealed class Page(IngestOutcomeKind kind, int number)
    {
        public IngestOutcomeKind Kind => kind;

        public int Number => number;

        public List<IngestOutcome> Outcomes { get; } = [];

        public bool IsWritten { get; set; }
    }
}
