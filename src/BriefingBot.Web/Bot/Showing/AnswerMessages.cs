using System.Collections.Immutable;
using Microsoft.Bot.Schema;

namespace BriefingBot.Web.Bot;

/// <summary>The messages that an answer is sent as: one, or several where the channel would not take it as one.</summary>
internal static class AnswerMessages
{
    private const string Gap = "\n\n";

    // What every message has besides text and entities: who, where and to what.
    private const int Addressed = 2_000;

    public static ImmutableArray<Activity> Of(Shown shown, ChannelAbilities channel)
    {
        // Half of the room for the words, the rest for where they come from.
        var parts = channel.HasCitations ? Parts(shown.Text, channel.MostCharacters / 2) : Parts(shown.Text, channel.MostCharacters - Addressed);
        return [.. parts.Select(part => Message(part, shown, channel))];
    }

    private static Activity Message(string text, Shown shown, ChannelAbilities channel)
    {
        var message = BotWords.Show(text);
        if (channel.HasCitations && Citations.For(text, shown, channel.MostCharacters - Addressed - text.Length) is { } entity)
        {
            message.Entities = [entity];
        }

        return message;
    }

    /// <summary>The text in parts of so many characters at most, each of whole blocks; a block that is longer by itself stays whole.</summary>
    private static IEnumerable<string> Parts(string text, int most)
    {
        var from = 0;
        while (text.Length - from > most)
        {
            var end = text.LastIndexOf(Gap, from + most, most, StringComparison.Ordinal);
            end = end > from ? end : text.IndexOf(Gap, from + most, StringComparison.Ordinal);
            if (end < 0)
            {
                break;
            }

            yield return text[from..end];
            from = end + Gap.Length;
        }

        yield return text[from..];
    }
}
