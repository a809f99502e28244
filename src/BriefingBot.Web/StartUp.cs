using System.Net.Sockets;
using System.Text;
using BriefingBot.Configuration;
using BriefingBot.Embedding;
using BriefingBot.Indexing;
using BriefingBot.State;
using BriefingBot.Web.Access;
using BriefingBot.Web.Articles;
using BriefingBot.Web.Asking;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.Extensions.Options;

namespace BriefingBot.Web;

/// <summary>Starts the host, says what a stranger needs to know, and explains a start that fails in one line.</summary>
internal static class StartUp
{
    /// <summary>Wrong use or configuration, as on the command line.</summary>
    public const int WrongConfiguration = 2;

    // As shells report a process that was interrupted.
    private const int Interrupted = 130;

    private const string AddressRemedy = $"Give --urls (or the key 'urls') an address such as {Listening.DefaultAddress}.";

    /// <summary>A host's builder with the configuration that bot and command line share; null, and said why, when it cannot be used.</summary>
    public static WebApplicationBuilder? TryCreateBuilder(string[] args)
    {
        try
        {
            var builder = WebApplication.CreateBuilder(args);
            builder.Configuration.AddBriefingConfiguration(args).AddCommandLine(args);
            builder.Configuration.ThrowUnlessLogLevels();
            builder.Configuration.ThrowUnlessAddresses();
            return builder;
        }
        catch (ConfigurationException fault)
        {
            Console.Error.WriteLine($"BriefingBot did not start: {fault.Message}");
        }
        catch (DirectoryNotFoundException fault)
        {
            Console.Error.WriteLine($"BriefingBot did not start: the content root {fault.Message} is not there. Correct --contentRoot (or ASPNETCORE_CONTENTROOT), or leave it out.");
        }

        return null;
    }

    public static void AddReadableConsole(this WebApplicationBuilder builder)
    {
        // Windows' consoles would show titles and paths in a code page of their own.
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        builder.Logging.ClearProviders();
        builder.Logging.AddSimpleConsole(console =>
        {
            console.SingleLine = true;
            console.TimestampFormat = "HH:mm:ss ";
        });
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning);
        builder.Logging.AddFilter("System.Net.Http", LogLevel.Warning);

        // It logs a fault of a kernel function with its stack and throws it on; who catches it says so once.
        builder.Logging.AddFilter("Microsoft.SemanticKernel", LogLevel.None);

        // A failed start is explained by RunOrExplainAsync; these two would print its stack trace as well.
        var started = new Started();
        builder.Services.AddSingleton(started);
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", level => started.Yes && level >= LogLevel.Warning);
        builder.Logging.AddFilter("Microsoft.AspNetCore.Server.Kestrel", level => started.Yes && level >= LogLevel.Warning);
    }

    public static async Task<int> RunOrExplainAsync(this WebApplication app)
    {
        try
        {
            // Before the host starts anything, so that a bad value is told before the port is taken.
            app.Services.GetService<IStartupValidator>()?.Validate();
            _ = app.Services.GetRequiredService<ArticleLinks>();
            using var interruption = new Interruption();
            try
            {
                await app.Services.GetRequiredService<PrepareToAnswer>()(interruption.Token);
                await app.StartAsync(interruption.Token);
            }
            catch (OperationCanceledException) when (interruption.Token.IsCancellationRequested)
            {
                await app.DisposeAsync();
                await Console.Error.WriteLineAsync("BriefingBot ended before it was ready. What was stored so far is whole; start it again to go on.");
                return Interrupted;
            }
        }
        catch (Exception exception) when (Explain(exception) is { } explanation)
        {
            await app.DisposeAsync();
            await Console.Error.WriteLineAsync($"BriefingBot did not start: {explanation}");
            return WrongConfiguration;
        }

        app.Services.GetRequiredService<Started>().Yes = true;
        app.SayWhereAndHow();
        await app.WaitForShutdownAsync();
        await app.DisposeAsync();
        return 0;
    }

    private static void SayWhereAndHow(this WebApplication app)
    {
        var log = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger("BriefingBot");
        var protection = app.Services.GetRequiredService<Protection>();
        foreach (var address in app.Services.GetRequiredService<IServer>().AddressesForClients().Select(address => address.TrimEnd('/')))
        {
            if (!protection.ByTokens)
            {
                log.LogInformation("Ready. Ask in a browser at {Page}/", address);
            }

            log.LogInformation("Ready. Point a Bot Framework client at {Endpoint}/api/messages", address);
        }

        protection.Say(log);
        app.Services.GetRequiredService<ArticleLinks>().Say(log, app.Services.GetRequiredService<IArticleStore>().IsShared);
    }

    /// <summary>What to tell whoever started the host, or null for a fault that is ours and should be seen whole.</summary>
    private static string? Explain(Exception exception) => exception switch
    {
        OptionsValidationException invalid => BriefingConfiguration.Explain(invalid),
        ArticleStoreException or StateStoreException or EmbeddingModelException or ConfigurationException => exception.Message,
        AggregateException several when several.InnerExceptions.All(inner => Explain(inner) is not null) =>
            string.Join(" ", several.InnerExceptions.Select(Explain)),
        InvalidOperationException when BriefingConfiguration.ExplainUnreadable(exception) is { } unreadable => unreadable,
        IOException { InnerException: AddressInUseException } taken =>
            $"{taken.Message} Stop what listens there, or choose another address with --urls http://127.0.0.1:PORT.",
        FormatException or InvalidOperationException when exception.Source is "Microsoft.AspNetCore.Http" or "Microsoft.AspNetCore.Server.Kestrel.Core" =>
            $"{exception.Message.ReplaceLineEndings(" ").TrimEnd('.')}. {AddressRemedy}",
        ArgumentOutOfRangeException { ParamName: "port" } => $"The port is not one from 0 to 65535. {AddressRemedy}",
        SocketException refused => $"The address cannot be listened on: {refused.Message}. {AddressRemedy}",
        _ => null,
    };

    private sealed class Started
    {
        public volatile bool Yes;
    }
}
