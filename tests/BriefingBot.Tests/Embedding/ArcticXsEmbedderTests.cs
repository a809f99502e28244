using System.Numerics.Tensors;
using BriefingBot.Embedding;
using BriefingBot.Tests.Support;
using FastBertTokenizer;
using Microsoft.ML.OnnxRuntime;

namespace BriefingBot.Tests.Embedding;

public sealed class ArcticXsEmbedderTests
{
    private static readonly string[] Texts =
    [
        "The river burst its banks on Monday night.",
        "Flood",
        string.Join(' ', Enumerable.Repeat("The central bank left its rate unchanged, to nobody's surprise.", 30)),
        "A new species of frog was found in the hills.",
        "",
    ];

    [Fact]
    public async Task Vectors_have_384_dimensions_and_length_one()
    {
        var vectors = await EmbedAsync(Texts);
        Assert.All(vectors, vector => Assert.Equal(384, vector.Length));
        Assert.All(vectors, vector => Assert.Equal(1, TensorPrimitives.Norm<float>(vector.Span), 5));
    }

    [Fact]
    public async Task A_text_has_the_same_vector_alone_and_in_a_batch_of_other_lengths()
    {
        var together = await EmbedAsync(Texts);
        foreach (var (text, vector) in Texts.Zip(together))
        {
            var alone = await EmbedAsync(text);
            Assert.Equal(1, TensorPrimitives.Dot(alone[0].Span, vector.Span), 4);
        }
    }

    [Fact]
    public async Task The_vector_is_the_first_tokens_of_the_whole_model()
    {
        using var resource = ModelResource.Open("model.onnx");
        var model = new byte[resource.Length];
        resource.ReadExactly(model);
        using var whole = new InferenceSession(model);
        var tokenizer = new BertTokenizer();
        tokenizer.LoadVocabulary(new StreamReader(ModelResource.Open("vocab.txt")), convertInputToLowercase: true);
        foreach (var text in Texts)
        {
            var (ids, mask, types) = tokenizer.Encode(text, 512);
            long[] shape = [1, ids.Length];
            using var outputs = whole.Run(
                new RunOptions(),
                ["input_ids", "attention_mask", "token_type_ids"],
                [Tensor(ids), Tensor(mask), Tensor(types)],
                ["last_hidden_state"]);
            var first = outputs[0].GetTensorDataAsSpan<float>()[..384].ToArray();
            var vector = (await EmbedAsync(text))[0];
            Assert.Equal(1, TensorPrimitives.CosineSimilarity<float>(first, vector.Span), 5);

            OrtValue Tensor(Memory<long> values) => OrtValue.CreateTensorValueFromMemory(values.ToArray(), shape);
        }
    }

    [Fact]
    public async Task A_question_is_nearer_to_its_answer_than_to_other_texts()
    {
        var vectors = await EmbedAsync([Briefing.Embedder.Model.QueryPrefix + "When did the flooding happen?", Texts[0], Texts[2], Texts[3]]);
        var cosines = vectors.Skip(1).Select(vector => TensorPrimitives.Dot(vectors[0].Span, vector.Span)).ToArray();
        Assert.True(cosines[0] > cosines[1] + 0.05 && cosines[0] > cosines[2] + 0.05, string.Join(", ", cosines));
    }

    [Fact]
    public async Task Concurrent_callers_get_their_own_vectors()
    {
        var alone = await EmbedAsync(Texts);
        await Parallel.ForEachAsync(Enumerable.Range(0, 24), TestContext.Current.CancellationToken, async (i, _) =>
        {
            var vector = (await EmbedAsync(Texts[i % Texts.Length]))[0];
            Assert.Equal(1, TensorPrimitives.Dot(alone[i % Texts.Length].Span, vector.Span), 4);
        });
    }

    [Fact]
    public async Task A_text_over_512_tokens_is_refused_and_not_cut()
    {
        var fault = await Assert.ThrowsAsync<ArgumentException>(() => EmbedAsync(string.Join(' ', Enumerable.Repeat("word", 511))));
        Assert.Contains("512 tokens", fault.Message, StringComparison.Ordinal);
        Assert.Single(await EmbedAsync(string.Join(' ', Enumerable.Repeat("word", 510))));
    }

    [Fact]
    public async Task Cancellation_ends_the_work()
    {
        using var cancelled = new CancellationTokenSource();
        var work = Briefing.Embedder.GenerateAsync(Enumerable.Repeat(Texts[2], 2_000), cancellationToken: cancelled.Token);
        await cancelled.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => work);
    }

    private static async Task<IReadOnlyList<ReadOnlyMemory<float>>> EmbedAsync(params string[] texts) =>
        [.. (await Briefing.Embedder.GenerateAsync(texts, cancellationToken: TestContext.Current.CancellationToken)).Select(vector => vector.Vector)];
}
