using System.Text.Json.Nodes;

namespace BriefingBot.EndToEnd.Clients.DirectLine;

/// <summary>One conversation: what was said, in order, and who waits for more. A watermark is how many activities have been had.</summary>
internal sealed class DirectLineConversation(string id)
{
    private readonly Lock _gate = new();
    private readonly List<JsonObject> _said = [];
    private TaskCompletionSource _more = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _number;

    public string Id { get; } = id;

    /// <summary>What a client shows to be let in. Refreshing gives another.</summary>
    public string Token { get; private set; } = Guid.NewGuid().ToString("n");

    public string RefreshToken() => Token = Guid.NewGuid().ToString("n");

    /// <summary>The activity with an id of its own, as all ids of this service are: with a bar, which arrives percent-encoded.</summary>
    public JsonObject Add(JsonObject activity)
    {
        lock (_gate)
        {
            activity["id"] = $"{Id}|{_number++:D7}";
            activity["timestamp"] = TimeProvider.System.GetUtcNow();
            activity["conversation"] = new JsonObject { ["id"] = Id };
            activity["channelId"] = "directline";
            _said.Add(activity.DeepClone().AsObject());
            _more.TrySetResult();
            _more = new(TaskCreationOptions.RunContinuationsAsynchronously);
            return activity;
        }
    }

    /// <summary>Puts an activity in place of the one with its id, or with null takes that one away; false when there is none.</summary>
    public bool Replace(string activityId, JsonObject? activity)
    {
        lock (_gate)
        {
            var at = _said.FindIndex(said => (string?)said["id"] == activityId);
            if (at >= 0)
            {
                _said[at] = activity ?? new JsonObject { ["type"] = "messageDelete", ["id"] = activityId };
            }

            return at >= 0;
        }
    }

    /// <summary>What was said since, and the next watermark; it completes when there is more than this.</summary>
    public (JsonObject Set, int Watermark, Task More) Since(int watermark)
    {
        lock (_gate)
        {
            var next = _said.Count;
            var set = new JsonObject
            {
                ["activities"] = new JsonArray([.. _said.Skip(watermark).Select(activity => activity.DeepClone())]),
                ["watermark"] = $"{next}",
            };
            return (set, next, _more.Task);
        }
    }
}
