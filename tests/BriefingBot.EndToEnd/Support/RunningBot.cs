using System.Diagnostics;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using BriefingBot.Tests.Support;

namespace BriefingBot.EndToEnd.Support;

/// <summary>The built bot as a process of its own, and the channel's Connector that it replies to.</summary>
internal sealed partial class RunningBot : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    private readonly Process _process;
    private readonly Task _drained;
    private readonly HttpClient _client;
    private readonly StringBuilder _log;

    private RunningBot(Process process, Task drained, StringBuilder log, Uri endpoint, TimeSpan startUp, Connector connector)
    {
        (_process, _drained, _log, Endpoint, StartUp, Connector) = (process, drained, log, endpoint, startUp, connector);
        _client = new() { Timeout = Patience };
    }

    /// <summary>Where clients are pointed at, as the bot said when it started.</summary>
    public Uri Endpoint { get; }

    /// <summary>From the start of the process to the line that says it is ready.</summary>
    public TimeSpan StartUp { get; }

    public Connector Connector { get; }

    public int ProcessId => _process.Id;

    public SomeActivity Activity => new(Connector.Url);

    /// <summary>What the bot has logged so far.</summary>
    public string Log
    {
        get
        {
            lock (_log)
            {
                return _log.ToString();
            }
        }
    }

    /// <summary>The log, once it has these words: a line is written behind the answer's back, and may come after it.</summary>
    public async Task<string> LogHavingAsync(string words)
    {
        for (var waited = Stopwatch.StartNew(); !Log.Contains(words, StringComparison.Ordinal);)
        {
            Assert.True(waited.Elapsed < TimeSpan.FromSeconds(10), $"Never logged: {words}\n{Log}");
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }

        return Log;
    }

    /// <param name="workspace">Where its data are.</param>
    /// <param name="samples">Whether a new store is given the sample articles, as it is by default.</param>
    /// <param name="qdrant">The server that keeps the articles; null: the embedded store.</param>
    /// <param name="settings">Environment variables besides.</param>
    public static async Task<RunningBot> StartAsync(Workspace workspace, bool samples = false, Uri? qdrant = null, IReadOnlyDictionary<string, string>? settings = null)
    {
        var connector = await Connector.StartAsync();
        var log = new StringBuilder();
        var ready = new TaskCompletionSource<(Uri, TimeSpan)>(TaskCreationOptions.RunContinuationsAsynchronously);
        var started = Stopwatch.GetTimestamp();
        var process = workspace.Start(
            "BriefingBot.Web",
            new Dictionary<string, string>(settings ?? new Dictionary<string, string>())
            {
                ["Storage__DataDirectory"] = workspace.Data,
                ["Samples__Load"] = samples ? "true" : "false",
                ["Qdrant__Endpoint"] = $"{qdrant}",
            },
            "--urls",
            "http://127.0.0.1:0");
        var drained = Task.WhenAll(DrainAsync(process.StandardOutput), DrainAsync(process.StandardError));
        try
        {
            var (endpoint, startUp) = await ready.Task.WaitAsync(Patience, TestContext.Current.CancellationToken);
            return new(process, drained, log, endpoint, startUp, connector);
        }
        catch
        {
            Workspace.End(process);
            process.Dispose();
            await connector.DisposeAsync();
            throw;
        }

        async Task DrainAsync(StreamReader stream)
        {
            while (await stream.ReadLineAsync() is { } line)
            {
                lock (log)
                {
                    log.AppendLine(line);
                }

                if (ReadyLine().Match(line) is { Success: true } match)
                {
                    ready.TrySetResult((new(match.Groups["endpoint"].Value), Stopwatch.GetElapsedTime(started)));
                }
            }

            ready.TrySetException(new InvalidOperationException($"The bot ended before it was ready.\n{log}"));
        }
    }

    public Task<HttpResponseMessage> PostAsync(JsonObject activity) =>
        _client.PostAsync(Endpoint, new StringContent(activity.ToJsonString(), Encoding.UTF8, "application/json"), TestContext.Current.CancellationToken);

    /// <summary>Posts an activity that is taken, and gives the messages that the bot sent in reply to it by the end of the turn.</summary>
    public async Task<IReadOnlyList<Connector.Delivery>> SendAsync(JsonObject activity)
    {
        using var response = await PostAsync(activity);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return [.. Connector.Messages.Where(message => (string?)message.Activity["replyToId"] == (string?)activity["id"])];
    }

    /// <param name="question">The question.</param>
    /// <param name="person">Whose it is; of one person one question is answered at a time, and the others are told to wait.</param>
    public async Task<Connector.Delivery> AskAsync(string question, string? person = null)
    {
        var activity = Activity.Emulator(question);
        if (person is not null)
        {
            activity["from"]!["id"] = person;
        }

        return Assert.Single(await SendAsync(activity));
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        Workspace.End(_process);
        await _drained;
        _process.Dispose();
        await Connector.DisposeAsync();
    }

    [GeneratedRegex(@"Ready\. Point a Bot Framework client at (?<endpoint>http://\S+)")]
    private static partial Regex ReadyLine();
}
