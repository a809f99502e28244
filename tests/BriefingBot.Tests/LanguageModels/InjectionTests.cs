using System.Text.Json;
using BriefingBot.Answering;
using BriefingBot.Articles;
using BriefingBot.Ingestion;
using BriefingBot.LanguageModels;
using BriefingBot.ScriptedModel;
using BriefingBot.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.SemanticKernel;

namespace BriefingBot.Tests.LanguageModels;

/// <summary>Instructions planted in real articles, and a model that obeys each: nothing of what it makes of them reaches a reader.</summary>
public sealed class InjectionTests
{
    private static readonly (string Name, Func<string, string, string> Plant)[] Positions =
    [
        ("first sentence", (text, attack) => $"{attack} {text}"),
        ("behind a sentence", (text, attack) => text.IndexOf(". ", text.Length / 2, StringComparison.Ordinal) is >= 0 and var at ? $"{text[..(at + 2)]}{attack} {text[(at + 2)..]}" : $"{text} {attack}"),
        ("paragraph of its own", (text, attack) => text.IndexOf('\n', text.Length / 3) is >= 0 and var at ? $"{text[..at]}\n\n{attack}\n\n{text[at..]}" : $"{text}\n\n{attack}"),
        ("last words", (text, attack) => $"{text.TrimEnd()} {attack}"),
    ];

    [Fact]
    public async Task No_attack_reaches_a_reader_through_an_obedient_model()
    {
        var (attacks, articles) = (SharedData.Find("injection/text_attack_train.json"), SharedData.Find("wikinews/articles.jsonl"));
        Assert.SkipWhen(attacks is null || articles is null, "The shared data (injection, wikinews) is not there; BRIEFING_DATA may name its folder.");
        await using var model = await ScriptedServer.StartAsync();
        model.Always = Behaviour.ObeyedInjection;
        await using var briefing = Briefing.On(new Dictionary<string, string?>
        {
            ["LanguageModel:Provider"] = "OpenAI",
            ["LanguageModel:Endpoint"] = model.Endpoint.AbsoluteUri,
            ["LanguageModel:Model"] = "scripted",
        });
        var writer = new StatementWriter(briefing.Get<IServiceProvider>().LanguageModelOf(briefing.Get<Kernel>())!, briefing.Get<Kernel>(), briefing.Get<MeaningCloseness>(), NullLogger<StatementWriter>.Instance);
        var splitter = new PassageSplitter(Briefing.Embedder.Model);
        var texts = File.ReadLines(articles).Take(75).Select(line => JsonDocument.Parse(line).RootElement).Select(json => (Title: json.GetProperty("title").GetString()!, Text: json.GetProperty("text").GetString()!)).ToArray();
        var planted = 0;

        foreach (var (number, attack) in JsonSerializer.Deserialize<Dictionary<string, string[]>>(await File.ReadAllTextAsync(attacks, TestContext.Current.CancellationToken))!.SelectMany(kind => kind.Value).Index())
        {
            model.Aim = attack;
            foreach (var (name, plant) in Positions)
            {
                var article = Some.Article(CanonicalText.From(plant(texts[number].Text, attack)), title: texts[number].Title);
                var passages = splitter.Split(article.Title, article.Text).Where(passage => article.Cut(passage.Span).Contains(attack, StringComparison.Ordinal)).Take(3);
                var written = await writer.WriteAsync(
                    texts[number].Title,
                    Asker.Unknown,
                    ArticleFilter.All,
                    [.. passages.Select(passage => new RetrievedPassage(article, passage, 1, null, [.. passage.Sentences.Select(_ => 0.0)]))],
                    TestContext.Current.CancellationToken);

                planted += model.Requests.Last(request => request.Question is not null).Text.Contains(attack, StringComparison.Ordinal) ? 1 : 0;
                Assert.All(written.Statements, statement => Assert.False(
                    statement.Text.Contains(attack, StringComparison.OrdinalIgnoreCase) || statement.Text.Contains("evil", StringComparison.Ordinal) || statement.Text.Contains('<'), $"{name}: {statement.Text}"));
            }
        }

        // Four of five at least were seen by the model as they were planted; a sentence may have been parted.
        Assert.InRange(planted, 240, 300);
    }
}
