using BriefingBot.Embedding;
using BriefingBot.Indexing;
using BriefingBot.Ingestion;
using BriefingBot.LanguageModels;
using BriefingBot.State;

namespace BriefingBot.Configuration;

/// <summary>Every key that means something to the bot or the command line, which read one configuration.</summary>
internal static class KnownKeys
{
    /// <summary>What the framework reads below these has names of others: categories, endpoints.</summary>
    public static readonly IReadOnlySet<string> FrameworkSections = Names("Logging", "Kestrel");

    /// <summary>The bot's options classes stand in the bot, which the command line does not load. A test compares the two.</summary>
    public static readonly IReadOnlySet<string> OfTheBot = Names(
        "Admin:ApiKeys", "Admin:EntraAudience", "Admin:EntraMetadata", "Admin:EntraRole", "Admin:EntraTenant", "Admin:TeamsAdmins", "Admin:UploadMegabytes", "Admin:WaitingLoads",
        "Bot:AllowedTenants", "Bot:AllowUnauthenticated", "Bot:AnswerDays", "Bot:AnswersAtOnce", "Bot:AnswerTimeoutSeconds", "Bot:ConversationMinutes",
        "Bot:FeedbackDays", "Bot:LinkDays", "Bot:LinkKey", "Bot:PublicUrl", "Bot:WatchesAPerson", "Bot:WatchMinutes", "Bot:WatchPostsADay", "Samples:Load",
        "MicrosoftAppId", "MicrosoftAppPassword", "MicrosoftAppTenantId", "MicrosoftAppType");

    /// <summary>Keys below which somebody else gives the names: each holds one value.</summary>
    public static readonly IReadOnlySet<string> WithNames = Names("Admin:ApiKeys");

    /// <summary>Keys that hold a list of sections, each with these keys; some of them hold lists of values.</summary>
    public static readonly IReadOnlyDictionary<string, Type> Lists =
        new Dictionary<string, Type>(StringComparer.OrdinalIgnoreCase) { [$"{SourcesOptions.Section}:{nameof(SourcesOptions.Sources)}"] = typeof(SourceEntry) };

    // What Bot Framework's ConfigurationBotFrameworkAuthentication reads besides.
    private static readonly string[] OfBotFramework =
    [
        "CallerId", "ChannelService", "OAuthUrl", "ToBotFromChannelOpenIdMetadataUrl", "ToBotFromChannelTokenIssuer", "ToBotFromEmulatorOpenIdMetadataUrl",
        "ToChannelFromBotLoginUrl", "ToChannelFromBotOAuthScope", "ValidateAuthority",
    ];

    // HostDefaults and WebHostDefaults.
    private static readonly string[] OfTheFramework =
    [
        "AllowedHosts", "applicationName", "captureStartupErrors", "contentRoot", "detailedErrors", "environment", "forwardedHeaders_Enabled", "http_ports",
        "https_port", "https_ports", "hostingStartupAssemblies", "hostingStartupExcludeAssemblies", "preferHostingUrls", "preventHostingStartup",
        "shutdownTimeoutSeconds", "staticWebAssets", "suppressStatusMessages", "urls", "webroot",
    ];

    private static readonly (string Section, Type Options)[] OfTheLibrary =
    [
        .. StoreServices.Sections, .. StateServices.Sections, (JobOptions.Section, typeof(JobOptions)), (SourcesOptions.Section, typeof(SourcesOptions)),
        (WebOptions.Section, typeof(WebOptions)),
        (EmbeddingOptions.Section, typeof(EmbeddingOptions)), (LanguageModelOptions.Section, typeof(LanguageModelOptions)),
    ];

    /// <summary>All of them that hold one value.</summary>
    public static readonly IReadOnlySet<string> All = Names(
        [.. OfTheLibrary.SelectMany(entry => entry.Options.GetProperties().Select(property => $"{entry.Section}:{property.Name}")), .. OfTheBot, .. OfBotFramework, .. OfTheFramework]);

    /// <summary>The product's own sections: nobody else's environment variables begin so.</summary>
    public static readonly IReadOnlySet<string> Sections = Names([.. All.SelectMany(SectionsOf)]);

    /// <summary>The section of an options class of the library; null where there is none of the name.</summary>
    public static string? SectionOf(string options) => Array.Find(OfTheLibrary, entry => entry.Options.Name == options).Section;

    private static IEnumerable<string> SectionsOf(string key)
    {
        for (var end = key.IndexOf(':'); end >= 0; end = key.IndexOf(':', end + 1))
        {
            yield return key[..end];
        }
    }

    private static HashSet<string> Names(params string[] names) => new(names, StringComparer.OrdinalIgnoreCase);
}
