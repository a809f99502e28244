using System.Text.Json.Nodes;
using BriefingBot.Answering;
using BriefingBot.Tests.Support;
using BriefingBot.Web.Admin;
using BriefingBot.Web.Asking;
using Microsoft.Extensions.DependencyInjection;

namespace BriefingBot.Tests.Web;

/// <summary>A host on which somebody may drop files, and Teams' server that has them.</summary>
internal static class LoadHost
{
    public const string Admin = "11111111-1111-1111-1111-111111111111";

    public const string Secret = "tempauth-of-the-link";

    public const string Flood = "The flood in Orlen has driven 340 people from their homes, the mayor said on Friday.";

    /// <summary>What begins a file of this kind, and no text.</summary>
    private const string Picture = "\u0089PNG\r\n\u001a\n\0\0\0\rIHDR";

    /// <param name="directory">Where its articles and state outlive it; null: with the host.</param>
    /// <param name="channel">A channel that outlives it.</param>
    /// <param name="admins">Whose files are loaded; null: nobody's.</param>
    /// <param name="runsLoads">Whether loads are run.</param>
    /// <param name="answers">Whether questions are answered from the articles.</param>
    public static Task<BotHost> StartAsync(string? directory = null, Connector? channel = null, string? admins = Admin, bool runsLoads = true, bool answers = false)
    {
        var settings = new Dictionary<string, string> { ["Ingestion:Web:AllowedNetworks"] = SomeWeb.LoopbackAllowed };
        Set("Storage:DataDirectory", directory);
        Set("Admin:TeamsAdmins", admins);
        return BotHost.StartAsync(settings: settings, channel: channel, services: services =>
        {
            if (answers)
            {
                services.AddSingleton<AskArticles>(provider => provider.GetRequiredService<QuestionAnswerer>().AnswerAsync);
            }

            if (!runsLoads)
            {
                services.Remove(services.Single(service => service.ImplementationType == typeof(JobRounds)));
            }
        });

        void Set(string key, string? value)
        {
            if (value is not null)
            {
                settings[key] = value;
            }
        }
    }

    /// <summary>Has an article and a picture, redirects, and gives no other file any more.</summary>
    public static WebListener Files() => new(path => path.Split('?')[0] switch
    {
        "/flood.md" => WebListener.Answer($"# Flood in Orlen\n\n{Flood} The river rose by two metres within a night.", "application/octet-stream"),
        "/picture.png" => WebListener.Answer(Picture, "application/octet-stream"),
        "/sign-in" => WebListener.Answer("<html><body>Sign in</body></html>"),
        "/to-secrets" => WebListener.Redirect("http://169.254.169.254/latest/meta-data"),
        "/to-secrets-by-https" => WebListener.Redirect("https://169.254.169.254/latest/meta-data"),
        _ => WebListener.Answer("gone", status: 403),
    });

    public static string Link(this WebListener files, string path) => $"{files.At(path)}?{Secret}";

    /// <summary>A message with files as Teams sends them, without a text unless it has one already.</summary>
    public static JsonObject Dropping(this JsonObject message, params (string? Name, JsonNode? Link)[] files)
    {
        message["attachments"] ??= new JsonArray(new JsonObject { ["contentType"] = "text/html", ["content"] = "<div><attachment id=\"1\"></attachment></div>" });
        foreach (var (name, link) in files)
        {
            message["attachments"]!.AsArray().Add(new JsonObject
            {
                ["contentType"] = "application/vnd.microsoft.teams.file.download.info",
                ["contentUrl"] = "https://valley.sharepoint.example/personal/alex/Documents/Applications",
                ["content"] = new JsonObject { ["downloadUrl"] = link?.DeepClone(), ["uniqueId"] = "1150d938-8870-4044-9f2c-5bbdebA70c9d", ["fileType"] = "md" },
                ["name"] = name,
            });
        }

        return message;
    }

    public static JsonObject ByStranger(this JsonObject message)
    {
        message["from"]!["aadObjectId"] = "99999999-9999-9999-9999-999999999999";
        return message;
    }

    /// <summary>What was told of how loads ended.</summary>
    public static IReadOnlyList<Connector.Delivery> Ends(this BotHost host) =>
        [.. host.Connector.Messages.Where(message => message.Method == "POST" && message.Text.StartsWith("**", StringComparison.Ordinal))];

    /// <summary>Time for several looks at what is on its way.</summary>
    public static async Task RestAsync(this BotHost host)
    {
        for (var i = 0; i < 5; i++)
        {
            host.Time.Advance(TimeSpan.FromSeconds(35));
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }

    public static async Task<Connector.Delivery> EndAsync(this BotHost host)
    {
        await host.PassTimeUntilAsync(() => host.Ends().Count > 0, step: 0.25);
        return Assert.Single(host.Ends());
    }
}
