using BriefingBot.Articles;
using BriefingBot.Diagnosis;
using BriefingBot.ScriptedModel;
using BriefingBot.Tests.Support;
using Microsoft.Extensions.Configuration;

namespace BriefingBot.Tests.Diagnosis;

public sealed class ExaminationTests : IDisposable
{
    private const string Secret = "sk-secret-4711";

    private readonly string _folder = Directory.CreateTempSubdirectory("briefing-exam-").FullName;

    [Fact]
    public async Task A_store_with_articles_and_nothing_configured_is_well()
    {
        await using var briefing = Briefing.OnNewStore();
        await briefing.SaveAsync(Some.Article(), Some.Article("A bell rang.", "bell"));

        var found = await ExamineAsync(new() { ["Storage:DataDirectory"] = briefing.Directory });

        Assert.Equal(["disk", "store", "texts", "index", "embedding", "reader", "language model", "prompts", "state", "registration"], found.Select(finding => finding.Part));
        Assert.All(found.Where(finding => finding.Part != "disk"), finding => Assert.True(finding.Condition == Condition.Ok, finding.ToString()));
        Said(found, "store", Condition.Ok, "briefing.db can be read and written.");
        Said(found, "texts", Condition.Ok, "2 of 2 stored texts compared with their hashes: all are whole.");
        Said(found, "index", Condition.Ok, "2 articles in 2 passages, made with snowflake-arctic-embed-xs");
        Said(found, "embedding", Condition.Ok, "in process gives vectors of 384 dimensions.");
        Said(found, "language model", Condition.Ok, "None is configured");
        Said(found, "registration", Condition.Ok, "There is none");
    }

