using System.Text.RegularExpressions;
using BriefingBot.Articles;
using BriefingBot.Indexing;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace BriefingBot.Web.Bot;

/// <summary>"Sources": what there is to be asked, and how new it is. Nothing is counted that the asker may not read.</summary>
internal sealed partial class SourcesCommand(ReadableSources sources) : ICommand
{
    public bool Takes(string text) => Words().IsMatch(text);

    public async Task AnswerAsync(string text, ITurnContext<IMessageActivity> turn, CancellationToken cancellation) =>
        await turn.SendActivityAsync(BotWords.Show(CommandWords.Sources(await sources.ListAsync(Asker.Unknown, cancellation))), cancellation);

    [GeneratedRegex(@"^/?(?:(?:list|show)(?: me)?(?: (?:all|the|your))* )?sources[\s.!?]*$|^(?:what|which) sources (?:do you (?:have|know|use)|are there)[\s.!?]*$"
        + @"|^/?(?:zeigen sie mir (?:die |alle |ihre )?)?quellen[\s.!?]*$|^welche quellen (?:haben|kennen) sie[\s.!?]*$|^welche quellen gibt es[\s.!?]*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Words();
}
