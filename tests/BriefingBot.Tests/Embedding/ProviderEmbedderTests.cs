using System.Numerics.Tensors;
using BriefingBot.Embedding;
using BriefingBot.ScriptedModel;
using BriefingBot.Tests.Support;
using Microsoft.Extensions.AI;

namespace BriefingBot.Tests.Embedding;

/// <summary>Vectors from a provider, over the wire.</summary>
public sealed class ProviderEmbedderTests
{
    private static readonly string[] Texts = ["The dam broke at night.", "Two villages were flooded.", "A dam broke."];

    [Theory]
    [InlineData(EmbeddingBehaviour.Honest)]
    [InlineData(EmbeddingBehaviour.Lists)]
    public async Task Each_text_has_a_vector_of_length_one_in_its_place(EmbeddingBehaviour encoding)
    {
        await using var server = await ScriptedServer.StartAsync();
        server.Embeddings.Always = encoding;
        await using var briefing = Briefing.On(EmbeddingModels.SettingsOf(server, ("Embedding:BatchSize", "2")));

        var vectors = await EmbedAsync(briefing, Texts);

        Assert.Equal(3, vectors.Count);
        Assert.All(vectors, vector => Assert.Equal((64, 1.0), (vector.Vector.Length, Math.Round(TensorPrimitives.Norm(vector.Vector.Span), 5))));
        Assert.True(Cosine(vectors, 0, 2) > 0.6 && Cosine(vectors, 0, 1) < 0.5, $"{Cosine(vectors, 0, 2)} {Cosine(vectors, 0, 1)}");
        Assert.Equal([1, 2], server.Embeddings.Requests.Select(request => request["input"]!.AsArray().Count).Order());
    }

    [Fact]
    public async Task Azure_is_asked_in_its_own_form()
    {
        await using var server = await ScriptedServer.StartAsync(key: "azure-key");
        await using var briefing = Briefing.On(EmbeddingModels.SettingsOf(server, EmbeddingModels.AzureOf(server)));

        Assert.Equal(3, (await EmbedAsync(briefing, Texts)).Count);
    }

    [Fact]
    public async Task Dimensions_are_asked_for_where_they_are_configured_and_only_there()
    {
        await using var server = await ScriptedServer.StartAsync();
        await using var without = Briefing.On(EmbeddingModels.SettingsOf(server));
        await using var with = Briefing.On(EmbeddingModels.SettingsOf(server, ("Embedding:Dimensions", "16")));

        Assert.Equal(64, (await EmbedAsync(without, "dam"))[0].Vector.Length);
        Assert.Equal(16, (await EmbedAsync(with, "dam"))[0].Vector.Length);
        Assert.Equal([null, 16], server.Embeddings.Requests.Select(request => (int?)request["dimensions"]));
    }

    [Fact]
    public async Task Questions_and_passages_have_their_own_prefixes()
    {
        await using var server = await ScriptedServer.StartAsync();
        await using var briefing = Briefing.On(EmbeddingModels.SettingsOf(server, ("Embedding:QueryPrefix", "query: "), ("Embedding:PassagePrefix", "passage: ")));
        await briefing.SaveAsync(Some.Article());
        Assert.NotEmpty(server.Embeddings.Texts);
        Assert.All(server.Embeddings.Texts, text => Assert.StartsWith("passage: ", text));
        Assert.Contains("passage: Two villages were flooded.", server.Embeddings.Texts);

        server.Embeddings.Requests.Clear();
        await briefing.AskAsync("When did the dam break?");

        Assert.Equal("query: When did the dam break?", Assert.Single(server.Embeddings.Texts.Distinct()));
    }

    [Fact]
    public async Task A_question_is_answered_by_a_providers_vectors_and_quoted_word_for_word()
    {
        await using var server = await ScriptedServer.StartAsync();
        await using var briefing = Briefing.On(EmbeddingModels.SettingsOf(server));
        await briefing.SaveAsync(Some.Article(), Some.Article("The bell of the minster weighs six tonnes.", "bell", "The bell"));

        // Confidence is fitted to another model's cosines.
        var answer = await briefing.AskAsync("When did the dam break?", neverRefuse: true);

        Assert.StartsWith("The dam broke at night.", answer.Quotes[0].Text);
        Assert.Equal("article", answer.Quotes[0].Article.Id);
    }

    [Fact]
    public async Task A_provider_that_is_busy_is_asked_again_when_it_said()
    {
        await using var server = await ScriptedServer.StartAsync();
        server.Embeddings.Next(EmbeddingBehaviour.RateLimited);
        await using var briefing = Briefing.On(EmbeddingModels.SettingsOf(server));
        var started = TimeProvider.System.GetTimestamp();

        Assert.Single(await EmbedAsync(briefing, "dam"));

        Assert.InRange(TimeProvider.System.GetElapsedTime(started), TimeSpan.FromSeconds(0.9), TimeSpan.FromSeconds(4));
        Assert.Equal(2, server.Embeddings.Requests.Count);
    }

    [Fact]
    public async Task Who_gives_up_is_not_told_of_a_fault()
    {
        await using var server = await ScriptedServer.StartAsync();
        server.Embeddings.Always = EmbeddingBehaviour.Stall;
        await using var briefing = Briefing.On(EmbeddingModels.SettingsOf(server));
        using var cancelled = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => briefing.Get<IEmbeddingGenerator<string, Embedding<float>>>().GenerateAsync(["dam"], cancellationToken: cancelled.Token));
    }

    [Theory]
    [InlineData("scripted", null, "", "openai/scripted")]
    [InlineData("scripted", "512", "", "openai/scripted/512")]
    [InlineData("intfloat/e5-base-v2", null, "passage: ", "openai/intfloat/e5-base-v2/passage-")]
    public async Task The_index_is_told_apart_by_model_dimensions_and_prefix(string model, string? dimensions, string prefix, string begins)
    {
        await using var server = await ScriptedServer.StartAsync();
        await using var briefing = Briefing.On(EmbeddingModels.SettingsOf(server, ("Embedding:Model", model), ("Embedding:Dimensions", dimensions), ("Embedding:PassagePrefix", prefix)));

        Assert.StartsWith(begins, briefing.Get<EmbeddingModel>().Fingerprint);
        Assert.True(prefix.Length > 0 || briefing.Get<EmbeddingModel>().Fingerprint == begins);
        Assert.Empty(server.Embeddings.Requests);
    }

    private static double Cosine(GeneratedEmbeddings<Embedding<float>> vectors, int one, int other) => TensorPrimitives.Dot(vectors[one].Vector.Span, vectors[other].Vector.Span);

    private static Task<GeneratedEmbeddings<Embedding<float>>> EmbedAsync(Briefing briefing, params string[] texts) =>
        briefing.Get<IEmbeddingGenerator<string, Embedding<float>>>().GenerateAsync(texts, cancellationToken: TestContext.Current.CancellationToken);
}
