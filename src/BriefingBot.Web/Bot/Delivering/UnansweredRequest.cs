using Microsoft.Bot.Schema;

namespace BriefingBot.Web.Bot;

/// <summary>Whether a message of a turn was handed to the channel and nobody knows yet what became of it. Kept in the turn's state by whoever has to know.</summary>
internal sealed class UnansweredRequest
{
    public bool IsOut { get; private set; }

    /// <summary>Sends. A channel that refuses has not taken the message.</summary>
    public async Task<T> DuringAsync<T>(Func<Task<T>> send)
    {
        IsOut = true;
        try
        {
            var sent = await send();
            IsOut = false;
            return sent;
        }
        catch (ErrorResponseException)
        {
            IsOut = false;
            throw;
        }
    }
}
