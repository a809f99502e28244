using BriefingBot.EndToEnd.Clients.DirectLine;
using BriefingBot.EndToEnd.Clients.WebChat;
using BriefingBot.EndToEnd.Support;
using BriefingBot.ScriptedModel;

namespace BriefingBot.EndToEnd.Clients.Modelled;

/// <summary>What a person sees of a language model's answers: prose with numbers, a note of what was withheld, the quotes alone while the model is away.</summary>
public sealed class ModelledAnswersTests(Chromium chromium) : IDisposable
{
    private const string Question = "How many people had to leave their homes in Vessing?";
    private const string Withheld = "One sentence was withheld because no source supports it.";
    private const string Away = "The language model is unavailable; these are the quotes.";

    private readonly Workspace _workspace = new();

    [Fact]
    public async Task First_page_shows_prose_a_withheld_note_and_a_fall_back()
    {
        await using var model = await ScriptedServer.StartAsync();
        await using var visit = await chromium.VisitAsync(new());
        await using var bot = await StartAsync(model);
        var home = new Uri(bot.Endpoint, "/");
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
            model.Always = behaviour;
            await visit.Page.GotoAsync(new Uri(home, $"/?question={Uri.EscapeDataString(Question)}").ToString());
            Assert.NotEqual(0, await visit.Page.Locator("main blockquote").CountAsync());
            await Picture.TakeAsync(visit.Page, $"model-{name}", visit.Page.ViewportSize!.Width);
            return await visit.TextAsync("main");
        }
    }

    [Fact]
    public async Task Web_Chat_shows_prose_a_withheld_note_and_a_fall_back()
    {
        Needed.Package("botframework-webchat");
        await using var model = await ScriptedServer.StartAsync();
        await using var visit = await chromium.VisitAsync(new(Width: 720));
        await using var bot = await StartAsync(model);
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
            model.Always = behaviour;
            await using var channel = await DirectLineChannel.StartAsync(bot.Endpoint);
            await visit.Page.SetViewportSizeAsync(720, 840);
            await visit.Page.GotoAsync(await ChatWindow.ServeAsync(channel));
            var chat = new ChatWindow(visit.Page);
            await chat.AskAsync(Question);
            await Picture.TakeAsync(visit.Page, $"web-chat-model-{name}", 720);
            return await chat.Answer.InnerTextAsync();
        }
    }

    public void Dispose() => _workspace.Dispose();

    // Nothing is kept, so that each question is put to the model.
    private Task<RunningBot> StartAsync(ScriptedServer model) => RunningBot.StartAsync(_workspace, samples: true, settings: new Dictionary<string, string>
    {
        ["LanguageModel__Provider"] = "OpenAI",
        ["LanguageModel__Endpoint"] = model.Endpoint.AbsoluteUri,
        ["LanguageModel__Model"] = "scripted",
        ["LanguageModel__KeepRepliesMinutes"] = "0",
    });
}
