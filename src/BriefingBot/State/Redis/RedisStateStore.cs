using System.Runtime.CompilerServices;
using System.Text;
using StackExchange.Redis;

namespace BriefingBot.State;

/// <summary>
/// State in Redis: an entry is a hash that the server lets expire, and the ids of a kind stand in a sorted set, in which those of one score lie in the order of
/// their bytes. The kind is in braces, so that a cluster keeps what one script touches on one node.
/// </summary>
internal sealed class RedisStateStore(RedisConnection connection) : IStateStore
{
    private const int PageSize = 200;

    public string Location => connection.Location;

    public bool IsShared => true;

    public async Task<StateEntry?> ReadAsync(StateKey key, CancellationToken cancellation) =>
        Entry(key.Id, await connection.CallAsync(database => database.HashGetAsync(RedisScripts.EntryKey(key.Kind, key.Id), RedisScripts.Fields), cancellation));

    public async Task<string?> WriteAsync(StateKey key, string json, WriteCondition condition, TimeSpan? lifetime, CancellationToken cancellation)
    {
        var tag = Guid.NewGuid().ToString("N");
        var written = await connection.CallAsync(
            database => database.ScriptEvaluateAsync(
                RedisScripts.Write,
                RedisScripts.KeysOf(key),
                [key.Id, json, tag, condition.IsAbsent ? RedisScripts.WhereAbsent : condition.Tag ?? "", lifetime is { } duration ? (long)duration.TotalMilliseconds : ""]),
            cancellation);
        return (bool)written ? tag : null;
    }

    public async Task<bool> RemoveAsync(StateKey key, string? tag, CancellationToken cancellation) =>
        (bool)await connection.CallAsync(database => database.ScriptEvaluateAsync(RedisScripts.Remove, RedisScripts.KeysOf(key), [key.Id, tag ?? ""]), cancellation);

    public async IAsyncEnumerable<StateEntry> ListAsync(string kind, string idPrefix, [EnumeratorCancellation] CancellationToken cancellation)
    {
        // No byte of UTF-8 is 255, so this is behind every id that begins so.
        RedisValue last = (byte[])[.. Encoding.UTF8.GetBytes(idPrefix), 255];
        for (RedisValue? after = null; ;)
        {
            var ids = await connection.CallAsync(
                database => database.SortedSetRangeByValueAsync(RedisScripts.IdsKey(kind), after ?? idPrefix, last, after is null ? Exclude.None : Exclude.Start, Order.Ascending, skip: 0, take: PageSize), cancellation);
            var page = await connection.CallAsync(
                database => Task.WhenAll(ids.Select(async id => Entry(id!, await database.HashGetAsync(RedisScripts.EntryKey(kind, id!), RedisScripts.Fields)))), cancellation);

            // Those that have expired are in the set until it is swept.
            foreach (var entry in page.OfType<StateEntry>())
            {
                yield return entry;
            }

            if (ids.Length < PageSize)
            {
                yield break;
            }

            after = ids[^1];
        }
    }

    private static StateEntry? Entry(string id, RedisValue[] fields) => fields is [{ IsNull: false } json, { IsNull: false } tag] ? new(id, json!, tag!) : null;
}
