using System.ComponentModel;
using BriefingBot.Cli.Output;
using BriefingBot.Indexing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Spectre.Console.Cli;

namespace BriefingBot.Cli.Commands;

/// <summary>What every command takes, and the library set up by it.</summary>
internal class StoreSettings : CommandSettings
{
    [CommandOption("--data <DIR>")]
    [Description("The data directory of an embedded store, whatever the configuration says. Default: Storage:DataDirectory, or Qdrant where Qdrant:Endpoint names it.")]
    public string? Data { get; init; }

    [CommandOption("--json")]
    [Description("Print JSON lines for scripts on standard output, and nothing else there.")]
    public bool Json { get; init; }

    /// <summary>The positional arguments, with those behind <c>--</c>, which may start with a hyphen. Throws when there are none.</summary>
    public static string[] Arguments(CommandContext context, IEnumerable<string> given, string name)
    {
        var all = Given(context, given);
        return all.Length > 0 ? all : throw new WrongUseException($"'{context.Name}' needs {name}. See 'briefing {context.Name} --help'.");
    }

    /// <summary>For a command that takes none. Throws when there are some behind <c>--</c>; the parser refuses the others.</summary>
    public static void NoArguments(CommandContext context)
    {
        if (Verbatim(context) is [var extra, ..])
        {
            throw new WrongUseException($"'{context.Name}' takes no '{extra}'. See 'briefing {context.Name} --help'.");
        }
    }

    /// <summary>The positional arguments, of which there may be none.</summary>
    public static string[] Given(CommandContext context, IEnumerable<string> given) => [.. given, .. Verbatim(context)];

    /// <summary>Whether an option was given without its value.</summary>
    public static bool IsMissing(string value) => string.IsNullOrWhiteSpace(value) || value == GivenArguments.MissingValue;

    // Where a folder could not even be made, the store says why itself.
    private static bool CouldBe(string location)
    {
        var folder = Path.GetDirectoryName(location);
        while (folder is not null && !Path.Exists(folder))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return Directory.Exists(folder);
    }

    /// <summary>What stands behind <c>--</c>.</summary>
    protected static IReadOnlyList<string> Verbatim(CommandContext context) => (string[])context.Data!;

    /// <summary>The configuration, with the folder as the embedded store's where one is given, and these keys over it.</summary>
    protected static IConfiguration ReadConfiguration(string? folder, IEnumerable<KeyValuePair<string, string?>>? keys = null)
    {
        var configuration = new ConfigurationBuilder().AddBriefingConfiguration();
        if (folder is not null)
        {
            if (IsMissing(folder))
            {
                throw new WrongUseException("--data needs a folder's name.");
            }

            configuration.AddInMemoryCollection([new("Storage:DataDirectory", Path.GetFullPath(folder)), new("Qdrant:Endpoint", ""), new("Redis:ConnectionString", "")]);
        }

        return configuration.AddInMemoryCollection(keys ?? []).Build();
    }

    /// <summary>Throws when the configuration is wrong, or when there is no store and the command would not begin one. Names the store on standard error.</summary>
    /// <param name="begins">Whether the command may begin a store.</param>
    /// <param name="folder">A folder in the place of the one that was given.</param>
    /// <param name="keys">What else options put in the place of the configuration.</param>
    public ServiceProvider OpenBriefing(bool begins = false, string? folder = null, IEnumerable<KeyValuePair<string, string?>>? keys = null)
    {
        var services = new ServiceCollection().AddBriefing(ReadConfiguration(folder ?? Data, keys)).BuildServiceProvider();
        services.GetRequiredService<IStartupValidator>().Validate();
        var articles = services.GetRequiredService<IArticleStore>();
        var location = articles.Location;
        Console.Error.WriteLine(Terminal.Safe($"Store: {location}"));
        return begins || articles.IsShared || Path.Exists(location) || !CouldBe(location)
            ? services
            : throw new ArticleStoreException($"There is no store at {location}. The first 'briefing ingest' makes one, and so does the bot when it starts; for another one, name its folder with --data.");
    }
}
