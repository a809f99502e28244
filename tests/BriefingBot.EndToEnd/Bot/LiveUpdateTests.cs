using System.Text.Json.Nodes;
using BriefingBot.EndToEnd.Support;

namespace BriefingBot.EndToEnd.Bot;

public sealed class LiveUpdateTests(ITestOutputHelper output)
{
    private const int Questions = 200;
    private const int Updates = 10;
    private const int Askers = 2;
    private static readonly string[] Ports = ["Arvik", "Belmora", "Corwen", "Dunholm", "Eskdale", "Farrow", "Glenmar", "Hestra"];
    private static readonly string[] Weather = ["the calm", "the bitterly cold", "the dark and stormy"];

    [Fact]
    public async Task While_another_process_changes_articles_each_answer_is_from_whole_articles_and_the_next_one_sees_the_change()
    {
        using var workspace = new Workspace();
        await IngestAsync(workspace, generation: 0, Ports);
        await using var bot = await RunningBot.StartAsync(workspace);

        using var done = new CancellationTokenSource();
        var asking = Task.WhenAll(Enumerable.Range(0, Askers).Select(asker => AskOnAsync(bot, asker, done.Token)));
        for (var generation = 1; generation <= Updates; generation++)
        {
            // By turns a port is taken away and given back, so that it is missing from some generations.
            var removed = Ports[generation % Ports.Length];
            await IngestAsync(workspace, generation, Ports);
            var seen = ReplyText.Quotes((await bot.AskAsync(QuestionAbout(removed, bell: false))).Text);
            Assert.Contains(seen, quote => quote.Contains(Lamp(removed, generation), StringComparison.Ordinal));

            (await workspace.JsonAsync("remove", "--yes", IdOf(removed))).Ended(0);
            var missing = (await bot.AskAsync(QuestionAbout(removed, bell: false))).Text;
            Assert.DoesNotContain(ReplyText.Quotes(missing), quote => quote.Contains(removed, StringComparison.Ordinal));
            Assert.DoesNotContain($"The port of {removed}", missing);
        }

        await done.CancelAsync();
        var answers = (await asking).SelectMany(answered => answered).ToArray();

        output.WriteLine($"{answers.Length} questions answered while {2 * Updates} processes changed articles; {answers.Count(answer => answer.Both)} answers quoted both sentences of an article");
        Assert.InRange(answers.Length, Questions, int.MaxValue);
        Assert.InRange(answers.Count(answer => answer.Both), 1, int.MaxValue);

        // One port in eight is away for some of the time.
        Assert.InRange(answers.Count(answer => answer.OfTheArticleAsked), answers.Length * 7 / 8, answers.Length);
        Assert.InRange(answers.SelectMany(answer => answer.Generations).Distinct().Count(), Updates / 2, Updates + 1);
        Assert.DoesNotContain(" fail: ", bot.Log);
        Assert.DoesNotContain("Exception", bot.Log);
        Assert.DoesNotContain(bot.Connector.Messages, message => message.Text.Contains("sorry", StringComparison.OrdinalIgnoreCase));
    }

    private sealed record Answer(IReadOnlySet<int> Generations, bool Both, bool OfTheArticleAsked);

    /// <summary>Asks one question after the other until the updates are done, and its share of 200 at least.</summary>
    private static async Task<List<Answer>> AskOnAsync(RunningBot bot, int asker, CancellationToken done)
    {
        var answers = new List<Answer>();
        while (answers.Count < Questions / Askers || !done.IsCancellationRequested)
        {
            var port = Ports[(answers.Count + asker) % Ports.Length];
            var reply = await bot.AskAsync(QuestionAbout(port, bell: answers.Count % 3 == 0), $"asker-{asker}");
            answers.Add(Check(reply.Text, port));

            // The updates need some of the machine as well.
            if (!done.IsCancellationRequested)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(10), TestContext.Current.CancellationToken);
            }
        }

        return answers;
    }

    /// <summary>Fails unless every quote is one or both sentences of one generation, the same one for all quotes of an article.</summary>
    private static Answer Check(string reply, string asked)
    {
        var quotes = ReplyText.Quotes(reply);
        Assert.Equal(reply.Contains('“'), quotes.Count > 0);
        var read = quotes.Select(Source).ToArray();
        var articles = read.GroupBy(quote => quote.Port).ToArray();
        Assert.All(articles, article => Assert.Single(article.Select(quote => quote.Generation).Distinct()));
        return new(read.Select(quote => quote.Generation).ToHashSet(), articles.Any(article => article.Count() == 2 || article.Any(quote => quote.Both)), read.Any(quote => quote.Port == asked));
    }

    /// <summary>Whose sentence it is, or whose two.</summary>
    private static (string Port, int Generation, bool Both) Source(string quote)
    {
        var matches =
            from port in Ports
            from generation in Enumerable.Range(0, Updates + 1)
            let both = quote == Text(port, generation)
            where both || quote == Lamp(port, generation) || quote == Bell(port, generation)
            select (port, generation, both);
        return Assert.Single(matches);
    }

    private static string IdOf(string port) => $"port/{port}";

    private static string QuestionAbout(string port, bool bell) =>
        bell ? $"What did the bell at the port of {port} do in the night storm?" : $"How many ships did the lamp at the port of {port} guide?";

    private static string Lamp(string port, int generation) => $"The lamp at the port of {port} guided {generation + 100} ships past the rocks in {Weather[generation % Weather.Length]} season {generation}.";

    private static string Bell(string port, int generation) => $"In the night storm of season {generation} the bell of the {port} chapel rang {generation + 40} times over the port.";

    /// <summary>Of another length and order in each generation: the spans of one cut no sentence out of the next.</summary>
    private static string Text(string port, int generation) => generation % 2 == 0
        ? $"{Lamp(port, generation)} {Bell(port, generation)}"
        : $"{Bell(port, generation)} {Lamp(port, generation)}";

    private static async Task IngestAsync(Workspace workspace, int generation, IEnumerable<string> ports)
    {
        var file = workspace.Write("ports.jsonl", string.Join('\n', ports.Select(port => new JsonObject
        {
            ["id"] = IdOf(port),
            ["title"] = $"The port of {port}",
            ["text"] = Text(port, generation),
        }.ToJsonString())));
        var outcomes = (await workspace.JsonAsync("ingest", file)).Ended(0).Lines.Select(line => line.Text("outcome")).ToArray();
        Assert.All(outcomes, outcome => Assert.Contains(outcome, (string[])["added", "updated"]));
    }
}
