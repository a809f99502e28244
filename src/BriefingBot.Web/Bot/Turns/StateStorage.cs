using System.Globalization;
using BriefingBot.State;
using Microsoft.Bot.Builder;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace BriefingBot.Web.Bot;

/// <summary>
/// Bot Builder's storage over one kind of the state store. Items are read as <see cref="JObject"/>: the name of a type in stored JSON is not obeyed. An item's ETag
/// is the entry's tag; none, or <c>*</c>, overwrites, and <see cref="Absent"/> writes only where there is nothing.
/// </summary>
internal sealed class StateStorage(IStateStore state, string kind, TimeSpan? lifetime) : IStorage
{
    /// <summary>The ETag of an item that is not there yet.</summary>
    public const string Absent = "absent";

    private const string ETag = "eTag";

    // Words that look like a date stay words.
    private static readonly JsonSerializer Serializer = JsonSerializer.Create(new()
    {
        Culture = CultureInfo.InvariantCulture,
        DateParseHandling = DateParseHandling.None,
        TypeNameHandling = TypeNameHandling.None,
        NullValueHandling = NullValueHandling.Ignore,
    });

    public async Task<IDictionary<string, object>> ReadAsync(string[] keys, CancellationToken cancellationToken = default)
    {
        var items = new Dictionary<string, object>(StringComparer.Ordinal);
        foreach (var key in keys)
        {
            if (await state.ReadAsync(new(kind, key), cancellationToken) is { } entry)
            {
                using var reader = new JsonTextReader(new StringReader(entry.Json)) { DateParseHandling = DateParseHandling.None };
                var item = Serializer.Deserialize<JObject>(reader) ?? [];
                item[ETag] = entry.Tag;
                items[key] = item;
            }
        }

        return items;
    }

    /// <exception cref="EtagConflictException">Somebody else has written an item since it was read; those before it in the order are written.</exception>
    public async Task WriteAsync(IDictionary<string, object> changes, CancellationToken cancellationToken = default)
    {
        foreach (var (key, change) in changes)
        {
            var item = JObject.FromObject(change, Serializer);
            var tag = item.GetValue(ETag, StringComparison.OrdinalIgnoreCase)?.Value<string>();
            item.Property(ETag, StringComparison.OrdinalIgnoreCase)?.Remove();
            var condition = tag switch
            {
                null or "*" => WriteCondition.Any,
                Absent => WriteCondition.Absent,
                _ => WriteCondition.Unchanged(tag),
            };
            if (await state.WriteAsync(new(kind, key), item.ToString(Formatting.None), condition, lifetime, cancellationToken) is null)
            {
                throw new EtagConflictException(key);
            }
        }
    }

    public async Task DeleteAsync(string[] keys, CancellationToken cancellationToken = default)
    {
        foreach (var key in keys)
        {
            await state.RemoveAsync(new(kind, key), tag: null, cancellationToken);
        }
    }
}

/// <summary>An item of the storage was written by somebody else since it was read.</summary>
internal sealed class EtagConflictException(string key) : Exception($"ETag conflict: the item '{key}' has changed since it was read.");
