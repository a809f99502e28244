using System.Globalization;
using System.Runtime.CompilerServices;
using BriefingBot.Articles;
using BriefingBot.Indexing;

namespace BriefingBot.Ingestion;

/// <summary>
/// Removes, after a load, the articles that came of its inputs before and whose file is not there any more, or whose address says that nothing is. Where that is not certain
/// all of them stay, and the load says why. An article's own input path tells where it came from: it is stored in one step with the article and follows a file that moves,
/// where a list beside it could be lost or lag behind.
/// </summary>
internal sealed class GoneArticles(IArticleStore articles, IReadOnlyCollection<string> inputs)
{
    // More at once than half of many are gone by mistake: a disk that is half there, a site that is being rebuilt.
    private const int Many = 10;

    private readonly InputPlace[] _places = [.. inputs.Where(input => !InputAddress.IsMeant(input) && !string.IsNullOrWhiteSpace(input) && !input.Contains('\0')).Select(input => new InputPlace(input))];
    private readonly Dictionary<string, IngestOutcome> _pages = new(StringComparer.Ordinal);

    /// <summary>Whether an article of this input path is one of these inputs' and its file is not there any more.</summary>
    public bool HasLeft(string inputPath) => _places.Any(place => place.Holds(inputPath)) && !InputFiles.HoldersOf(inputPath).Any(File.Exists);

    /// <summary>Whether an outcome is told later, when it is known what has become of its page's articles.</summary>
    public bool Holds(IngestOutcome outcome) => outcome.IsGone && _pages.TryAdd(outcome.Input, outcome);

    /// <summary>Removes what is gone. An article that the load itself has met is not.</summary>
    /// <param name="job">The load, at its end.</param>
    /// <param name="cancellation">Ends it between two articles.</param>
    public async IAsyncEnumerable<IngestOutcome> RemoveAsync(LoadJob job, [EnumeratorCancellation] CancellationToken cancellation)
    {
        if (_places.Length + _pages.Count == 0)
        {
            yield break;
        }

        var (files, ofPages) = (_places.Select(place => new Missing(place)).ToArray(), new List<Gone>());
        await foreach (var stored in articles.ListAsync(ArticleFilter.All, cancellation))
        {
            if (stored.Article.InputPath is { } input)
            {
                var gone = stored.Seen < job.Started ? new Gone(stored.Article.Id, stored.Article.Title, input) : null;
                Array.ForEach(files, missing => missing.Count(input, gone));
                if (gone is not null && InputFiles.HoldersOf(input).Any(_pages.ContainsKey))
                {
                    ofPages.Add(gone);
                }
            }
        }

        foreach (var missing in files.Where(missing => missing.Articles.Count > 0))
        {
            var doubt = missing.Doubt;
            foreach (var some in missing.Articles.ToLookup(gone => doubt is null ? missing.Place.EmptyFolderOf(gone.Input) : null))
            {
                var (empty, count) = (some.Key, some.Count());
                var why = doubt ?? (empty is null ? TooMany(job, count, missing.Total) : $"the folder is empty. Check that the disk is there that it lies on; if they are to go, remove the folder. Or {HowToRemove(job)}");
                await foreach (var outcome in why is null ? RemoveAsync(some, job, cancellation) : Failed(empty ?? missing.Place.Input, count, why))
                {
                    yield return outcome;
                }
            }
        }

        var tooMany = TooMany(job, ofPages.Count, ofPages.Count + job.Counts.Where(counted => counted.Key is not (IngestOutcomeKind.Failed or IngestOutcomeKind.Removed)).Sum(counted => counted.Value));
        foreach (var page in _pages.Values.Where(page => tooMany is not null || !ofPages.Any(gone => InputFiles.HoldersOf(gone.Input).Contains(page.Input))))
        {
            yield return page;
        }

        await foreach (var outcome in tooMany is null ? RemoveAsync(ofPages, job, cancellation) : Failed(inputs.First(), ofPages.Count, tooMany))
        {
            yield return outcome;
        }
    }

    private async IAsyncEnumerable<IngestOutcome> RemoveAsync(IEnumerable<Gone> gone, LoadJob job, [EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var (id, title, input) in gone)
        {
            cancellation.ThrowIfCancellationRequested();

            // Another load may have met it since they were listed, there or elsewhere.
            var isStillGone = await articles.ListAsync(new() { Ids = [id] }, cancellation).AnyAsync(stored => stored.Article.InputPath == input && stored.Seen < job.Started, cancellation);
            if (isStillGone && await articles.RemoveAsync(id, CancellationToken.None))
            {
                yield return new(input, null, IngestOutcomeKind.Removed) { ArticleId = id, Title = title };
            }
        }
    }

    private static IAsyncEnumerable<IngestOutcome> Failed(string input, int count, string why) => new[]
    {
        new IngestOutcome(input, null, IngestOutcomeKind.Failed)
        {
            Error = string.Create(CultureInfo.InvariantCulture, $"{count:N0} {(count == 1 ? "article" : "articles")} that came from it would have to go, and none was removed: {why}"),
        },
    }.ToAsyncEnumerable();

    private static string? TooMany(LoadJob job, int gone, int all) => gone < Many || gone * 2 <= all ? null : string.Create(
        CultureInfo.InvariantCulture,
        $"that is more than half of {all:N0} at once. Check that all is there; if they are to go, {HowToRemove(job)}");

    // Without a label the list would hold what came from anywhere.
    private static string HowToRemove(LoadJob job) => job.Labels.IsEmpty
        ? "'briefing list' tells which articles came from it, and 'briefing remove ID ...' removes them"
        : string.Create(
            CultureInfo.InvariantCulture,
            $"'briefing remove {string.Concat(job.Labels.Select(label => $"--label \"{label}\" "))}--not-seen-since {job.Started:yyyy-MM-ddTHH:mm:ssZ}' lists what has that label and no load has met since, wherever it came from, and asks");

    /// <summary>An article that the load has not met.</summary>
    private sealed record Gone(string Id, string Title, string Input);

    /// <summary>What is not found of a place, and how many articles came from there.</summary>
    private sealed class Missing(InputPlace place)
    {
        private readonly InputFile[] _found = [.. InputFiles.Find(place.Input)];
        private HashSet<string>? _names;

        public InputPlace Place => place;

        public int Total { get; private set; }

        public List<Gone> Articles { get; } = [];

        public string? Doubt => place.DoubtAbout(_found, Articles.Select(gone => gone.Input));

        public void Count(string input, Gone? gone)
        {
            if (!place.Holds(input))
            {
                return;
            }

            Total++;
            _names ??= [.. _found.Where(file => file.Problem is null).Select(file => file.FullPath)];
            if (gone is not null && !InputFiles.HoldersOf(input).Any(file => _names.Contains(file) || File.Exists(file)))
            {
                Articles.Add(gone);
            }
        }
    }
}
