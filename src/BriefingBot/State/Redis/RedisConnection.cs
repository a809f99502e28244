using Microsoft.Extensions.Options;
using Polly;
using Polly.CircuitBreaker;
using Polly.Timeout;
using StackExchange.Redis;

namespace BriefingBot.State;

/// <summary>
/// The way to the server. A call ends within <see cref="Patience"/>, is made once, and is not made at all while the server has just shown itself dead, so that
/// an outage delays an answer by seconds at most. The client connects again by itself.
/// </summary>
internal sealed class RedisConnection(IOptions<RedisOptions> options) : IAsyncDisposable
{
    /// <summary>A healthy server needs a millisecond.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    // Once, when the bot starts; names are looked up and keys agreed on. Afterwards the client connects behind the calls.
    private static readonly TimeSpan PatienceToConnect = TimeSpan.FromSeconds(15);

    private readonly Lock _gate = new();

    private readonly ConfigurationOptions _settings = SettingsOf(options.Value);

    private readonly ResiliencePipeline _calls = new ResiliencePipelineBuilder()
        .AddCircuitBreaker(new CircuitBreakerStrategyOptions
        {
            Name = "redis",
            ShouldHandle = new PredicateBuilder().Handle<RedisConnectionException>().Handle<RedisTimeoutException>().Handle<TimeoutRejectedException>(),
            FailureRatio = 0.5,
            MinimumThroughput = 2,
            SamplingDuration = TimeSpan.FromSeconds(5),
            BreakDuration = TimeSpan.FromSeconds(2),
        })
        .AddTimeout(Patience)
        .Build();

    private Task<ConnectionMultiplexer>? _connecting;

    public string Location => $"Redis at {string.Join(", ", _settings.EndPoints.Select(EndPointCollection.ToString))}";

    /// <exception cref="StateStoreException">The server cannot be reached or refuses the call.</exception>
    public async Task<T> CallAsync<T>(Func<IDatabase, Task<T>> call, CancellationToken cancellation)
    {
        try
        {
            var connection = await Connecting().WaitAsync(PatienceToConnect, cancellation);
            return await _calls.ExecuteAsync(async cancelled => await call(connection.GetDatabase()).WaitAsync(cancelled), cancellation);
        }
        catch (Exception fault) when (fault is RedisException or TimeoutException or TimeoutRejectedException or BrokenCircuitException)
        {
            throw RedisFault.Explain(Location, fault);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_connecting is { IsCompletedSuccessfully: true } connected)
        {
            await (await connected).DisposeAsync();
        }
    }

    private static ConfigurationOptions SettingsOf(RedisOptions options)
    {
        var settings = options.Parsed ?? throw new InvalidOperationException("Only of valid options that name a server.");
        settings.AbortOnConnectFail = false;
        settings.BacklogPolicy = BacklogPolicy.FailFast;
        settings.ReconnectRetryPolicy = new LinearRetry(1_000);
        // For INFO, which an examination asks.
        settings.AllowAdmin = true;
        settings.ClientName ??= "BriefingBot";
        return settings;
    }

    private Task<ConnectionMultiplexer> Connecting()
    {
        lock (_gate)
        {
            return _connecting = _connecting is null or { IsFaulted: true } ? ConnectionMultiplexer.ConnectAsync(_settings) : _connecting;
        }
    }
}
