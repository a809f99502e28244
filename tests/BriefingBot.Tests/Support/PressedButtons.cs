using System.Net;
using System.Text.Json.Nodes;

namespace BriefingBot.Tests.Support;

/// <summary>Presses the buttons of a card.</summary>
internal static class PressedButtons
{
    /// <summary>Presses a button as Teams has it pressed; gives the body of the response.</summary>
    public static async Task<JsonObject> PressAsync(this BotHost host, JsonObject action, bool trigger = true, Action<JsonObject>? change = null)
    {
        var pressed = new JsonObject { ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = action["verb"]?.DeepClone(), ["data"] = action["data"]?.DeepClone() } };
        if (trigger)
        {
            pressed["trigger"] = "manual";
        }

        var activity = SomeActivity.With(host.Activity.TeamsInvoke("adaptiveCard/action"), "value", pressed);
        change?.Invoke(activity);
        using var response = await host.PostAsync(activity);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!.AsObject();
    }

    /// <summary>Presses a button as Emulator and Web Chat have it pressed.</summary>
    public static Task<IReadOnlyList<Connector.Delivery>> SubmitAsync(this BotHost host, JsonNode value)
    {
        var activity = host.Activity.Emulator("");
        activity.Remove("text");
        activity["value"] = value.DeepClone();
        return host.SendAsync(activity);
    }
}
