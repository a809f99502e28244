using BriefingBot.Embedding;
using BriefingBot.ScriptedModel;
using BriefingBot.Tests.Support;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;

namespace BriefingBot.Tests.Embedding;

/// <summary>Each way in which a provider's embedding model fails is told with its key and remedy, and never with the secret.</summary>
public sealed class ProviderFaultsTests
{
    private const string Secret = "sk-wrong-secret-4711";

    [Theory]
    [InlineData(EmbeddingBehaviour.OtherDimensions, "gives vectors of 128 dimensions, and Embedding:Dimensions is 64. Set Embedding:Dimensions to 128 or leave it out", false)]
    [InlineData(EmbeddingBehaviour.OneTooFew, "gave 0 vectors for 1 texts. See that Embedding:Endpoint is the base address", false)]
    [InlineData(EmbeddingBehaviour.Zeros, "gave a vector without a direction", false)]
    [InlineData(EmbeddingBehaviour.RateLimitedForLong, "did not answer within 2 s. Try again later", true)]
    [InlineData(EmbeddingBehaviour.ServerError, "failed (500). See its own log", true)]
    [InlineData(EmbeddingBehaviour.TooLong, "refuses the texts (400: This model's maximum context length is 512 tokens, however you requested 613 tokens). Set Embedding:MaxTokens, which is 512", false)]
    [InlineData(EmbeddingBehaviour.RefusesDimensions, "Leave Embedding:Dimensions out", false)]
    [InlineData(EmbeddingBehaviour.TruncatedJson, "answered in another form than OpenAI's API has", false)]
    [InlineData(EmbeddingBehaviour.OtherJson, "answered in another form than OpenAI's API has", false)]
    [InlineData(EmbeddingBehaviour.WrongContentType, "answered in another form than OpenAI's API has", false)]
    [InlineData(EmbeddingBehaviour.Stall, "did not answer within 2 s", true)]
    [InlineData(EmbeddingBehaviour.Redirect, "failed (307)", true)]
    public async Task Fault_is_told_with_its_remedy(EmbeddingBehaviour behaviour, string told, bool passes)
    {
        await using var server = await ScriptedServer.StartAsync(key: Secret);
        server.Embeddings.Always = behaviour;

        var fault = await FaultOfAsync(EmbeddingModels.SettingsOf(server, ("Embedding:Dimensions", "64"), ("Embedding:ApiKey", Secret), ("Embedding:TimeoutSeconds", "2")));

        Assert.Contains(told, fault.Message);
        Assert.Equal(passes, fault is UnreachableEmbeddingModelException);
        Assert.StartsWith($"The embedding model at {server.Endpoint.Authority} ", fault.Message);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_wrong_key_is_told_and_not_repeated(bool azure)
    {
        await using var server = await ScriptedServer.StartAsync(key: "another");

        var fault = await FaultOfAsync(EmbeddingModels.SettingsOf(server, azure ? EmbeddingModels.AzureOf(server, Secret) : [("Embedding:ApiKey", Secret)]));

        Assert.Contains("refuses the key (401). Correct Embedding:ApiKey (in the environment, Embedding__ApiKey).", fault.Message);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_model_that_is_not_there_is_told_by_its_name(bool azure)
    {
        await using var server = await ScriptedServer.StartAsync();

        var fault = await FaultOfAsync(EmbeddingModels.SettingsOf(server, [.. azure ? EmbeddingModels.AzureOf(server) : [], ("Embedding:Model", "text-embeding")]));

        Assert.Contains("does not know the model 'text-embeding' or the address (404). Correct Embedding:Model", fault.Message);
        Assert.Equal(azure, fault.Message.Contains("which is the deployment's name"));
    }

    [Fact]
    public async Task An_endpoint_that_is_down_is_told_within_seconds()
    {
        var server = await ScriptedServer.StartAsync();
        var settings = EmbeddingModels.SettingsOf(server);
        await server.DisposeAsync();

        var fault = await FaultOfAsync(settings);

        Assert.IsType<UnreachableEmbeddingModelException>(fault);
        Assert.Contains("cannot be reached. See that it runs", fault.Message);
    }

    [Fact]
    public async Task A_model_that_becomes_another_is_told()
    {
        await using var server = await ScriptedServer.StartAsync();
        await using var briefing = Briefing.On(EmbeddingModels.SettingsOf(server));
        var embedder = briefing.Get<IEmbeddingGenerator<string, Embedding<float>>>();
        await embedder.GenerateAsync(["dam"], cancellationToken: TestContext.Current.CancellationToken);
        server.Embeddings.Dimensions = 32;

        var fault = await Assert.ThrowsAsync<EmbeddingModelException>(() => embedder.GenerateAsync(["dam"], cancellationToken: TestContext.Current.CancellationToken));

        Assert.Contains("gave vectors of 64 dimensions before and of 32 now", fault.Message);
    }

    [Theory]
    [InlineData("Embedding:Model", null, "Embedding:Model is missing")]
    [InlineData("Embedding:Endpoint", "ollama:11434", "Embedding:Endpoint must be the address of the API")]
    [InlineData("Embedding:Endpoint", "http://me:secret@host/v1", "Embedding:Endpoint must be the address of the API")]
    [InlineData("Embedding:Endpoint", null, "Embedding:ApiKey is missing")]
    [InlineData("Embedding:Provider", "None", "Embedding:Provider is missing")]
    [InlineData("Embedding:QueryPrefix", "a:1b:2c:3d:4e:5f:6g:7h:8i:9a:1b:2c:3d:4e:5f:6g:7h:8i:9a:1b:2c:3d:4e:5f:6g:7h:8i:9a:1b:2c:3d:4e:5f:6g:7h:8i:9a:1b:2c:3d:4e:5f:6g:7h:8i:9", "Embedding:QueryPrefix is longer than a quarter of Embedding:MaxTokens (512)")]
    [InlineData("Embedding:MaxTokens", "64", "between 128 and 100000")]
    public async Task A_setting_that_cannot_be_is_told_at_the_start(string key, string? value, string told)
    {
        await using var server = await ScriptedServer.StartAsync();
        await using var briefing = Briefing.On(EmbeddingModels.SettingsOf(server, (key, value)));

        var fault = Assert.Throws<OptionsValidationException>(() => briefing.Get<IStartupValidator>().Validate());

        Assert.Contains(told, BriefingConfiguration.Explain(fault));
        Assert.DoesNotContain("secret", fault.Message);
    }

    private static async Task<EmbeddingModelException> FaultOfAsync(Dictionary<string, string?> settings)
    {
        await using var briefing = Briefing.On(settings);
        var embedder = briefing.Get<IEmbeddingGenerator<string, Embedding<float>>>();
        var fault = await Assert.ThrowsAnyAsync<EmbeddingModelException>(() => embedder.GenerateAsync(["dam"], ForQuestion.Waiting, TestContext.Current.CancellationToken));
        Assert.DoesNotContain(Secret, fault.ToString());
        return fault;
    }
}
