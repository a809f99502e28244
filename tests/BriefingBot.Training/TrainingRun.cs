using System.Text.Json;
using BriefingBot.Answering;
using BriefingBot.Embedding;

namespace BriefingBot.Training;

/// <summary>The whole training, step by step. Nothing in it is random but by a fixed seed.</summary>
/// <param name="Data">The folder with newwiki, squad2dev and clapnq.</param>
/// <param name="Output">Where reader.onnx and weights.json go.</param>
internal sealed record TrainingRun(string Data, string Output)
{
    private const int Seed = 1;

    // Sentences are weighed on every second question: the weights are few.
    private const int EverySentence = 2;
    private const int EverySubject = 3;
    private const int EveryMisleading = 3;

    public async Task RunAsync()
    {
        var (articles, questions) = (File("newwiki", "articles"), File("newwiki", "questions"));
        var ids = System.IO.File.ReadLines(articles).Select(LabelledQuestion.IdOf).Order(StringComparer.Ordinal).ToArray();
        var (even, odd) = (Every(ids, 0), Every(ids, 1));
        await using var all = await TrainingStore.OpenAsync(articles);

        Say("[1] a reader of half of the articles");
        TorchSharp.torch.manual_seed(Seed);
        var network = new ReaderNetwork(EncoderWeights.Read(EmbeddingModelFile()));
        ReaderTraining.Run(await all.AskAsync(questions, odd.Contains), network, passes: 3, highestRate: 1.5e-4, Seed);
        var halfModel = ReaderExport.ToModel(network, "BriefingBot's reader, of every second article of new-wiki");
        await System.IO.File.WriteAllBytesAsync(Path.Combine(Output, "half.onnx"), halfModel);
        using var half = new PassageReader(halfModel);

        Say("[2] what makes a sentence outweigh another, on the other half");
        var unseen = await Evidence.GatherAsync((await all.AskAsync(questions, even.Contains)).Where((_, index) => index % EverySentence == 0), half);
        var weights = TrainedWeights.Carried with { Sentence = WeightsFit.Sentences(unseen) };

        Say("[3] the same of the subject: half of that half indexed, the questions of all of it asked");
        var (first, second) = (Every([.. even.Order(StringComparer.Ordinal)], 0), Every([.. even.Order(StringComparer.Ordinal)], 1));
        var subject = (await SubjectAsync(first)).Concat(await SubjectAsync(second)).ToArray();

        Say("[4] the reader goes on with all of them");
        ReaderTraining.Run(await all.AskAsync(questions), network, passes: 2, highestRate: 1.2e-4, Seed);
        var model = ReaderExport.ToModel(network, "BriefingBot's reader: snowflake-arctic-embed-xs (Apache-2.0) trained on SQuAD-shifts new-wiki by tests/BriefingBot.Training");
        using var reader = new PassageReader(model);

        Say("[5] whether the quotes answer, on newwiki's halves, squad2dev and clapnq");
        var (misleading, searched) = (await JudgeAsync("squad2dev", EveryMisleading), await JudgeAsync("clapnq", 1));
        Judged[][] sets = [subject, misleading, searched];
        foreach (var (name, (area, refused)) in new[] { "newwiki, half indexed", "squad2dev", "clapnq" }.Zip(WeightsFit.OutOfFold(sets)))
        {
            Say($"    {name}: AUROC {area:F3}; {refused:P1} of the unanswerable below a tenth of the answerable (out of fold)");
        }

        Judged[] onSubject = [.. misleading.Concat(searched).Select(judged => judged with { Right = true })];
        weights = weights with
        {
            Origin = "tests/BriefingBot.Training: sentence on newwiki; answer on newwiki's halves, squad2dev and clapnq; subject on newwiki's halves",
            Answer = WeightsFit.Logit(sets),
            Subject = WeightsFit.Logit([subject, onSubject]),
        };
        await System.IO.File.WriteAllBytesAsync(Path.Combine(Output, "reader.onnx"), model);
        await System.IO.File.WriteAllTextAsync(Path.Combine(Output, "weights.json"), JsonSerializer.Serialize(weights, new JsonSerializerOptions(JsonSerializerDefaults.Web) { WriteIndented = true }) + "\n");

        async Task<IEnumerable<Judged>> SubjectAsync(HashSet<string> indexed)
        {
            await using var store = await TrainingStore.OpenAsync(articles, indexed.Contains);
            var asked = (await store.AskAsync(questions, even.Contains)).Where((_, index) => index % EverySubject == 0);
            return (await Evidence.GatherAsync(asked, half)).Select(item => new Judged(item.Question.ArticleId, item.Answer(weights), indexed.Contains(item.Question.ArticleId)));
        }

        async Task<Judged[]> JudgeAsync(string set, int every)
        {
            await using var store = await TrainingStore.OpenAsync(File(set, "articles"));
            var evidence = await Evidence.GatherAsync((await store.AskAsync(File(set, "questions"))).Where((_, index) => index % every == 0), reader);
            return [.. evidence.Select(item => new Judged(item.Question.ArticleId, item.Answer(weights), item.Question.Answerable))];
        }
    }

    private string File(string set, string kind) => Path.Combine(Data, "qa", set, $"{kind}.jsonl");

    private static HashSet<string> Every(string[] ids, int rest) => [.. ids.Where((_, index) => index % 2 == rest)];

    private static byte[] EmbeddingModelFile()
    {
        using var stream = ModelResource.Open("model.onnx");
        var model = new byte[stream.Length];
        stream.ReadExactly(model);
        return model;
    }

    private static void Say(string what) => Console.WriteLine(what);
}
