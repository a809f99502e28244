using BriefingBot.EndToEnd.Clients.DirectLine;
using BriefingBot.EndToEnd.Clients.WebChat;
using BriefingBot.ScriptedModel;

namespace BriefingBot.EndToEnd.Clients.Modelled;

/// <summary>What a person sees of a language model's answers: what is being done, prose with numbers, a note of what was withheld, the quotes alone while the model is away.</summary>
public sealed class ModelledAnswersTests(ModelledBot modelled, Chromium chromium) : IClassFixture<ModelledBot>
{
    private const string Question = "How many people had to leave their homes in Vessing?";
    private const string Withheld = "One sentence was withheld because no source supports it.";
    private const string Away = "The language model is unavailable; these are the quotes.";

    [Fact]
    public async Task First_page_shows_prose_a_withheld_note_and_a_fall_back()
    {
        await using var visit = await chromium.VisitAsync(new());
        await ClientTable.ShowsAsync(ClientTable.Pages, "language model: prose with [n], withheld note, fall-back", async () =>
        {
            var prose = await SeenAsync(Behaviour.Honest, "prose");
            Assert.Contains("[1]", prose, StringComparison.Ordinal);
            Assert.DoesNotContain("withheld", prose, StringComparison.Ordinal);

            var withheld = await SeenAsync(Behaviour.OneOfTwo, "withheld");
            Assert.Contains(Withheld, withheld, StringComparison.Ordinal);
            Assert.DoesNotContain("Port Lorne", withheld, StringComparison.Ordinal);

            Assert.Contains(Away, await SeenAsync(Behaviour.ServerError, "fall-back"), StringComparison.Ordinal);
        });
        Assert.Empty(visit.Faults());

        async Task<string> SeenAsync(Behaviour behaviour, string name)
        {
            var home = new Uri((await modelled.BotAsync(behaviour)).Endpoint, "/");
            await visit.Page.GotoAsync(new Uri(home, $"/?question={Uri.EscapeDataString(Question)}").ToString());
            Assert.NotEqual(0, await visit.Page.Locator("main blockquote").CountAsync());
            await Picture.TakeAsync(visit.Page, $"model-{name}", visit.Page.ViewportSize!.Width);
            return await visit.TextAsync("main");
        }
    }

    [Fact]
    public async Task Web_Chat_shows_prose_a_withheld_note_and_a_fall_back()
    {
        await using var visit = await VisitAsync();
        await ClientTable.ShowsAsync(ClientTable.WebChat, "language model: prose with [n], withheld note, fall-back", async () =>
        {
            Assert.Matches(@"\[1\]", await SeenAsync(Behaviour.Honest, "prose"));
            var withheld = await SeenAsync(Behaviour.OneOfTwo, "withheld");
            Assert.Contains(Withheld, withheld, StringComparison.Ordinal);
            Assert.DoesNotContain("Port Lorne", withheld, StringComparison.Ordinal);
            Assert.Contains(Away, await SeenAsync(Behaviour.ServerError, "fall-back"), StringComparison.Ordinal);
        });

        async Task<string> SeenAsync(Behaviour behaviour, string name)
        {
            await using var channel = await DirectLineChannel.StartAsync((await modelled.BotAsync(behaviour)).Endpoint);
            var chat = await ChatWindow.OpenAsync(channel, visit.Page);
            var answer = await chat.AskAsync(Question);
            await Picture.TakeAsync(visit.Page, $"web-chat-model-{name}", 720);
            return await ChatWindow.TextAsync(answer);
        }
    }

    [Fact]
    public async Task Web_Chat_shows_what_is_being_done_until_the_answer_takes_its_place_in_the_order_of_the_questions()
    {
        await using var visit = await VisitAsync();
        await using var channel = await DirectLineChannel.StartAsync((await modelled.BotAsync(Behaviour.SlowStart)).Endpoint);
        await ClientTable.ShowsAsync(ClientTable.WebChat, "streaming: what is being done, then the answer in its place", async () =>
        {
            var chat = await ChatWindow.OpenAsync(channel, visit.Page);
            string[] questions = [Question, "How much does the great bell of Stelmouth minster weigh?"];
            foreach (var (index, question) in questions.Index())
            {
                await chat.TypeAsync(question);
                await chat.Progress.WaitForAsync();
                Assert.Equal(index + 1, await chat.Replies.CountAsync());
                if (index == 0)
                {
                    await Picture.TakeAsync(visit.Page, "web-chat-progress", 720);
                }

                await chat.Replies.Nth(index + 1).Locator("blockquote").First.WaitForAsync();
                Assert.Equal(0, await chat.Progress.CountAsync());
            }

            Assert.Contains("Vessing", await ChatWindow.TextAsync(chat.Replies.Nth(1)), StringComparison.Ordinal);
            Assert.Contains("6.2 tonnes", await ChatWindow.TextAsync(chat.Replies.Nth(2)), StringComparison.Ordinal);
        });
        Assert.Empty(visit.Faults());
    }

    /// <summary>Who lacks something skips before anything is started.</summary>
    private async Task<Visit> VisitAsync()
    {
        Needed.Package("botframework-webchat");
        var visit = await chromium.VisitAsync(new(Width: 720));
        await visit.Page.SetViewportSizeAsync(720, 840);
        return visit;
    }
}
