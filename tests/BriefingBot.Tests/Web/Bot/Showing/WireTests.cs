using System.Text.Json.Nodes;
using BriefingBot.Answering;
using BriefingBot.Tests.Support;
using BriefingBot.Web.Samples;

namespace BriefingBot.Tests.Web;

/// <summary>All that is sent for each thing that the bot does, as it goes over the wire. The files are for whoever wants to know what a channel gets.</summary>
public sealed class WireTests
{
    private const string Question = "How many people left?";

    [Fact]
    public async Task Answer_with_citations_and_its_feedback_loop_in_Teams()
    {
        await using var host = await HostAsync();

        ApprovedJson.Matches("answer-teams", Assert.Single(await host.SendAsync(host.Activity.Teams(Question))).Activity);
    }

    [Fact]
    public async Task Answer_in_a_channel_with_a_mention_of_whoever_asked()
    {
        await using var host = await HostAsync();

        ApprovedJson.Matches("answer-channel", Assert.Single(await host.SendAsync(host.Activity.TeamsChannel($"<at>Briefing</at> {Question}"))).Activity);
    }

    [Fact]
    public async Task Answer_in_Web_Chat_with_its_card_and_thumbs()
    {
        await using var host = await HostAsync();

        ApprovedJson.Matches("answer-web-chat", Assert.Single(await host.SendAsync(SomeFeedback.WebChat(host, Question))).Activity);
    }

    [Fact]
    public async Task Refusal_in_Teams()
    {
        await using var host = await BotHost.StartAsync();

        ApprovedJson.Matches("refusal-teams", Assert.Single(await host.SendAsync(host.Activity.Teams(Question))).Activity);
    }

    [Fact]
    public async Task More_quotes_in_Teams()
    {
        await using var host = await HostAsync(further: [["More rain is expected."]]);
        await host.SendAsync(host.Activity.Teams(Question));

        var response = await host.PressAsync(SomeCard.Action(host.Connector.Cards[0].Card!, "More quotes"));

        JsonNode[] sent = [.. host.Connector.Deliveries.TakeLast(2).Select(delivery => delivery.Activity), response];
        ApprovedJson.Matches("more-quotes-teams", new JsonArray(sent));
    }

    [Theory]
    [InlineData("teams")]
    [InlineData("web-chat")]
    public async Task What_is_being_done_and_the_answer_that_takes_its_place(string channel)
    {
        var answer = new TaskCompletionSource<VerifiedAnswer>();
        await using var host = await BotHost.StartAsync((_, cancellation) => answer.Task.WaitAsync(cancellation));
        var turn = host.SendAsync(channel == "teams" ? host.Activity.Teams(Question) : SomeFeedback.WebChat(host, Question));
        await host.Connector.UntilAsync(() => !host.Asked.IsEmpty);
        await host.PassTimeUntilAsync(() => host.Connector.Deliveries.Count == 2);
        answer.SetResult(BotHost.Refuse(host.Asked.Single()));
        await host.PassTimeUntilAsync(turn);

        ApprovedJson.Matches($"stream-{channel}", new JsonArray([.. host.Connector.Deliveries.Select(delivery => delivery.Activity)]));
    }

    [Fact]
    public async Task Feedback_in_Teams_and_what_is_answered()
    {
        await using var host = await HostAsync();
        var invoke = SomeFeedback.Loop(host, (await host.SendAsync(host.Activity.Teams(Question)))[0].Id, "dislike", """{"feedbackText":"Another year"}""");
        var (status, body) = await SomeFeedback.InvokeAsync(host, invoke);

        ApprovedJson.Matches("feedback-teams", new JsonObject { ["value"] = invoke["value"]!.DeepClone(), ["status"] = status, ["body"] = JsonNode.Parse(body) });
    }

    [Theory]
    [InlineData("help")]
    [InlineData("sources")]
    [InlineData("latest")]
    [InlineData("new topic")]
    [InlineData("forget me")]
    [InlineData("feedback")]
    public async Task Command_in_Teams(string command)
    {
        await using var host = await BotHost.StartAsync();
        await host.IndexAsync(QuotingHost.Dam);

        ApprovedJson.Matches($"command-{command.Replace(' ', '-')}-teams", Assert.Single(await host.SendAsync(host.Activity.Teams(command))).Activity);
    }

    [Fact]
    public async Task Welcome_in_Teams_with_questions_to_press()
    {
        await using var host = await BotHost.StartAsync();
        foreach (var file in Directory.GetFiles(SampleArticles.Folder))
        {
            await host.SaveAsync(QuotingHost.Dam with { Id = SampleArticles.IdOf(file) });
        }

        ApprovedJson.Matches("welcome-teams", new JsonArray([.. (await host.SendAsync(host.Activity.TeamsBotAdded())).Select(said => said.Activity.DeepClone())]));
    }

    private static Task<BotHost> HostAsync(string[][]? further = null) => QuotingHost.StartAsync(QuotingHost.Dam, [QuotingHost.First, QuotingHost.Second], further);
}
