using System.Collections.Immutable;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using BriefingBot.Answering;
using BriefingBot.Articles;
using BriefingBot.Ingestion;
using BriefingBot.LanguageModels;
using BriefingBot.Tests.Support;
using BriefingBot.Web.Bot;

namespace BriefingBot.Tests.Texts;

/// <summary>
/// Everything that can be made to be shown, to somebody whose language is written in full-width letters, about articles in Greek. Other Latin letters are words that no
/// translator could reach.
/// </summary>
public sealed partial class NoOtherWordsTests
{
    private const string First = "Ο δήμαρχος είπε ότι 340 άνθρωποι άφησαν τα σπίτια τους.";
    private const string Second = "Κανένας από αυτούς δεν τραυματίστηκε εκείνη τη νύχτα.";

    // What is read aloud or seen.
    private static readonly string[] Shown = ["text", "title", "tooltip", "label", "fallbackText", "speak", "summary", "name", "abstract", "placeholder", "altText", "value"];

    private static readonly Article Dam = new()
    {
        Id = "dam",
        Version = 1,
        Title = "Το φράγμα έσπασε",
        Text = $"Το φράγμα έσπασε την Παρασκευή.\n\n{First} {Second}\n\nΟ σιδηρόδρομος μένει κλειστός.",
        Source = "Η Κοιλάδα",
        Author = "Άννα",
        Published = new(new(2019, 1, 4, 9, 30, 0, TimeSpan.Zero), HasTime: true),
        Url = new("https://news.example/dam"),
        Labels = ["νερό"],
    };

    public static TheoryData<string> Messages { get; } =
    [
        "help", "hello", "thanks", "sources", "latest", "latest on κκκ", "brief me on κκκ", "new topic", "forget me", "feedback", "feedback good", "/κκκ", "/helpp", "helpp", "/brif me on κκκ",
        $"where is this from? “{First}”", "where is this from? “Ο σιδηρόδρομος μένει ανοιχτός πάντα και παντού.”", "where is this from? “κκκ”",
        $"where is this from? “{First} Αλλά αυτό δεν το είπε ποτέ κανένας πουθενά. {Second}”", "", "when?", "watch", "watch κκκ", "watch κκκ daily at 25:00", "watches", "unwatch", "unwatch κκκ",
    ];

    public static TheoryData<string> Answers { get; } =
    [
        "quotes", "disagreement", "withheld", "fault", "outage", "late",
        .. Enum.GetNames<RefusalReason>(), .. Enum.GetNames<ModelFailure>(),
    ];

    [Theory]
    [MemberData(nameof(Messages))]
    public async Task Messages_are_answered_in_the_readers_letters(string text)
    {
        await using var host = await BotHost.StartAsync((question, _) => Task.FromResult(VerifiedAnswer.Refused(question, RefusalReason.NothingFound, new([], 0.1, "extractive"), [])));
        await host.IndexAsync(Dam, Dam with { Id = "other", Title = "Ένα άλλο", Source = null, Published = null, Text = "Η πόλη πήρε νέο σχολείο και μια βιβλιοθήκη." });

        await host.SendAsync(Foreign(host.Activity.Teams(text)));
        await host.SendAsync(Foreign(host.Activity.Emulator(text)));

        AssertNoOthers(host, typed: text);
    }

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task Answers_and_cards_are_in_the_readers_letters(string kind)
    {
        await using var host = await BotHost.StartAsync((question, cancellation) => AnswerAsync(kind, question, cancellation), new() { ["Bot:AnswerTimeoutSeconds"] = "3" });
        await host.SaveAsync(Dam);

        await host.PassTimeUntilAsync(host.SendAsync(Foreign(host.Activity.Teams("κκκ;"))), step: 0.5);
        await host.PassTimeUntilAsync(host.SendAsync(Foreign(host.Activity.Emulator("κκκ;"))), step: 0.5);
        var pressed = kind == "quotes" ? SomeCard.Actions(host.Connector.Cards[0].Card!).Where(action => action["verb"] is not null).ToArray() : [];
        foreach (var action in pressed)
        {
            AssertNoOthers(await host.PressAsync(action, change: activity => Foreign(activity)));
        }

        AssertNoOthers(host);
        Assert.Equal(kind == "quotes", pressed.Length > 0);
    }

