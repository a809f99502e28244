using StackExchange.Redis;

namespace BriefingBot.State;

/// <summary>What the server runs in one step, and the keys of it.</summary>
internal static class RedisScripts
{
    /// <summary>The condition of a write where nothing may be there. No tag is spelt so.</summary>
    public const string WhereAbsent = "-";

    // Each write sweeps more than it adds. An id is swept a second after its entry has expired, in case the server's two clocks differ.
    /// <summary>1 where it wrote. Arguments: id, json, tag, condition (empty: any), lifetime in milliseconds (empty: for ever).</summary>
    public const string Write =
        """
        local entry, ids, expiring = KEYS[1], KEYS[2], KEYS[3]
        local id, json, tag, condition, lifetime = ARGV[1], ARGV[2], ARGV[3], ARGV[4], ARGV[5]
        local current = redis.call('HGET', entry, 'tag')
        if condition == '-' and current then return 0 end
        if condition ~= '' and condition ~= '-' and current ~= condition then return 0 end

        local time = redis.call('TIME')
        local now = time[1] * 1000 + math.floor(time[2] / 1000)
        local gone = redis.call('ZRANGEBYSCORE', expiring, '-inf', now - 1000, 'LIMIT', 0, 10)
        if #gone > 0 then
            redis.call('ZREM', ids, unpack(gone))
            redis.call('ZREM', expiring, unpack(gone))
        end

        redis.call('DEL', entry)
        redis.call('HSET', entry, 'json', json, 'tag', tag)
        redis.call('ZADD', ids, 0, id)
        if lifetime == '' then
            redis.call('ZREM', expiring, id)
        else
            redis.call('PEXPIRE', entry, lifetime)
            redis.call('ZADD', expiring, now + lifetime, id)
        end
        return 1
        """;

    /// <summary>1 where it removed. Arguments: id, tag (empty: any).</summary>
    public const string Remove =
        """
        local current = redis.call('HGET', KEYS[1], 'tag')
        if not current or (ARGV[2] ~= '' and current ~= ARGV[2]) then return 0 end
        redis.call('DEL', KEYS[1])
        redis.call('ZREM', KEYS[2], ARGV[1])
        redis.call('ZREM', KEYS[3], ARGV[1])
        return 1
        """;

    public static readonly RedisValue[] Fields = ["json", "tag"];

    public static RedisKey[] KeysOf(StateKey key) => [EntryKey(key.Kind, key.Id), IdsKey(key.Kind), ExpiringKey(key.Kind)];

    public static RedisKey EntryKey(string kind, string id) => $"briefing:{{{kind}}}:entry:{id}";

    /// <summary>The sorted set of the kind's ids.</summary>
    public static RedisKey IdsKey(string kind) => $"briefing:{{{kind}}}:ids";

    /// <summary>The ids of those that expire, by the time at which they do.</summary>
    private static RedisKey ExpiringKey(string kind) => $"briefing:{{{kind}}}:expiring";
}
