using System.Text.Json;
using BriefingBot.Configuration;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace BriefingBot.LanguageModels;

/// <summary>What an endpoint replied.</summary>
/// <param name="Status">HTTP's status: 200, or 400 where the request was refused.</param>
/// <param name="Body">The JSON.</param>
internal sealed record RecordedReply(int Status, string Body);

/// <summary>
/// The file of <c>LanguageModel:Replies</c>: a JSON object a line with <c>key</c> (the SHA-256 of the request's body), <c>model</c>, <c>status</c> and <c>body</c>. What it holds is not
/// asked again; what it does not hold is written into it. Without the key it is empty and stays so. Safe for concurrent use by one process.
/// </summary>
internal sealed class RecordedReplies
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private readonly string? _path;
    private readonly Dictionary<string, RecordedReply> _replies = new(StringComparer.Ordinal);
    private readonly ILogger<RecordedReplies> _log;
    private readonly Lock _lock = new();

    /// <exception cref="ConfigurationException">The file cannot be read, or a line of it is no reply.</exception>
    public RecordedReplies(IOptions<LanguageModelOptions> options, ILogger<RecordedReplies> log)
    {
        (_path, _log) = (options.Value.Replies, log);
        try
        {
            foreach (var (number, text) in (File.Exists(_path) ? File.ReadLines(_path) : []).Index())
            {
                var line = JsonSerializer.Deserialize<Line>(text, Json);
                if (line is not { Key: not null, Body: not null })
                {
                    throw new ConfigurationException($"Line {number + 1} of {_path} (LanguageModel:Replies) is no recorded reply. Remove the line, or name another file.");
                }

                Model ??= line.Model;
                _replies[line.Key] = new(line.Status, line.Body);
            }
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or JsonException)
        {
            throw new ConfigurationException($"The file {_path} (LanguageModel:Replies) cannot be read as recorded replies: {fault.Message} Name another file.");
        }
    }

    /// <summary>The model that gave the file's first reply; null where it has none.</summary>
    public string? Model { get; }

    public RecordedReply? Find(string key)
    {
        lock (_lock)
        {
            return _replies.GetValueOrDefault(key);
        }
    }

    public void Add(string key, string model, RecordedReply reply)
    {
        lock (_lock)
        {
            if (_path is null || !_replies.TryAdd(key, reply))
            {
                return;
            }

            try
            {
                File.AppendAllText(_path, JsonSerializer.Serialize(new Line(key, model, reply.Status, reply.Body), Json) + "\n");
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
            {
                // The reply is here all the same.
                _log.LogError("A reply could not be written to {Path} (LanguageModel:Replies), so the record is not whole: {Reason}", _path, fault.Message);
            }
        }
    }

    private sealed record Line(string Key, string? Model, int Status, string Body);
}
