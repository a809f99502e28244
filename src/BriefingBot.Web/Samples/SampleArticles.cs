using BriefingBot.Articles;
using BriefingBot.Embedding;
using BriefingBot.Indexing;
using BriefingBot.Ingestion;
using Microsoft.Extensions.Options;

namespace BriefingBot.Web.Samples;

/// <summary>
/// Invented news from the invented country of Orravia, for whoever has no articles yet. The files lie beside the program; each has the id
/// <c>sample/</c> and its name.
/// </summary>
internal sealed class SampleArticles(
    IArticleStore articles, ArticleIngestor ingestor, IOptions<SamplesOptions> options, IOptions<StorageOptions> storage, ILoggerFactory loggers)
{
    public const string Label = "sample";

    private readonly ILogger _log = loggers.CreateLogger("BriefingBot");

    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "Samples", "Articles");

    /// <summary>Whether an article is one of them: others may carry the same label.</summary>
    public static bool IsOne(Article article) => article.Labels.Contains(Label) && article.Id.StartsWith("sample/", StringComparison.Ordinal);

    public static string IdOf(string file) => $"sample/{Path.GetFileNameWithoutExtension(file)}";

    /// <summary>
    /// Loads the samples into a store that never held anything else, those left out that it held before: a load that was interrupted goes on
    /// with the next start, and what was removed stays away. A sample that cannot be stored is said and keeps no bot from its start.
    /// </summary>
    public async Task LoadAsync(CancellationToken cancellation)
    {
        var files = options.Value.Load && Directory.Exists(Folder) ? Directory.GetFiles(Folder, "*.md") : [];
        var samples = files.ToDictionary(IdOf, StringComparer.Ordinal);

        // One more than there are samples is another's article for certain.
        var used = await articles.UsedIdsAsync(samples.Count + 1, cancellation);
        if (used.All(samples.ContainsKey) && used.Length < samples.Count)
        {
            await LoadAsync([.. samples.Where(sample => !used.Contains(sample.Key)).Select(sample => sample.Value).Order(StringComparer.Ordinal)], cancellation);
        }
    }

    private async Task LoadAsync(string[] files, CancellationToken cancellation)
    {
        _log.LogInformation("The store is new. Loading {Count} sample articles", files.Length);
        var loaded = 0;
        try
        {
            // An installation that was moved takes over from itself.
            await foreach (var outcome in ingestor.IngestAsync(files, replace: true, cancellation))
            {
                if (outcome.Kind == IngestOutcomeKind.Failed)
                {
                    _log.LogWarning("A sample article was not loaded, {File}: {Reason}", outcome.Input, outcome.Error);
                }
                else
                {
                    loaded++;
                }
            }
        }
        catch (Exception fault) when (fault is ArticleStoreException or UnreachableEmbeddingModelException)
        {
            _log.LogWarning("The sample articles were not all loaded: {Reason}", fault.Message);
        }

        _log.LogInformation(
            "Loaded {Count} sample articles: invented news from an invented country. To remove them: dotnet run --project src/BriefingBot.Cli -c Release -- remove --yes --label {Label} --data \"{Directory}\"",
            loaded,
            Label,
            Path.GetFullPath(storage.Value.DataDirectory));
    }
}
