using System.Diagnostics;
using BriefingBot.State;
using BriefingBot.Tests.Support;
using Microsoft.Extensions.Options;
using StackExchange.Redis;

namespace BriefingBot.Tests.State;

public sealed class RedisStateStoreTests : StateConformance
{
    private readonly List<RedisConnection> _connections = [];
    private RedisServer _server = null!;

    [Fact]
    public async Task Id_of_what_has_expired_is_swept_by_later_writes()
    {
        await WriteAsync(new("turns", "ann"), "1", Short);
        await PassAsync(Short + TimeSpan.FromSeconds(1));
        await WriteAsync(new("turns", "bob"), "1", Short);

        await using var direct = await ConnectionMultiplexer.ConnectAsync(_server.ConnectionString);
        Assert.Equal(["bob"], (await direct.GetDatabase().SortedSetRangeByRankAsync("briefing:{turns}:ids")).Select(id => (string)id!));
        Assert.Equal(1, await direct.GetDatabase().SortedSetLengthAsync("briefing:{turns}:expiring"));
    }

    [Fact]
    public async Task Server_that_goes_away_is_told_within_seconds_and_used_again_when_it_is_back()
    {
        await WriteAsync(new("turns", "ann"), "1");
        await _server.KillAsync();

        var started = Stopwatch.GetTimestamp();
        for (var call = 0; call < 5; call++)
        {
            var fault = await Assert.ThrowsAsync<UnreachableStateStoreException>(() => ReadAsync(new("turns", "ann")));
            Assert.StartsWith($"Redis at 127.0.0.1:{_server.Port} cannot be reached", fault.Message);
            Assert.Contains("Redis:ConnectionString", fault.Message);
        }

        Assert.InRange(Stopwatch.GetElapsedTime(started), TimeSpan.Zero, TimeSpan.FromSeconds(8));

        await _server.StartAgainAsync();
        for (var waited = Stopwatch.StartNew(); ;)
        {
            try
            {
                await WriteAsync(new("turns", "ann"), "2");
                break;
            }
            catch (UnreachableStateStoreException) when (waited.Elapsed < TimeSpan.FromSeconds(30))
            {
                await Task.Delay(100, Cancellation);
            }
        }

        Assert.Equal("2", (await ReadAsync(new("turns", "ann")))!.Json);
    }

    [Fact]
    public async Task Server_that_is_not_there_at_first_is_used_once_it_is()
    {
        await _server.KillAsync();
        var store = AnotherDoor();
        await Assert.ThrowsAsync<UnreachableStateStoreException>(() => store.ReadAsync(new("turns", "ann"), Cancellation));

        await _server.StartAgainAsync();
        for (var waited = Stopwatch.StartNew(); ;)
        {
            try
            {
                Assert.Null(await store.ReadAsync(new("turns", "ann"), Cancellation));
                break;
            }
            catch (UnreachableStateStoreException) when (waited.Elapsed < TimeSpan.FromSeconds(30))
            {
                await Task.Delay(100, Cancellation);
            }
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData(",password=pw-wrong-4711")]
    public async Task Wrong_password_is_told_and_not_repeated(string given)
    {
        await using var locked = await RedisServer.StartAsync(password: "pw-right-4711");

        var fault = await Assert.ThrowsAsync<StateStoreException>(() => Door(locked.ConnectionString + given).ReadAsync(new("turns", "ann"), Cancellation));
        await WriteAndReadAsync(Door($"{locked.ConnectionString},password=pw-right-4711"));

        Assert.Equal($"Redis at 127.0.0.1:{locked.Port} refuses the user or the password. Correct 'user=' and 'password=' in Redis:ConnectionString.", fault.Message);
    }

    [Theory]
    [InlineData("redis.example.com,pasword=secret-4711")]
    [InlineData("redis.example.com,password=secret,4711=x")]
    [InlineData("redis://:secret-4711@redis.example.com:6379")]
    [InlineData("password=secret-4711")]
    [InlineData("redis.example.com:notaport-4711,password=secret")]
    public void String_that_cannot_be_read_is_told_without_a_word_of_it(string given)
    {
        var result = new RedisOptionsValidator().Validate(name: null, new() { ConnectionString = given });

        Assert.StartsWith("Redis:ConnectionString cannot be read. Give host and port", Assert.Single(result.Failures!).Split(": ", 2)[^1]);
        Assert.DoesNotContain("4711", result.FailureMessage);
        Assert.DoesNotContain("secret", result.FailureMessage);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("redis.example.com")]
    [InlineData("redis.example.com:6380,user=bot,password=a=b,ssl=true,defaultDatabase=2")]
    [InlineData("[::1]:6379,other:6379")]
    public void String_that_can_be_read_is_taken(string? given) => Assert.True(new RedisOptionsValidator().Validate(name: null, new() { ConnectionString = given }).Succeeded);

    private protected override async Task<IStateStore> NewStoreAsync()
    {
        _server = await RedisServer.StartAsync();
        return AnotherDoor();
    }

    private protected override IStateStore AnotherDoor() => Door(_server.ConnectionString);

    // The server lets entries expire by its own clock.
    private protected override Task PassAsync(TimeSpan time) => Task.Delay(time + TimeSpan.FromMilliseconds(200), Cancellation);

    private protected override async Task EndAsync()
    {
        foreach (var connection in _connections)
        {
            await connection.DisposeAsync();
        }

        await (_server?.DisposeAsync() ?? ValueTask.CompletedTask);
    }

    private static async Task WriteAndReadAsync(IStateStore store)
    {
        Assert.NotNull(await store.WriteAsync(new("turns", "ann"), "1", WriteCondition.Any, lifetime: null, Cancellation));
        Assert.Equal("1", (await store.ReadAsync(new("turns", "ann"), Cancellation))!.Json);
    }

    private RedisStateStore Door(string connectionString)
    {
        var connection = new RedisConnection(Options.Create(new RedisOptions { ConnectionString = connectionString }));
        _connections.Add(connection);
        return new(connection);
    }
}
