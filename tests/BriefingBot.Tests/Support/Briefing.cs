using BriefingBot.Answering;
using BriefingBot.Articles;
using BriefingBot.Embedding;
using BriefingBot.Indexing;
using BriefingBot.Ingestion;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace BriefingBot.Tests.Support;

/// <summary>The library as a host sets it up, on a data directory of its own that goes when the test ends.</summary>
internal sealed class Briefing : IAsyncDisposable
{
    // Loaded once for all tests; both are safe under concurrent callers.
    private static readonly Lazy<ArcticXsEmbedder> SharedEmbedder = new(() => new ArcticXsEmbedder());

    private static readonly Lazy<PassageReader> SharedReader = new(() => new PassageReader());

    private readonly ServiceProvider _services;
    private readonly bool _ownsDirectory;
    private readonly IReadOnlyDictionary<string, string?> _settings;

    private Briefing(string directory, bool ownsDirectory, IReadOnlyDictionary<string, string?> settings, Action<IServiceCollection>? change)
    {
        Directory = directory;
        _ownsDirectory = ownsDirectory;
        _settings = settings;
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Storage:DataDirectory", directory), .. settings]).Build();
        var services = new ServiceCollection().AddBriefing(configuration);
        LendModels(services, hasEmbedder: settings.ContainsKey("Embedding:Provider"));
        change?.Invoke(services);
        _services = services.BuildServiceProvider();
    }

    public static ArcticXsEmbedder Embedder => SharedEmbedder.Value;

    public string Directory { get; }

    public IArticleStore Articles => Get<IArticleStore>();

    public static Briefing OnNewStore(Action<IServiceCollection>? change = null) => On(new Dictionary<string, string?>(), change);

    /// <summary>With settings that may choose another store than the embedded one.</summary>
    public static Briefing On(IReadOnlyDictionary<string, string?> settings, Action<IServiceCollection>? change = null) =>
        new(System.IO.Directory.CreateTempSubdirectory("briefing-test-").FullName, ownsDirectory: true, settings, change);

    /// <summary>Spares a host the time to load models of its own, and to start a process that reads.</summary>
    /// <param name="services">The host's.</param>
    /// <param name="hasEmbedder">Whether the configuration gives it an embedding model of its own.</param>
    public static void LendModels(IServiceCollection services, bool hasEmbedder = false)
    {
        services.AddSingleton(SharedReader.Value).AddSingleton(Embedder).AddSingleton(BuiltReader.Readers);
        if (!hasEmbedder)
        {
            services.AddSingleton<IEmbeddingGenerator<string, Embedding<float>>>(_ => new Borrowed(Embedder)).AddSingleton(Embedder.Model);
        }
    }

    /// <summary>Another process's view of the same store, as far as the store can tell.</summary>
    public Briefing Again(Action<IServiceCollection>? change = null) => new(Directory, ownsDirectory: false, _settings, change);

    /// <summary>The same data directory under other settings.</summary>
    public Briefing Again(IReadOnlyDictionary<string, string?> settings) => new(Directory, ownsDirectory: false, settings, change: null);

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public string WriteFile(string name, string text)
    {
        var path = Path.Combine(Directory, "inputs", name);
        System.IO.Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    public async Task<IReadOnlyList<IngestOutcome>> IngestAsync(params string[] paths) => await IngestAsync(replace: false, paths);

    public async Task<IReadOnlyList<IngestOutcome>> IngestAsync(bool replace, params string[] paths) =>
        await Get<ArticleIngestor>().IngestAsync(paths, replace, TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken);

    /// <summary>Stores articles without files.</summary>
    public async Task SaveAsync(params Article[] articles)
    {
        var passages = await Get<PassageEmbedder>().EmbedAsync(articles, TestContext.Current.CancellationToken);
        foreach (var (article, made) in articles.Zip(passages))
        {
            await Articles.SaveAsync(article, made, takeOver: true, TestContext.Current.CancellationToken);
        }
    }

    public Task<VerifiedAnswer> AskAsync(string question, Asker? asker = null, bool neverRefuse = false) => Get<QuestionAnswerer>().AnswerAsync(
        new Question(question, asker ?? Asker.Unknown) { NeverRefuse = neverRefuse }, TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        if (_ownsDirectory)
        {
            System.IO.Directory.Delete(Directory, recursive: true);
        }
    }

    /// <summary>The shared model, which must outlive the container that hands it out.</summary>
    private sealed class Borrowed(ArcticXsEmbedder embedder) : DelegatingEmbeddingGenerator<string, Embedding<float>>(embedder)
    {
        protected override void Dispose(bool disposing)
        {
        }
    }
}
