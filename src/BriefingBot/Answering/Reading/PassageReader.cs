using System.Reflection;
using BriefingBot.Embedding;
using Microsoft.ML.OnnxRuntime;

namespace BriefingBot.Answering;

/// <summary>
/// Reads a question and a passage together, token by token, and says where in it an answer would stand and whether one stands there at all:
/// a cross-encoder made from the embedding model (README.md beside this file). Safe under concurrent callers.
/// </summary>
internal sealed class PassageReader : IDisposable
{
    private const string Resource = "BriefingBot.Answering.Reading.reader.onnx";
    private const int Heads = 3;

    private readonly Lazy<InferenceSession> _session;
    private readonly SemaphoreSlim _cores = new(Environment.ProcessorCount);

    /// <summary>The reader that the program carries, loaded when it is first used.</summary>
    public PassageReader() => _session = new(() => Load(ReadResource()));

    /// <summary>A reader of another model, for whoever trains one.</summary>
    public PassageReader(byte[] model) => _session = new(() => Load(model));

    /// <summary>Loads the model, if nobody has yet; the first reading does it otherwise.</summary>
    public void Load() => _ = _session.Value;

    /// <summary>The same passages, each with what it says to the question.</summary>
    public async Task<Retrieval> ReadAsync(string question, Retrieval retrieval, CancellationToken cancellation)
    {
        var passages = retrieval.Passages;
        var inputs = passages.Select(passage => ReaderInput.Of(question, passage.Article.Title, passage.Article.Text, passage.Passage)).ToArray();
        var readings = new PassageReading[inputs.Length];

        // Of like length together, as many batches as cores: padding is computed for nothing.
        var batches = Enumerable.Range(0, inputs.Length).OrderByDescending(i => inputs[i].Tokens.Length)
            .Chunk(Math.Max(1, (inputs.Length + Environment.ProcessorCount - 1) / Environment.ProcessorCount));
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancellation };
        await Parallel.ForEachAsync(batches, parallel, async (batch, token) =>
        {
            await _cores.WaitAsync(token);
            try
            {
                Run(inputs, batch, readings);
            }
            finally
            {
                _cores.Release();
            }
        });
        return retrieval with { Passages = [.. passages.Zip(readings, (passage, reading) => passage with { Reading = reading })] };
    }

    public void Dispose()
    {
        if (_session.IsValueCreated)
        {
            _session.Value.Dispose();
        }

        _cores.Dispose();
    }

    private void Run(ReaderInput[] inputs, int[] batch, PassageReading[] readings)
    {
        var session = _session.Value;
        var width = batch.Max(i => inputs[i].Tokens.Length);
        var (tokens, types, mask) = (new long[batch.Length * width], new long[batch.Length * width], new int[batch.Length * width]);
        for (var row = 0; row < batch.Length; row++)
        {
            var input = inputs[batch[row]];
            input.Tokens.CopyTo(tokens, row * width);
            types.AsSpan((row * width) + input.QuestionLength, input.Tokens.Length - input.QuestionLength).Fill(1);
            mask.AsSpan(row * width, input.Tokens.Length).Fill(1);
        }

        long[] shape = [batch.Length, width];
        using var inputIds = OrtValue.CreateTensorValueFromMemory(tokens, shape);
        using var tokenTypes = OrtValue.CreateTensorValueFromMemory(types, shape);
        using var attentionMask = OrtValue.CreateTensorValueFromMemory(mask, shape);
        using var run = new RunOptions();
        using var outputs = session.Run(run, ["input_ids", "token_type_ids", "attention_mask"], [inputIds, tokenTypes, attentionMask], ["scores"]);
        var scores = outputs[0].GetTensorDataAsSpan<float>();
        for (var row = 0; row < batch.Length; row++)
        {
            readings[batch[row]] = PassageReading.Of(scores.Slice(row * width * Heads, width * Heads), inputs[batch[row]].Sentences);
        }
    }

    private static InferenceSession Load(byte[] model)
    {
        RuntimeTelemetry.TurnOff();
        using var options = new SessionOptions { IntraOpNumThreads = 1, InterOpNumThreads = 1, EnableMemoryPattern = false };
        return new InferenceSession(model, options);
    }

    private static byte[] ReadResource()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(Resource) ?? throw new InvalidOperationException($"The program lacks its resource {Resource}.");
        var model = new byte[stream.Length];
        stream.ReadExactly(model);
        return model;
    }
}
