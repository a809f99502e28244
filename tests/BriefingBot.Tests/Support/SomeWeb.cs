using System.Net;
using System.Net.Sockets;
using BriefingBot.Ingestion;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace BriefingBot.Tests.Support;

/// <summary>The way to the web as a host sets it up, with names that a test makes up. Nothing leaves this computer: no server of names is asked.</summary>
internal sealed class SomeWeb : IDisposable
{
    public const string LoopbackAllowed = "127.0.0.0/8";

    private readonly ServiceProvider _services;

    /// <param name="names">What the names lead to; another one is not known.</param>
    /// <param name="clock">The time; the system's where there is none.</param>
    /// <param name="network">In the place of names and the system's connections.</param>
    /// <param name="settings">Keys of Ingestion:Web and their values.</param>
    public SomeWeb(IReadOnlyDictionary<string, string>? names = null, TimeProvider? clock = null, NetworkCalls? network = null, params (string Key, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create($"{WebOptions.Section}:{setting.Key}", (string?)setting.Value))).Build();
        _services = new ServiceCollection()
            .AddSingleton(clock ?? TimeProvider.System)
            .AddFetching(configuration)
            .Replace(ServiceDescriptor.Singleton(network ?? Named(names ?? new Dictionary<string, string>())))
            .BuildServiceProvider();
    }

    public WebFetch Fetch => _services.GetRequiredService<WebFetch>();

    /// <summary>On this computer's own servers, and without robots.txt unless a test asks for it.</summary>
    public static SomeWeb OnLoopback(params (string Key, string Value)[] settings) => new(settings: [("AllowedNetworks", LoopbackAllowed), ("KeepRobotsRules", "false"), .. settings]);

    /// <summary>Names of a test's own, each with its addresses with blanks between, and real connections.</summary>
    public static NetworkCalls Named(IReadOnlyDictionary<string, string> names) => NetworkCalls.System with
    {
        Resolve = (name, _) => names.TryGetValue(name.TrimEnd('.'), out var addresses)
            ? Task.FromResult(addresses.Split(' ').Select(IPAddress.Parse).ToArray())
            : Task.FromException<IPAddress[]>(new SocketException((int)SocketError.HostNotFound)),
    };

    public Task<FetchedDocument?> GetAsync(Uri address, PageVersion? known = null) => Fetch.GetAsync(address, known, TestContext.Current.CancellationToken);

    /// <summary>What is said of an address that cannot be had.</summary>
    public async Task<string> RefusalAsync(Uri address) => (await Assert.ThrowsAsync<UnreadableInputException>(() => GetAsync(address))).Message;

    public void Dispose() => _services.Dispose();
}