    [Fact]
    public async Task Where_there_is_no_store_none_is_made()
    {
        var found = await ExamineAsync(new() { ["Storage:DataDirectory"] = Path.Combine(_folder, "not", "there") });

        Said(found, "store", Condition.Warning, "There is no store at");
        Said(found, "index", Condition.Ok, "There is none yet.");
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder));
    }

    [Fact]
    public async Task An_examined_folder_holds_what_it_held()
    {
        await using var briefing = Briefing.OnNewStore();
        await briefing.SaveAsync(Some.Article());

        await ExamineAsync(new() { ["Storage:DataDirectory"] = briefing.Directory });

        Assert.All(Directory.EnumerateFiles(briefing.Directory), file => Assert.StartsWith("briefing.db", Path.GetFileName(file)));
        Assert.Single(await briefing.Articles.ListAsync(ArticleFilter.All, TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("", Condition.Warning, "is empty. The first 'briefing ingest' makes its tables.")]
    [InlineData("no database at all, but a text of some length that nobody could take for one", Condition.Failed, "is not a database, or is damaged. Put back a copy")]
    public async Task A_file_that_is_no_store_is_told(string content, Condition condition, string told)
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "briefing.db"), content, TestContext.Current.CancellationToken);

        Said(await ExamineAsync(new() { ["Storage:DataDirectory"] = _folder }), "store", condition, told);
        Assert.Equal(content, await File.ReadAllTextAsync(Path.Combine(_folder, "briefing.db"), TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("UPDATE versions SET text = text || '!'", "texts", Condition.Failed, "1 of 1 stored texts compared with their hashes: 1 damaged, of the article 'article' for one. Put back a copy")]
    [InlineData("PRAGMA user_version = 4", "store", Condition.Failed, "was written by a newer version of this program (schema 4; this one reads up to schema 3). Use that version")]
    [InlineData("PRAGMA user_version = 1", "store", Condition.Warning, "was written by an older version of this program (schema 1).")]
    [InlineData("PRAGMA user_version = 4711", "store", Condition.Failed, "is a database of another program.")]
    [InlineData("UPDATE stamps SET value = 'old-model' WHERE name = 'model'", "index", Condition.Failed, "was made with the embedding model 'old-model'; this program uses 'snowflake-arctic-embed-xs")]
    [InlineData("UPDATE stamps SET value = '768' WHERE name = 'dimensions'", "index", Condition.Failed, "has vectors of 768 dimensions, and the embedding model gives vectors of 384")]
    [InlineData("UPDATE articles SET removed = 1", "index", Condition.Warning, "The store has no articles, so every question is refused.")]
    public async Task What_is_wrong_with_a_file_is_told_with_its_remedy(string sql, string part, Condition condition, string told)
    {
        await using var briefing = Briefing.OnNewStore();
        await briefing.SaveAsync(Some.Article());
        using (var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={Path.Combine(briefing.Directory, "briefing.db")};Pooling=False"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = sql;
            command.ExecuteNonQuery();
        }

        Said(await ExamineAsync(new() { ["Storage:DataDirectory"] = briefing.Directory }), part, condition, told);
    }

    [Theory]
    [InlineData("MicrosoftAppPassword", Secret, Condition.Warning, "MicrosoftAppPassword is set and MicrosoftAppId is not")]
    [InlineData("MicrosoftAppId", "8d1b0f1e-5f0f-4c55-9a5f-0d6cbb3a6b0e", Condition.Failed, "MicrosoftAppType is missing beside MicrosoftAppId")]
    [InlineData("Bot:AllowUnauthenticated", "true", Condition.Warning, "whoever reaches the bot can ask it")]
    public async Task A_registration_in_part_is_told(string key, string value, Condition condition, string told) =>
        Said(await ExamineAsync(new() { ["Storage:DataDirectory"] = _folder, [key] = value }), "registration", condition, told);

    [Fact]
    public async Task Wrong_settings_are_told_by_the_part_that_they_are_of_and_the_others_are_examined()
    {
        var found = await ExamineAsync(new()
        {
            ["Storage:DataDirectory"] = _folder,
            ["Embedding:Provider"] = "OpenAI",
            ["LanguageModel:Provider"] = "Ollama",
            ["LanguageModel:Prompts"] = Path.Combine(_folder, "none"),
        });

        Said(found, "embedding", Condition.Failed, "Embedding:Model is missing");
        Said(found, "language model", Condition.Failed, "Failed to convert configuration value 'Ollama' at 'LanguageModel:Provider'");
        Said(found, "store", Condition.Warning, "There is no store at");
        Said(found, "reader", Condition.Ok, "is loaded");
    }

    [Fact]
    public async Task A_prompt_that_is_not_there_is_told_and_matters_with_a_language_model_alone()
    {
        await using var server = await ScriptedServer.StartAsync();
        var settings = LanguageModel(server);
        settings["LanguageModel:Prompts"] = Path.Combine(_folder, "none");

        Said(await ExamineAsync(settings), "prompts", Condition.Failed, "cannot be read");
        Said(await ExamineAsync(new() { ["Storage:DataDirectory"] = _folder, ["LanguageModel:Prompts"] = Path.Combine(_folder, "none") }), "prompts", Condition.Warning, "Nothing needs it");
    }

    [Theory]
    [InlineData(Behaviour.Honest, Condition.Ok, "'scripted' drafts as it is asked to.")]
    [InlineData(Behaviour.RefusedSchema, Condition.Warning, "refuses a JSON schema (response_format)")]
    [InlineData(Behaviour.Refusal, Condition.Warning, "not with the statements that it was asked for")]
    [InlineData(Behaviour.ServerError, Condition.Failed, "failed (500)")]
    [InlineData(Behaviour.Stall, Condition.Failed, "did not answer within 3 s")]
    public async Task A_language_model_is_tried_by_one_short_answer(Behaviour behaviour, Condition condition, string told)
    {
        await using var server = await ScriptedServer.StartAsync(key: Secret);
        server.Always = behaviour;
        var settings = LanguageModel(server);
        settings["LanguageModel:Replies"] = Path.Combine(_folder, "replies.jsonl");

        Said(await ExamineAsync(settings), "language model", condition, told);
        Assert.False(File.Exists(settings["LanguageModel:Replies"]));
    }

    [Theory]
    [InlineData("LanguageModel:ApiKey", "sk-wrong-4711", "language model", "refuses the key (401)")]
    [InlineData("LanguageModel:Endpoint", "http://127.0.0.1:9/v1", "language model", "cannot be reached")]
    [InlineData("Embedding:ApiKey", "sk-wrong-4711", "embedding", "refuses the key (401)")]
    [InlineData("Embedding:Model", "unknown", "embedding", "does not know the model 'unknown'")]
    [InlineData("Embedding:Endpoint", "http://127.0.0.1:9/v1", "embedding", "cannot be reached")]
    public async Task What_is_wrong_with_a_provider_is_told_by_its_part_alone(string key, string value, string part, string told)
    {
        await using var server = await ScriptedServer.StartAsync(key: Secret);
        var settings = LanguageModel(server);
        foreach (var (name, embedding) in EmbeddingModels.SettingsOf(server, ("Embedding:ApiKey", Secret)))
        {
            settings[name] = embedding;
        }

        settings[key] = value;
        var found = await ExamineAsync(settings);

        Said(found, part, Condition.Failed, told);
        Assert.Equal(part, Assert.Single(found, finding => finding.Condition == Condition.Failed).Part);
        Assert.All(found, finding => Assert.DoesNotContain("4711", finding.What));
    }

    [Fact]
    public async Task Qdrant_is_told_with_its_version_and_its_index_is_compared()
    {
        await using var server = await QdrantServer.StartAsync(apiKey: Secret);
        var settings = QdrantStore.Settings(server, Secret);
        Said(await ExamineAsync(settings), "store", Condition.Warning, "version 1.20.0, has no collections of this store yet.");
        Assert.Empty(server.Collections);

        await using var briefing = Briefing.On(settings);
        await briefing.SaveAsync(Some.Article());
        var found = await ExamineAsync(settings);
        Said(found, "store", Condition.Ok, "version 1.20.0, has 2 collections of this store.");
        Said(found, "texts", Condition.Ok, "1 stored text compared");
        Said(found, "index", Condition.Ok, "1 article, made with snowflake-arctic-embed-xs");

        await using var model = await ScriptedServer.StartAsync();
        var other = new Dictionary<string, string?>([.. settings, .. EmbeddingModels.SettingsOf(model)]);
        Said(await ExamineAsync(other), "index", Condition.Failed, "this program uses 'openai/scripted'. Run 'briefing reindex'");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_name_that_was_given_to_another_model_is_told_by_the_length_of_its_vectors(bool qdrant)
    {
        await using var model = await ScriptedServer.StartAsync();
        await using var server = qdrant ? await QdrantServer.StartAsync() : null;
        await using var briefing = Briefing.On(new Dictionary<string, string?>([.. EmbeddingModels.SettingsOf(model), .. server is null ? [] : QdrantStore.Settings(server)]));
        await briefing.SaveAsync(Some.Article());
        model.Embeddings.Dimensions = 32;

        var found = await ExamineAsync(new([.. EmbeddingModels.SettingsOf(model), .. server is null ? [] : QdrantStore.Settings(server), new("Storage:DataDirectory", briefing.Directory)]));

        Said(found, "embedding", Condition.Ok, "openai/scripted at 127.0.0.1:");
        Said(found, "index", Condition.Failed, "has vectors of 64 dimensions, and the embedding model gives vectors of 32");
    }

    [Fact]
    public async Task A_wrong_key_of_Qdrant_and_a_dead_server_are_told()
    {
        var server = await QdrantServer.StartAsync(apiKey: "another");
        Said(await ExamineAsync(QdrantStore.Settings(server, Secret)), "store", Condition.Failed, "refuses the API key. Set Qdrant:ApiKey");

        await server.DisposeAsync();
        Said(await ExamineAsync(QdrantStore.Settings(server, Secret)), "store", Condition.Failed, "cannot be reached");
    }

    [Fact]
    public async Task Who_gives_up_waits_no_longer()
    {
        await using var server = await ScriptedServer.StartAsync();
        server.Always = Behaviour.Stall;
        using var cancelled = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(LanguageModel(server)).AddInMemoryCollection([new("LanguageModel:TimeoutSeconds", "60")]).Build();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await Examination.ExamineAsync(configuration, cancelled.Token).ToListAsync(TestContext.Current.CancellationToken));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private Dictionary<string, string?> LanguageModel(ScriptedServer server) => new()
    {
        ["Storage:DataDirectory"] = _folder,
        ["LanguageModel:Provider"] = "OpenAI",
        ["LanguageModel:Endpoint"] = server.Endpoint.AbsoluteUri,
        ["LanguageModel:Model"] = "scripted",
        ["LanguageModel:ApiKey"] = Secret,
        ["LanguageModel:TimeoutSeconds"] = "3",
    };

    private static async Task<IReadOnlyList<Finding>> ExamineAsync(Dictionary<string, string?> settings)
    {
        var found = await Examination.ExamineAsync(new ConfigurationBuilder().AddInMemoryCollection(settings).Build(), TestContext.Current.CancellationToken)
            .ToListAsync(TestContext.Current.CancellationToken);
        Assert.All(found, finding => Assert.DoesNotContain(Secret, finding.What));
        return found;
    }

    private static void Said(IReadOnlyList<Finding> found, string part, Condition condition, string told)
    {
        var finding = Assert.Single(found, finding => finding.Part == part);
        Assert.Contains(told, finding.What);
        Assert.Equal(condition, finding.Condition);
    }
}
