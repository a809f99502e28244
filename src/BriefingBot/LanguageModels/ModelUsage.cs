using System.Diagnostics.Metrics;
using Microsoft.Extensions.Options;

namespace BriefingBot.LanguageModels;

/// <summary>Counts tokens and cost, as metrics of the meter <c>BriefingBot.LanguageModels</c> and against the day's limit. Safe for concurrent use.</summary>
internal sealed class ModelUsage : IDisposable
{
    /// <summary>The meter's name.</summary>
    public const string Meter = "BriefingBot.LanguageModels";

    private readonly LanguageModelOptions _options;
    private readonly TimeProvider _clock;
    private readonly Meter _meter = new(Meter);
    private readonly Counter<long> _tokens;
    private readonly Counter<double> _cost;
    private readonly Lock _lock = new();
    private DateOnly _day;
    private long _today;

    public ModelUsage(IOptions<LanguageModelOptions> options, TimeProvider clock)
    {
        (_options, _clock) = (options.Value, clock);
        _tokens = _meter.CreateCounter<long>("briefing.model.tokens", "{token}", "Tokens sent to and received from the language model.");
        _cost = _meter.CreateCounter<double>("briefing.model.cost", null, "What they cost, by the configured prices.");
    }

    /// <summary>Whether the day's tokens are used up.</summary>
    public bool IsUsedUp
    {
        get
        {
            lock (_lock)
            {
                return _options.DailyTokens is { } limit && Today() >= limit;
            }
        }
    }

    public void Add(long sent, long received)
    {
        lock (_lock)
        {
            Today();
            _today += sent + received;
        }

        _tokens.Add(sent, new KeyValuePair<string, object?>("direction", "sent"));
        _tokens.Add(received, new KeyValuePair<string, object?>("direction", "received"));
        _cost.Add(_options.CostOf(sent, received));
    }

    public void Dispose() => _meter.Dispose();

    private long Today()
    {
        var day = DateOnly.FromDateTime(_clock.GetUtcNow().UtcDateTime);
        if (day != _day)
        {
            (_day, _today) = (day, 0);
        }

        return _today;
    }
}
