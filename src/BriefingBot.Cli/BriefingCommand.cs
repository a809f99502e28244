using System.Text;
using BriefingBot.Answering;
using BriefingBot.Cli.Commands;
using BriefingBot.Configuration;
using BriefingBot.Embedding;
using BriefingBot.Evaluation;
using BriefingBot.Indexing;
using BriefingBot.State;
using Microsoft.Extensions.Options;
using Spectre.Console.Cli;

namespace BriefingBot.Cli;

/// <summary>The command line: its commands, and which exit code each kind of end has.</summary>
internal static class BriefingCommand
{
    public const int Fine = 0;
    public const int Failed = 1;
    public const int WrongUse = 2;

    private static readonly string[] Commands = ["ingest", "ask", "check-quote", "brief", "search", "list", "show", "remove", "reindex", "export", "import", "repair", "jobs", "sources", "evaluate", "evaluate-reading", "feedback", "doctor", "teams-package", "admin-key"];

    // As shells report a process that was interrupted.
    private const int Interrupted = 130;

    public static async Task<int> RunAsync(string[] args)
    {
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        using var interrupt = new CancellationTokenSource();
        Console.CancelKeyPress += (_, pressed) =>
        {
            // The first asks for an orderly end, the second gets the usual one.
            pressed.Cancel = !interrupt.IsCancellationRequested;
            interrupt.Cancel();
        };

        // The parser would still look for options behind --, and stop at what cannot be one.
        var end = Array.IndexOf(args, "--");
        var (parsed, verbatim) = end < 0 ? (args, []) : (args[..end], args[(end + 1)..]);
        var app = new CommandApp();
        app.Configure(configurator => Configure(configurator, verbatim));
        try
        {
            GivenArguments.ThrowIfRepeated(parsed);
            if (parsed.Length == 0 && verbatim.Length > 0)
            {
                throw new WrongUseException($"There is no command in front of --. The commands are {string.Join(", ", Commands)}. See 'briefing --help'.");
            }

            var code = await app.RunAsync(parsed, interrupt.Token);

            // Without a command the parser shows the help, which is not what was wanted of it.
            return parsed.Length == 0 ? WrongUse : code;
        }
        catch (OperationCanceledException) when (interrupt.IsCancellationRequested)
        {
            return End(Interrupted, "Ended before it was done. What was stored so far is whole; run the command again to go on.");
        }
        catch (Exception fault) when (fault is CommandRuntimeException or CommandParseException)
        {
            var help = parsed.Length > 0 && Commands.Contains(parsed[0]) ? $"briefing {parsed[0]} --help" : "briefing --help";
            return End(WrongUse, $"{GivenArguments.Explain(fault.Message, parsed, Commands)} See '{help}'.");
        }
        catch (OptionsValidationException invalid)
        {
            return End(WrongUse, BriefingConfiguration.Explain(invalid));
        }
        catch (InvalidOperationException fault) when (BriefingConfiguration.ExplainUnreadable(fault) is not null)
        {
            return End(WrongUse, BriefingConfiguration.ExplainUnreadable(fault)!);
        }
        catch (Exception fault) when (fault is WrongUseException or ConfigurationException or (EmbeddingModelException and not UnreachableEmbeddingModelException))
        {
            return End(WrongUse, fault.Message);
        }
        catch (Exception fault) when (fault is UnreachableEmbeddingModelException or ArticleStoreException or StateStoreException or QuestionException or QuestionFileException or IOException or UnauthorizedAccessException)
        {
            return End(Failed, fault.Message);
        }
    }

