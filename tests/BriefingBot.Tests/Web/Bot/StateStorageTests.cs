using BriefingBot.Indexing;
using BriefingBot.State;
using BriefingBot.Tests.Support;
using BriefingBot.Web.Bot;
using Microsoft.Bot.Builder;
using Microsoft.Extensions.Options;
using Newtonsoft.Json.Linq;

namespace BriefingBot.Tests.Web;

/// <summary>What Bot Builder expects of a storage.</summary>
public sealed class StateStorageTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("briefing-storage-").FullName;
    private readonly StateStorage _storage;

    public StateStorageTests() => _storage = new(new SqliteStateStore(Options.Create(new StorageOptions { DataDirectory = _folder }), TimeProvider.System), "items", lifetime: null);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        Pools.Close(_folder);
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Items_are_read_that_are_there()
    {
        await WriteAsync("a", new Item { Words = "one" });
        await WriteAsync("b", new Item { Words = "two" });

        var read = await _storage.ReadAsync(["a", "b", "c"], Cancellation);

        Assert.Equal(["a", "b"], read.Keys.Order());
        Assert.Equal("two", ((JObject)read["b"]).ToObject<Item>()!.Words);
        Assert.Empty(await _storage.ReadAsync([], Cancellation));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("*")]
    public async Task Item_without_an_ETag_overwrites(string? tag)
    {
        await WriteAsync("a", new Item { Words = "one" });
        await WriteAsync("a", new Item { Words = "two", ETag = tag });

        Assert.Equal("two", (await ReadAsync("a")).Words);
    }

    [Fact]
    public async Task Item_with_an_ETag_is_written_only_where_nobody_else_has()
    {
        await WriteAsync("a", new Item { Words = "one" });
        var (mine, theirs) = (await ReadAsync("a"), await ReadAsync("a"));
        await WriteAsync("a", theirs);

        await Assert.ThrowsAsync<EtagConflictException>(() => WriteAsync("a", mine));
        await Assert.ThrowsAsync<EtagConflictException>(() => WriteAsync("a", new Item { ETag = StateStorage.Absent }));
        await WriteAsync("b", new Item { ETag = StateStorage.Absent });

        await _storage.DeleteAsync(["a", "c"], Cancellation);
        Assert.Equal(["b"], (await _storage.ReadAsync(["a", "b", "c"], Cancellation)).Keys);
    }

    [Fact]
    public async Task Item_as_it_was_read_can_be_written_again()
    {
        await WriteAsync("a", new Item { Words = "one" });
        var read = (JObject)(await _storage.ReadAsync(["a"], Cancellation))["a"];
        read["Words"] = "two";

        await _storage.WriteAsync(new Dictionary<string, object> { ["a"] = read }, Cancellation);

        Assert.Equal("two", (await ReadAsync("a")).Words);
        await Assert.ThrowsAsync<EtagConflictException>(() => _storage.WriteAsync(new Dictionary<string, object> { ["a"] = read }, Cancellation));
    }

    private async Task<Item> ReadAsync(string key) => ((JObject)(await _storage.ReadAsync([key], Cancellation))[key]).ToObject<Item>()!;

    private Task WriteAsync(string key, Item item) => _storage.WriteAsync(new Dictionary<string, object> { [key] = item }, Cancellation);

    private sealed class Item : IStoreItem
    {
        public string Words { get; set; } = "";

        public string? ETag { get; set; }
    }
}
