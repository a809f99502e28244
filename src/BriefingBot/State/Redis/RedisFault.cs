using StackExchange.Redis;

namespace BriefingBot.State;

/// <summary>Says what a fault of Redis means for whoever runs the product. What the server says is not repeated, but for the first word of a refusal.</summary>
internal static class RedisFault
{
    public static StateStoreException Explain(string location, Exception fault) => fault switch
    {
        _ when IsRefusedUser(fault) => WrongPassword(location, fault),
        RedisServerException refusal => Refusal(location, refusal),
        RedisCommandException => new StateStoreException($"{location} does not take a command that the bot needs. Use a server of version 6 or newer, and see that Redis:ConnectionString names one that may be written to.", fault),
        _ => new UnreachableStateStoreException($"{location} cannot be reached, or does not answer in time. See that it runs, and that Redis:ConnectionString names its host and port, and ssl=true where it wants TLS.", fault),
    };

    private static StateStoreException Refusal(string location, RedisServerException refusal) => refusal.Message.Split(' ')[0] switch
    {
        "NOPERM" => new($"{location} refuses the user a command that the bot needs. Give that user the right to all commands on keys that begin with 'briefing:', or name another in Redis:ConnectionString.", refusal),
        "READONLY" => new($"{location} is a replica, which takes no writes. Name the primary in Redis:ConnectionString.", refusal),
        "OOM" => new($"{location} has no memory left. Give it more (maxmemory).", refusal),
        "MISCONF" => new($"{location} takes no writes because it cannot save to its disk. Make room there.", refusal),
        "LOADING" or "BUSY" or "MASTERDOWN" or "TRYAGAIN" => new UnreachableStateStoreException($"{location} is not ready yet ({refusal.Message.Split(' ')[0]}). It is asked again with the next question.", refusal),
        var word => new($"{location} refuses a command ({word}). See its log; the bot needs a server of version 6 or newer.", refusal),
    };

    // What keeps a connection from being made stands inside of what a call is told.
    private static bool IsRefusedUser(Exception? fault) => fault is not null
        && (fault is RedisConnectionException { FailureType: ConnectionFailureType.AuthenticationFailure }
            || (fault is RedisServerException or RedisConnectionException && (fault.Message.Contains("NOAUTH ", StringComparison.Ordinal) || fault.Message.Contains("WRONGPASS ", StringComparison.Ordinal)))
            || IsRefusedUser(fault.InnerException));

    private static StateStoreException WrongPassword(string location, Exception fault) =>
        new($"{location} refuses the user or the password. Correct 'user=' and 'password=' in Redis:ConnectionString.", fault);
}