    private static void Configure(IConfigurator app, string[] verbatim)
    {
        app.SetApplicationName("briefing");
        app.SetApplicationVersion(typeof(BriefingCommand).Assembly.GetName().Version!.ToString(3));
        app.PropagateExceptions();
        app.UseStrictParsing();
        app.AddCommand<IngestCommand>("ingest").WithData(verbatim).WithDescription("Load articles from files, folders, globs and addresses of the web (.txt, .md, .html, .jsonl).").WithExample("ingest", "articles/", "more/*.md").WithExample("ingest", "https://www.example.com/news/dam").WithExample("ingest", "articles/", "--watch");
        app.AddCommand<AskCommand>("ask").WithData(verbatim).WithDescription("Answer a question with quotes, or say why not.").WithExample("ask", "\"Who won the election?\"");
        app.AddCommand<CheckQuoteCommand>("check-quote").WithData(verbatim).WithDescription("Say where a quotation stands, or what comes nearest to it.").WithExample("check-quote", "\"We did not ask for gold\"");
        app.AddCommand<BriefCommand>("brief").WithData(verbatim).WithDescription("Give a digest of a subject: quotes of different articles, in order of time.").WithExample("brief", "\"the Vessing flood\"");
        app.AddCommand<SearchCommand>("search").WithData(verbatim).WithDescription("Show the passages nearest to a query.").WithExample("search", "election", "--limit", "5");
        app.AddCommand<ListCommand>("list").WithData(verbatim).WithDescription("List the articles.");
        app.AddCommand<ShowCommand>("show").WithData(verbatim).WithDescription("Show an article's text, or a span of it.").WithExample("show", "articles/storm.md", "--start", "120", "--end", "188");
        app.AddCommand<RemoveCommand>("remove").WithData(verbatim).WithDescription("Remove articles, every version of them.").WithExample("remove", "articles/storm.md").WithExample("remove", "--label", "sample");
        app.AddCommand<ReindexCommand>("reindex").WithData(verbatim).WithDescription("Make the index anew from the stored texts.");
        app.AddCommand<ExportCommand>("export").WithData(verbatim).WithDescription("Write every article, with its versions, as JSON lines for any store.").WithExample("export", "--out", "articles.jsonl");
        app.AddCommand<ImportCommand>("import").WithData(verbatim).WithDescription("Take in what 'briefing export' wrote.").WithExample("import", "articles.jsonl");
        app.AddCommand<RepairCommand>("repair").WithData(verbatim).WithDescription("Mend what loads that were killed left behind in Qdrant.");
        app.AddCommand<JobsCommand>("jobs").WithData(verbatim).WithDescription("List the loads, show one with its outcomes, go on with one that was interrupted, or cancel one.").WithExample("jobs").WithExample("jobs", "show", "20260301-093000-3f9c2a", "--failed");
        app.AddCommand<SourcesCommand>("sources").WithData(verbatim).WithDescription("List the watched sources of the configuration (Ingestion:Sources), or load one now.").WithExample("sources").WithExample("sources", "run", "news");
        app.AddCommand<EvaluateCommand>("evaluate").WithData(verbatim).WithDescription("Ask labelled questions, measure the answers and write a report.").WithExample("evaluate", "--articles", "articles.jsonl", "--questions", "questions.jsonl", "--out", "report/");
        app.AddCommand<EvaluateReadingCommand>("evaluate-reading").WithData(verbatim).WithDescription("Measure how much of web pages and documents is read.").WithExample("evaluate-reading", "data/", "--misses", "10");
        app.AddCommand<FeedbackCommand>("feedback").WithData(verbatim).WithDescription("Show what people said of answers, newest first, with their questions.").WithExample("feedback", "--reaction", "dislike", "--since", "2026-03-01").WithExample("feedback", "--as-questions");
        app.AddCommand<TeamsPackageCommand>("teams-package").WithData(verbatim).WithDescription("Write the app package that Teams installs the bot from.").WithExample("teams-package", "--app-id", "00000000-0000-0000-0000-000000000001", "--domain", "bot.example.com");
        app.AddCommand<AdminKeyCommand>("admin-key").WithData(verbatim).WithDescription("Make a key for the bot's HTTP API, and the hash of it that the bot is told.");
        app.AddCommand<DoctorCommand>("doctor").WithData(verbatim).WithDescription("Examine store, index, models, prompts and registration, and say what to do about what is wrong.");
    }

    private static int End(int code, string message)
    {
        Console.Error.WriteLine(message);
        return code;
    }
}

/// <summary>The command was called in a way that cannot work; the message says what to change.</summary>
internal sealed class WrongUseException(string message) : Exception(message);
