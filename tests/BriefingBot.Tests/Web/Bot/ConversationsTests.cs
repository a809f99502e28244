using System.Collections.Concurrent;
using BriefingBot.Answering;
using BriefingBot.Indexing;
using BriefingBot.State;
using BriefingBot.Tests.Support;
using BriefingBot.Web.Bot;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Newtonsoft.Json.Linq;

namespace BriefingBot.Tests.Web;

public sealed class ConversationsTests : IDisposable
{
    private static readonly Speaker Ann = new("ann", "chat");
    private static readonly Speaker Bob = new("bob", "chat");

    private readonly FakeTimeProvider _time = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("briefing-conversations-").FullName;
    private readonly ConcurrentQueue<string> _log = [];
    private readonly SqliteStateStore _state;
    private readonly Conversations _conversations;

    public ConversationsTests()
    {
        _state = new(Options.Create(new StorageOptions { DataDirectory = _folder }), _time);
        _conversations = new(new StateStorage(_state, Conversations.Kind, TimeSpan.FromHours(1)), LoggerFactory.Create(logging => logging.AddProvider(new LogLines(_log))).CreateLogger<Conversations>());
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _state.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Turns_come_back_in_order_and_the_oldest_go_first()
    {
        for (var number = 1; number <= 6; number++)
        {
            await AddAsync(Ann, $"Question {number}?");
        }

        Assert.Equal(["Question 3?", "Question 4?", "Question 5?", "Question 6?"], await RecallAsync(Ann));
        Assert.Empty(await RecallAsync(Bob));
    }

    [Theory]
    [InlineData("Who won?")]
    [InlineData("2026-11-24T10:00:00.123Z")]
    [InlineData("{\"$type\":\"System.IO.FileInfo, System.IO.FileSystem\"}")]
    public async Task Turn_comes_back_as_it_was(string words)
    {
        var turn = new Turn(words, [new("iceland", $"“{words}” 😀"), new("norway", "")]);
        await _conversations.AddAsync(Ann, RememberedTurns.None(), turn, Cancellation);

        var back = Assert.Single((await _conversations.RecallAsync(Ann, Cancellation)).Turns);

        Assert.Equal(turn.Question, back.Question);
        Assert.Equal(turn.Quotes, back.Quotes);
    }

    [Fact]
    public async Task Silent_conversation_is_forgotten_after_its_time()
    {
        await AddAsync(Ann, "Who won?");

        _time.Advance(TimeSpan.FromMinutes(59));
        Assert.Single(await RecallAsync(Ann));
        _time.Advance(TimeSpan.FromMinutes(1));
        Assert.Empty(await RecallAsync(Ann));
    }

    [Fact]
    public async Task Of_several_turns_that_end_at_once_none_is_lost()
    {
        await Task.WhenAll(Enumerable.Range(1, 4).Select(number => Task.Run(() => AddAsync(Ann, $"{number}", RememberedTurns.None()))));

        Assert.Equal(["1", "2", "3", "4"], (await RecallAsync(Ann)).Order());
    }

    [Fact]
    public async Task Answer_to_a_question_of_before_a_new_topic_is_not_remembered_behind_it()
    {
        await AddAsync(Ann, "Who won?");
        var before = await _conversations.RecallAsync(Ann, Cancellation);

        await _conversations.BeginTopicAsync(Ann, Cancellation);
        await AddAsync(Ann, "And when?", before);
        Assert.Empty(await RecallAsync(Ann));

        await AddAsync(Ann, "Who flooded the valley?");
        Assert.Equal(["Who flooded the valley?"], await RecallAsync(Ann));
    }

    [Fact]
    public async Task Pasted_text_ends_what_was_asked_before()
    {
        await AddAsync(Ann, "Who won?");
        await AddAsync(Ann, new('x', 3_000));

        Assert.Empty(await RecallAsync(Ann));
    }

    [Fact]
    public async Task Nobody_in_particular_is_not_remembered()
    {
        var nobody = Speaker.Of(new Activity { ChannelId = "msteams", Conversation = new() { Id = "chat" } });
        Assert.Null(nobody);
        await _conversations.AddAsync(nobody, RememberedTurns.None(), new("Who won?", []), Cancellation);

        Assert.Empty(await RecallAsync(nobody));
        Assert.Empty(await _state.ListAsync(Conversations.Kind, "", Cancellation).ToArrayAsync(Cancellation));
    }

    [Fact]
    public async Task Without_the_storage_nothing_is_remembered_and_it_is_logged()
    {
        File.WriteAllText(Path.Combine(_folder, "state.db"), "no database at all, but a text of some length that nobody could take for one");

        await AddAsync(Ann, "Who won?", RememberedTurns.None());
        Assert.Empty(await RecallAsync(Ann));

        Assert.Contains(_log, line => line.StartsWith("Warning: A question was answered and is not remembered: ", StringComparison.Ordinal));
        Assert.Contains(_log, line => line.StartsWith("Warning: A question is answered without what was asked before: ", StringComparison.Ordinal));
    }

    [Fact]
    public void Person_has_turns_of_their_own_in_each_conversation_and_one_prefix_in_a_channel_and_tenant()
    {
        Speaker[] speakers = [Some("msteams", "chat", "ann"), Some("msteams", "chat", "bob"), Some("msteams", "other", "ann"), Some("emulator", "chat", "ann"), Some("msteams", "chat", "ann", "tenant")];

        Assert.Equal(5, speakers.Select(speaker => speaker.Id).Distinct().Count());
        Assert.Equal(4, speakers.Select(speaker => speaker.PersonPrefix).Distinct().Count());
        Assert.Equal(speakers[0].PersonPrefix, speakers[2].PersonPrefix);
        Assert.All(speakers, speaker => Assert.StartsWith(speaker.PersonPrefix, speaker.Id));
        Assert.Equal(speakers[0], Some("msteams", "chat", "ann"));
        Assert.DoesNotContain(speakers, speaker => speaker.Id.Contains("ann") || speaker.Id.Contains("chat"));
    }

    [Fact]
    public void Tenant_is_read_from_either_place_where_Teams_has_it()
    {
        var inConversation = new Activity { ChannelId = "msteams", From = new() { Id = "ann" }, Conversation = new() { Id = "chat", TenantId = "t" } };
        var inChannelData = new Activity { ChannelId = "msteams", From = new() { Id = "ann" }, Conversation = new() { Id = "chat" }, ChannelData = JObject.Parse("""{"tenant":{"id":"t"}}""") };

        Assert.Equal(Speaker.Of(inConversation), Speaker.Of(inChannelData));
        inChannelData.ChannelData = JObject.Parse("""{"tenant":"t"}""");
        Assert.NotEqual(Speaker.Of(inConversation), Speaker.Of(inChannelData));
    }

    private static Speaker Some(string channel, string conversation, string person, string? tenant = null) =>
        Speaker.Of(new Activity { ChannelId = channel, Conversation = new() { Id = conversation, TenantId = tenant }, From = new() { Id = person } })!;

    private async Task AddAsync(Speaker speaker, string question, RememberedTurns? before = null) =>
        await _conversations.AddAsync(speaker, before ?? await _conversations.RecallAsync(speaker, Cancellation), new(question, []), Cancellation);

    private async Task<IEnumerable<string>> RecallAsync(Speaker? speaker) => (await _conversations.RecallAsync(speaker, Cancellation)).Turns.Select(turn => turn.Question);
}
