using System.Collections.Immutable;
using BriefingBot.Answering;
using BriefingBot.Articles;
using BriefingBot.Ingestion;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace BriefingBot.Training;

/// <summary>A throw-away store of some articles, indexed and searched as the product does it.</summary>
internal sealed class TrainingStore : IAsyncDisposable
{
    // More than are read: training also needs passages that are far from the question.
    private const int Retrieved = 16;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("briefing-training-");
    private readonly ServiceProvider _briefing;

    private TrainingStore() => _briefing = new ServiceCollection()
        .AddBriefing(new ConfigurationBuilder().AddInMemoryCollection([new("Storage:DataDirectory", _folder.FullName)]).Build())
        .BuildServiceProvider();

    /// <summary>Indexes the articles of a file, or those of them that are wanted.</summary>
    public static async Task<TrainingStore> OpenAsync(string articles, Predicate<string>? wanted = null)
    {
        var store = new TrainingStore();
        var lines = Path.Combine(store._folder.FullName, "articles.jsonl");
        await File.WriteAllLinesAsync(lines, File.ReadLines(articles).Where(line => wanted?.Invoke(LabelledQuestion.IdOf(line)) ?? true));
        await foreach (var outcome in store._briefing.GetRequiredService<ArticleIngestor>().IngestAsync([lines], replace: false, CancellationToken.None))
        {
            if (outcome.Kind == IngestOutcomeKind.Failed)
            {
                throw new InvalidDataException($"{articles}: {outcome.Error}");
            }
        }

        return store;
    }

    /// <summary>The questions of a file that are wanted, each with what is retrieved for it.</summary>
    public async Task<ImmutableArray<LabelledQuestion>> AskAsync(string questions, Predicate<string>? wanted = null)
    {
        var retriever = _briefing.GetRequiredService<PassageRetriever>();
        var asked = ImmutableArray.CreateBuilder<LabelledQuestion>();
        foreach (var line in File.ReadLines(questions))
        {
            var question = LabelledQuestion.Read(line);
            if (wanted?.Invoke(question.ArticleId) ?? true)
            {
                asked.Add(question with { Retrieval = await retriever.RetrieveAsync(question.Text, Asker.Unknown, ArticleFilter.All, Retrieved, CancellationToken.None) });
            }
        }

        return asked.DrainToImmutable();
    }

    public async ValueTask DisposeAsync()
    {
        await _briefing.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
