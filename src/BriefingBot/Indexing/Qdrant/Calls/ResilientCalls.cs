using Grpc.Core;
using Grpc.Core.Interceptors;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;

namespace BriefingBot.Indexing;

/// <summary>
/// Every call to Qdrant: it has a deadline, is tried again with growing, jittered pauses while the fault may pass, and is not made at all while
/// the server has just shown itself dead. What fails for good is an <see cref="ArticleStoreException"/>. All calls of this program may be made twice.
/// </summary>
internal sealed class ResilientCalls : Interceptor
{
    // A write waits until it is on disk and in the index.
    private static readonly TimeSpan WritePatience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan WriteDeadline = TimeSpan.FromSeconds(20);

    private static readonly string[] Writes =
        ["Upsert", "Delete", "SetPayload", "OverwritePayload", "DeletePayload", "CreateFieldIndex", "Create", "Update", "UpdateAliases", "UpdateBatch"];

    private readonly string _location;
    private readonly TimeProvider _clock;
    private readonly ResiliencePipeline _reads;
    private readonly ResiliencePipeline _writes;

    private readonly TimeSpan _readPatience;

    /// <param name="location">The server, for people.</param>
    /// <param name="readPatience">The longest that a call which reads may take, with all that is tried again.</param>
    /// <param name="clock">The time.</param>
    public ResilientCalls(string location, TimeSpan readPatience, TimeProvider clock)
    {
        (_location, _readPatience, _clock) = (location, readPatience, clock);
        var circuit = new CircuitBreakerStrategyOptions
        {
            Name = "qdrant",
            ShouldHandle = new PredicateBuilder().Handle<RpcException>(QdrantFault.IsPassing),

            // One call in five may fail for hours; that is no dead server.
            FailureRatio = 0.8,
            MinimumThroughput = 10,
            SamplingDuration = TimeSpan.FromSeconds(5),
            BreakDuration = TimeSpan.FromSeconds(2),
        };

        // The state is shared: reads learn from writes that the server is gone.
        var breaker = new ResiliencePipelineBuilder { TimeProvider = clock }.AddCircuitBreaker(circuit).Build();
        _reads = Pipeline(readPatience, breaker);
        _writes = Pipeline(WritePatience, breaker);
    }

    public override AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(
        TRequest request, ClientInterceptorContext<TRequest, TResponse> context, AsyncUnaryCallContinuation<TRequest, TResponse> continuation) => new(
            CallAsync(request, context, continuation), Task.FromResult<Metadata>([]), () => Status.DefaultSuccess, () => [], () => { });

    private async Task<TResponse> CallAsync<TRequest, TResponse>(
        TRequest request, ClientInterceptorContext<TRequest, TResponse> context, AsyncUnaryCallContinuation<TRequest, TResponse> continuation)
        where TRequest : class
        where TResponse : class
    {
        var isWrite = Writes.Contains(context.Method.Name, StringComparer.Ordinal);
        try
        {
            return await (isWrite ? _writes : _reads).ExecuteAsync(
                async cancellation =>
                {
                    var deadline = _clock.GetUtcNow() + (isWrite ? WriteDeadline : _readPatience);
                    using var call = continuation(
                        request, new(context.Method, context.Host, context.Options.WithDeadline(deadline.UtcDateTime).WithCancellationToken(cancellation)));
                    try
                    {
                        return await call.ResponseAsync;
                    }
                    catch (RpcException fault) when (fault.StatusCode == StatusCode.Cancelled && cancellation.IsCancellationRequested)
                    {
                        throw new OperationCanceledException(cancellation);
                    }
                },
                context.Options.CancellationToken);
        }
        catch (RpcException fault)
        {
            throw QdrantFault.Explain(_location, fault);
        }
        catch (Exception fault) when (fault is BrokenCircuitException or TimeoutRejectedException)
        {
            throw QdrantFault.Unreachable(_location, "it has not answered for a while", fault);
        }
    }

    private ResiliencePipeline Pipeline(TimeSpan patience, ResiliencePipeline breaker) => new ResiliencePipelineBuilder { TimeProvider = _clock }
        .AddTimeout(patience)
        .AddRetry(new RetryStrategyOptions
        {
            ShouldHandle = new PredicateBuilder().Handle<RpcException>(QdrantFault.IsPassing),
            MaxRetryAttempts = int.MaxValue,
            BackoffType = DelayBackoffType.Exponential,
            Delay = TimeSpan.FromMilliseconds(50),
            MaxDelay = TimeSpan.FromMilliseconds(500),
            UseJitter = true,
        })
        .AddPipeline(breaker)
        .Build();
}
