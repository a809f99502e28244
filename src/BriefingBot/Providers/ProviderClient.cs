using System.ClientModel;
using System.ClientModel.Primitives;
using Microsoft.Extensions.DependencyInjection;

namespace BriefingBot.Providers;

/// <summary>The way to a provider's API, the same for every model: short pauses and few tries, Retry-After heeded, and none of it while the provider is dead.</summary>
internal static class ProviderClient
{
    /// <summary>What needs no key is still sent one by the clients.</summary>
    public const string NoKey = "none";

    /// <param name="services">Where it is added.</param>
    /// <param name="name">The client's name.</param>
    /// <param name="before">Adds what stands before the retries and the circuit.</param>
    public static IServiceCollection AddProviderClient(this IServiceCollection services, string name, Action<IHttpClientBuilder>? before = null)
    {
        var client = services.AddHttpClient(name, client => client.Timeout = Timeout.InfiniteTimeSpan);
        before?.Invoke(client);
        client
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
            {
                PooledConnectionLifetime = TimeSpan.FromMinutes(5),
                ConnectTimeout = TimeSpan.FromSeconds(5),

                // The key would go along to wherever the answer points.
                AllowAutoRedirect = false,
            })
            .AddStandardResilienceHandler(handler =>
            {
                // The caller's own budget ends all of it sooner.
                handler.TotalRequestTimeout.Timeout = TimeSpan.FromMinutes(5);
                handler.AttemptTimeout.Timeout = TimeSpan.FromMinutes(2);
                handler.Retry.MaxRetryAttempts = 2;
                handler.Retry.Delay = TimeSpan.FromMilliseconds(500);
                handler.CircuitBreaker.SamplingDuration = TimeSpan.FromMinutes(4);
                handler.CircuitBreaker.MinimumThroughput = 6;
                handler.CircuitBreaker.FailureRatio = 0.8;
                handler.CircuitBreaker.BreakDuration = TimeSpan.FromSeconds(30);
            });
        return services;
    }

    /// <summary>Has a client of the OpenAI packages send by this one and try nothing again itself.</summary>
    public static T Through<T>(this T options, HttpClient client)
        where T : ClientPipelineOptions
    {
        options.Transport = new HttpClientPipelineTransport(client);
        options.RetryPolicy = new ClientRetryPolicy(maxRetries: 0);
        options.NetworkTimeout = Timeout.InfiniteTimeSpan;
        return options;
    }

    public static ApiKeyCredential CredentialOf(string? key) => new(string.IsNullOrEmpty(key) ? NoKey : key);
}