    [Theory]
    [InlineData("")]
    [InlineData("κκκ")]
    public async Task Search_and_unknown_buttons_are_answered_in_the_readers_letters(string words)
    {
        await using var host = await BotHost.StartAsync();
        var search = Foreign(host.Activity.TeamsInvoke("composeExtension/query"));
        search["value"] = new JsonObject { ["parameters"] = new JsonArray(new JsonObject { ["name"] = "query", ["value"] = words }) };

        using var found = await host.PostAsync(search);
        AssertNoOthers(JsonNode.Parse(await found.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!);
        AssertNoOthers(await host.PressAsync(new() { ["verb"] = words.Length == 0 ? "nothing" : "context", ["data"] = new JsonObject { ["answer"] = "a/b/c", ["quote"] = 1 } }, change: activity => Foreign(activity)));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/?question=")]
    [InlineData("/?question=hello")]
    [InlineData("/?question=thanks")]
    [InlineData("/?question=κκκ")]
    [InlineData("/?question=brief+me+on+κκκ")]
    [InlineData("/?question=where+is+this+from%3F+“κκκ”")]
    [InlineData("/?question=where+is+this+from%3F+“Ο+δήμαρχος+είπε+ότι+340+άνθρωποι+άφησαν+τα+σπίτια+τους.”")]
    [InlineData("/articles?id=dam")]
    [InlineData("/articles?id=dam&v=1&q=33-60&q=70-80")]
    [InlineData("/articles?id=dam&v=2&q=33-60")]
    [InlineData("/articles?id=dam&q=κ")]
    [InlineData("/articles?id=dam&q=1-99999")]
    [InlineData("/articles?id=dam&v=κ")]
    [InlineData("/articles?id=κκκ")]
    [InlineData("/articles")]
    [InlineData("/admin")]
    [InlineData("/κκκ")]
    public async Task Pages_are_in_the_readers_letters(string address)
    {
        await using var host = await BotHost.StartAsync((question, _) => Task.FromResult(VerifiedAnswer.Answered(question, new([], 0.9, "extractive"), [Some.Quote(Dam, First)], withheld: 1)));
        await host.IndexAsync(Dam);
        await host.IndexAsync(Dam with { Text = $"{Dam.Text}\n\nΈβρεξε." });
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.TryAddWithoutValidation("Accept-Language", FullWidthTexts.Locale);
        request.Headers.TryAddWithoutValidation("Accept", "text/html");

        using var response = await host.Client.SendAsync(request, TestContext.Current.CancellationToken);
        var page = new SeenPage(response, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

        Assert.Equal(FullWidthTexts.Locale, page.Document.DocumentElement.GetAttribute("lang"));
        string[] attributes = ["aria-label", "title", "alt", "placeholder", "data-copied", "data-refused"];
        AssertNoOthers(
        [
            page.Document.Title!,
            .. page.Document.QuerySelectorAll("body *").Select(SeenPage.Text),
            .. page.Document.QuerySelectorAll("body *").SelectMany(element => attributes.Select(element.GetAttribute)).OfType<string>(),
        ],
        typed: address.StartsWith("/?question=", StringComparison.Ordinal) ? Uri.UnescapeDataString(address["/?question=".Length..].Replace('+', ' ')) : "");
    }

    [Fact]
    public void Whatever_delivery_and_the_queue_say_is_in_the_readers_letters()
    {
        using var _ = Reading.In(FullWidthTexts.Locale);
        AssertNoOthers(
        [
            DeliveryWords.Shortened, DeliveryWords.TooLarge, DeliveryWords.Bare, DeliveryWords.CardRefused, DeliveryWords.Ended,
            .. new AnsweringStep[] { new AnsweringStep.Searching(), new AnsweringStep.Reading(3), new AnsweringStep.CheckingQuotes(1), new AnsweringStep.Writing() }.Select(DeliveryWords.Of),
            QueueWords.Full, QueueWords.Waiting(null), QueueWords.Waiting(1), QueueWords.Waiting(3),
        ]);
    }

    [Fact]
    public void Whatever_is_said_of_dropped_files_is_in_the_readers_letters()
    {
        using var _ = Reading.In(FullWidthTexts.Locale);
        var load = new DroppedLoad { Job = "1", Where = "", Files = [.. Enumerable.Repeat("κκκ", 12)], Refused = [.. Enumerable.Repeat(new NotLoaded("κκκ", "κκκ"), 12)], FetchedBy = default };
        var job = new LoadJob { Id = "1", Who = "", Made = default, Fault = "κκκ", Counts = Enum.GetValues<IngestOutcomeKind>().ToImmutableSortedDictionary(kind => kind, _ => 2) };
        AssertNoOthers(
        [
            LoadWords.Help, LoadWords.ForAdmins, LoadWords.SwitchedOff, LoadWords.NotReached, LoadWords.Nameless, LoadWords.NoName, LoadWords.NoLink, LoadWords.SameName, LoadWords.TooMuch(1),
            LoadWords.TooManyFiles(30, 25), LoadWords.TooManyLoads(1), LoadWords.TooManyLoads(2), LoadWords.Begun(load), LoadWords.Begun(load with { Files = ["κκκ"] }), LoadWords.Over(load),
            LoadWords.SoFar(load, job), LoadWords.SoFar(load, job with { Counts = ImmutableSortedDictionary<IngestOutcomeKind, int>.Empty.Add(IngestOutcomeKind.Added, 1) }),
            LoadWords.Ended(load, null, []), LoadWords.Ended(load with { Refused = [] }, null, []), LoadWords.Ended(load with { Refused = load.Refused[..11] }, null, []),
            .. new[] { LoadState.Done, LoadState.Cancelled, LoadState.Failed }.Select(state => LoadWords.Ended(load, job with { State = state }, [])),
            LoadWords.Ended(load with { Refused = [] }, job with { State = LoadState.Done, Counts = job.Counts.Clear() }, []),
        ]);
    }

    private static JsonObject Foreign(JsonObject activity) => SomeActivity.With(activity, "locale", FullWidthTexts.Locale);

    private static async Task<VerifiedAnswer> AnswerAsync(string kind, Question question, CancellationToken cancellation)
    {
        ImmutableArray<VerifiedQuote> quotes = [Some.Quote(Dam, First), Some.Quote(Dam, Second)];
        var draft = new DraftAnswer([], 0.9, "extractive") { HasFurther = question.Shown.IsEmpty };
        switch (kind)
        {
            case "fault":
                throw new InvalidDataException();
            case "outage":
                throw new BriefingBot.Embedding.UnreachableEmbeddingModelException("away");
            case "late":
                await Task.Delay(Timeout.Infinite, cancellation);
                break;
            case "disagreement":
                return VerifiedAnswer.Answered(question, draft with { Disagreement = true }, [quotes[0], Some.Quote(Dam with { Id = "other" }, Second)], withheld: 0);
            case "withheld":
                return VerifiedAnswer.Answered(question with { Asked = new(2026, 1, 1) }, draft, quotes, withheld: 3);
        }

        return Enum.TryParse<RefusalReason>(kind, out var reason) ? VerifiedAnswer.Refused(question, reason, draft, [new("dam", 1, Dam.Title, Dam.Url)])
            : VerifiedAnswer.Answered(question, draft, quotes, withheld: 0) is var answered && Enum.TryParse<ModelFailure>(kind, out var failure) ? answered.FallenBack(new([], 2, failure, null!))
            : answered;
    }

    private static void AssertNoOthers(BotHost host, string typed = "")
    {
        Assert.NotEmpty(host.Connector.Deliveries);
        AssertNoOthers([.. host.Connector.Deliveries.SelectMany(delivery => Words(delivery.Activity, ""))], typed);
    }

    private static void AssertNoOthers(JsonNode sent) => AssertNoOthers([.. Words(sent, "")]);

    private static void AssertNoOthers(string[] shown, string typed = "") =>
        Assert.DoesNotContain(shown.Select(text => NoWords().Replace(typed.Length > 0 ? text.Replace(typed, "", StringComparison.Ordinal) : text, "")), text => Latin().IsMatch(text));

    private static IEnumerable<string> Words(JsonNode? node, string member) => node switch
    {
        // What a button sends is not what it says.
        JsonObject one => one.Where(part => part.Key is not ("data" or "suggestedActions" or "from" or "recipient")).SelectMany(part => Words(part.Value, part.Key))
            .Concat((one["suggestedActions"]?["actions"]?.AsArray() ?? []).Select(action => (string)action!["title"]!)),
        JsonArray several => several.SelectMany(part => Words(part, member)),
        JsonValue value when Shown.Contains(member) && value.TryGetValue<string>(out var text) => text.StartsWith('{') ? Words(JsonNode.Parse(text), "") : [text],
        _ => [],
    };

    // Addresses and hosts, our own name, references, q= of an address, a month that the runtime calls as in English.
    [GeneratedRegex(@"https?://[^\s)]+|news\.example|BriefingBot|\b[2-9a-z]{8}\b(?=\.$)|January")]
    private static partial Regex NoWords();

    [GeneratedRegex("[A-Za-z]{2}")]
    private static partial Regex Latin();
}
