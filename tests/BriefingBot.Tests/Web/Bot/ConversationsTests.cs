using BriefingBot.Web.Bot;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Time.Testing;

namespace BriefingBot.Tests.Web;

public sealed class ConversationsTests
{
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public void Turns_come_back_in_order_and_the_oldest_go_first()
    {
        var conversations = Some(capacity: 10);
        for (var number = 1; number <= 6; number++)
        {
            conversations.Add("ann", new($"Question {number}?", []));
        }

        Assert.Equal(["Question 3?", "Question 4?", "Question 5?", "Question 6?"], conversations.Recall("ann").Select(turn => turn.Question));
        Assert.Empty(conversations.Recall("bob"));
    }

    [Fact]
    public void Silent_conversation_is_forgotten_after_its_time()
    {
        var conversations = Some(capacity: 10);
        conversations.Add("ann", new("Who won?", []));

        _time.Advance(TimeSpan.FromMinutes(59));
        Assert.Single(conversations.Recall("ann"));
        _time.Advance(TimeSpan.FromMinutes(1));
        Assert.Empty(conversations.Recall("ann"));
    }

    [Fact]
    public void No_more_than_the_capacity_is_remembered()
    {
        var conversations = Some(capacity: 2);
        foreach (var person in new[] { "ann", "bob", "ann", "cleo" })
        {
            conversations.Add(person, new("Who won?", []));
        }

        Assert.Empty(conversations.Recall("bob"));
        Assert.Equal(2, conversations.Recall("ann").Length);
        Assert.Single(conversations.Recall("cleo"));
    }

    [Fact]
    public void Pasted_text_ends_what_was_asked_before()
    {
        var conversations = Some(capacity: 2);
        conversations.Add("ann", new("Who won?", []));
        conversations.Add("ann", new(new string('x', 3_000), []));

        Assert.Empty(conversations.Recall("ann"));
    }

    [Fact]
    public void Nobody_in_particular_is_not_remembered()
    {
        var conversations = Some(capacity: 2);
        conversations.Add(Conversations.Key(new Activity { ChannelId = "msteams", Conversation = new() { Id = "chat" } }), new("Who won?", []));

        Assert.Empty(conversations.Recall(null));
    }

    [Fact]
    public void Person_has_turns_of_their_own_in_each_conversation_and_channel()
    {
        string[] keys = [Key("msteams", "chat", "ann"), Key("msteams", "chat", "bob"), Key("msteams", "other", "ann"), Key("emulator", "chat", "ann")];

        Assert.Equal(4, keys.Distinct().Count());
        Assert.Equal(keys[0], Key("msteams", "chat", "ann"));
    }

    private static string Key(string channel, string conversation, string person) =>
        Conversations.Key(new Activity { ChannelId = channel, Conversation = new() { Id = conversation }, From = new() { Id = person } })!;

    private Conversations Some(int capacity) => new(_time, TimeSpan.FromHours(1), capacity);
}
