using System.Diagnostics;
using BriefingBot;
using BriefingBot.Answering;
using BriefingBot.Articles;
using BriefingBot.Embedding;
using BriefingBot.Training;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using TorchSharp;

// Usage: training STORE QUESTIONS FOLD(0|1|all) OUT
var (store, file, fold, output) = (args[0], args[1], args[2], args[3]);
torch.set_num_threads(args.Length > 4 ? int.Parse(args[4]) : 1);
var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Storage:DataDirectory", Path.GetFullPath(store))]).Build();
using var briefing = new ServiceCollection().AddBriefing(configuration).BuildServiceProvider();
var retriever = briefing.GetRequiredService<PassageRetriever>();
var watch = Stopwatch.StartNew();
var questions = await LabelledQuestion.ReadAsync(file, int.Parse(Environment.GetEnvironmentVariable("EVERY") ?? "1"), text => retriever.RetrieveAsync(text, Asker.Unknown, ArticleFilter.All, 16, CancellationToken.None));
Console.WriteLine($"{questions.Length} questions, retrieved in {watch.Elapsed.TotalSeconds:F0} s");
var articles = questions.Select(question => question.ArticleId).Distinct().Order(StringComparer.Ordinal).ToArray();
var half = articles.Where((_, index) => index % 2 == 1).ToHashSet();
var inFold = questions.Where(question => fold == "all" || half.Contains(question.ArticleId) == (fold == "0")).ToArray();
var outOfFold = questions.Where(question => fold != "all" && half.Contains(question.ArticleId) == (fold == "1")).Where((_, index) => index % 5 == 0).ToArray();

byte[] model;
using (var stream = ModelResource.Open("model.onnx"))
using (var copy = new MemoryStream())
{
    stream.CopyTo(copy);
    model = copy.ToArray();
}

torch.manual_seed(1);
var network = new ReaderNetwork(EncoderWeights.Read(model));
if (int.TryParse(Environment.GetEnvironmentVariable("FIRST"), out var first))
{
    inFold = [.. inFold.Take(first)];
}

ReaderTraining.Run(inFold, network, seed: 1);
Save(network, output);
Evaluate(network, outOfFold);

static void Save(ReaderNetwork network, string path)
{
    using var writer = new BinaryWriter(File.Create(path));
    foreach (var (name, weight) in network.Weights.Where(weight => weight.Value.requires_grad))
    {
        writer.Write(name);
        var values = weight.data<float>().ToArray();
        writer.Write(values.Length);
        foreach (var value in values)
        {
            writer.Write(value);
        }
    }
}

static void Evaluate(ReaderNetwork network, LabelledQuestion[] questions)
{
    using var none = torch.no_grad();
    var (right, among, total, readerAuc) = (0, 0, 0, new List<(double, bool)>());
    var random = new Random(2);
    foreach (var question in questions)
    {
        using var scope = torch.NewDisposeScope();
        var passages = question.Retrieval.Passages.Take(8).ToArray();
        var inputs = passages.Select(passage => ReaderInput.Of(question.Text, passage.Article.Title, passage.Article.Text, passage.Passage)).ToArray();
        var result = ReaderTraining.Forward(network, inputs);
        var scores = result.data<float>().ToArray();
        var length = (int)result.shape[1];
        var best = passages.Zip(inputs).SelectMany((pair, row) => pair.Second.Sentences.Select((pieces, index) => (
            Score: Sum(scores, length, row, pieces, 0) + Sum(scores, length, row, pieces, 1), Right: question.IsAnsweredBy(pair.First.Article, pair.First.Passage.Sentences[index])))).OrderByDescending(item => item.Score).ToArray();
        total++;
        right += best[0].Right ? 1 : 0;
        among += best.Take(3).Any(item => item.Right) ? 1 : 0;
        readerAuc.Add((Enumerable.Range(0, inputs.Length).Max(row => scores[(row * length * 3) + 2]), true));
        if (AlteredQuestion.Of(question.Text, passages[0].Article.Text, random) is { } altered)
        {
            inputs = [.. passages.Select(passage => ReaderInput.Of(altered, passage.Article.Title, passage.Article.Text, passage.Passage))];
            result = ReaderTraining.Forward(network, inputs);
            scores = result.data<float>().ToArray();
            length = (int)result.shape[1];
            readerAuc.Add((Enumerable.Range(0, inputs.Length).Max(row => scores[(row * length * 3) + 2]), false));
        }
    }

    var (yes, no) = (readerAuc.Where(item => item.Item2).ToArray(), readerAuc.Where(item => !item.Item2).ToArray());
    var auc = yes.Sum(a => no.Count(b => a.Item1 > b.Item1)) / (double)(yes.Length * no.Length);
    Console.WriteLine($"held out: sentence@1 {100.0 * right / total:F1}, @3 {100.0 * among / total:F1} of {total}; AUC against altered {auc:F3}");
}

static double Sum(float[] scores, int length, int row, Range pieces, int head)
{
    var values = Enumerable.Range(pieces.Start.Value, pieces.End.Value - pieces.Start.Value).Select(piece => (double)scores[(((row * length) + piece) * 3) + head]).ToArray();
    return values.Length == 0 ? -100 : values.Max() + Math.Log(values.Sum(value => Math.Exp(value - values.Max())));
}
