using System.Collections.Concurrent;
using System.Diagnostics.Tracing;
using System.Net;

namespace BriefingBot.Tests.Support;

/// <summary>
/// Sees every name that this process looks up and every address that it connects to, from whichever client, the SDK's static ones and
/// redirects among them. Tests run offline: a call to another computer fails the test that notices it.
/// </summary>
internal sealed class OutgoingCalls : EventListener
{
    private static readonly OutgoingCalls Listener = new();

    // Made on first use: the base class reports event sources before this class's fields are set.
    private ConcurrentQueue<string>? _foreign;

    private ConcurrentQueue<string> Foreign => LazyInitializer.EnsureInitialized(ref _foreign, () => [])!;

    public static void Watch() => _ = Listener;

    public static void AssertNone() => Assert.Empty(Listener.Foreign);

    protected override void OnEventSourceCreated(EventSource eventSource)
    {
        if (eventSource.Name is "System.Net.NameResolution" or "System.Net.Sockets")
        {
            EnableEvents(eventSource, EventLevel.Informational);
        }
    }

    protected override void OnEventWritten(EventWrittenEventArgs eventData)
    {
        var foreign = eventData switch
        {
            { EventName: "ResolutionStart", Payload: [string name, ..] } => name is not "localhost" && !(IPAddress.TryParse(name, out var ip) && IPAddress.IsLoopback(ip)),
            { EventName: "ConnectStart", Payload: [string address, ..] } => !IsLoopback(address),
            _ => false,
        };
        if (foreign)
        {
            Foreign.Enqueue($"{eventData.EventName}: {eventData.Payload![0]}");
        }
    }

    /// <param name="address">As <see cref="SocketAddress"/> writes itself: family, size, and the bytes after the family, the port first.</param>
    private static bool IsLoopback(string address)
    {
        if (address.Split(':') is not [var family, _, var bytes])
        {
            return false;
        }

        var numbers = bytes.Trim('{', '}').Split(',').Select(byte.Parse).ToArray();
        return family switch
        {
            "InterNetwork" => IPAddress.IsLoopback(new(numbers[2..6])),
            "InterNetworkV6" => IPAddress.IsLoopback(new IPAddress(numbers[6..22]) is { IsIPv4MappedToIPv6: true } mapped ? mapped.MapToIPv4() : new(numbers[6..22])),
            _ => family is "Unix",
        };
    }
}
