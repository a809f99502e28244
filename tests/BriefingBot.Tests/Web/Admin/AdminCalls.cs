using System.Net;
using System.Text.Json.Nodes;
using BriefingBot.Tests.Support;

namespace BriefingBot.Tests.Web;

/// <summary>What an admin's client does.</summary>
internal static class AdminCalls
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static MultipartFormDataContent Form(params (string Name, string Text)[] files)
    {
        var form = new MultipartFormDataContent();
        foreach (var (name, text) in files)
        {
            form.Add(new StringContent(text), "files", name);
        }

        return form;
    }

    public static async Task<JsonNode> UploadAsync(this BotHost host, MultipartFormDataContent form, HttpStatusCode status = HttpStatusCode.Accepted, string address = "/api/articles")
    {
        using var response = await host.Client.PostAsync(address, form, Cancellation);
        return await BodyAsync(response, status);
    }

    public static async Task<JsonNode> SendJsonAsync(this BotHost host, string address, string json, HttpStatusCode status)
    {
        using var response = await host.Client.PostAsync(address, new StringContent(json, null, "application/json"), Cancellation);
        return await BodyAsync(response, status);
    }

    public static async Task<JsonNode> JsonAsync(this BotHost host, string address, HttpStatusCode status = HttpStatusCode.OK)
    {
        using var response = await host.Client.GetAsync(address, Cancellation);
        return await BodyAsync(response, status);
    }

    /// <summary>It has these fields and no other.</summary>
    public static void HasFields(JsonNode json, params string[] names) =>
        Assert.Equal(names.Order(StringComparer.Ordinal), json.AsObject().Select(field => field.Key).Order(StringComparer.Ordinal));

    /// <summary>The load, once it has ended.</summary>
    public static async Task<JsonNode> EndAsync(this BotHost host, JsonNode job)
    {
        while (true)
        {
            var now = await host.JsonAsync($"/api/jobs/{job["id"]}");
            if ((string?)now["state"] is "done" or "cancelled" or "failed")
            {
                return now;
            }

            await Task.Delay(20, Cancellation);
        }
    }

    private static async Task<JsonNode> BodyAsync(HttpResponseMessage response, HttpStatusCode status)
    {
        var text = await response.Content.ReadAsStringAsync(Cancellation);
        Assert.True(status == response.StatusCode, $"{response.StatusCode}, not {status}: {text}");
        return JsonNode.Parse(text)!;
    }
}
