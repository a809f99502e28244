using BriefingBot.EndToEnd.Support;

namespace BriefingBot.EndToEnd.Cli;

public sealed class WrongUseTests(LoadedStore store)
{
    [Theory]
    [InlineData("list")]
    [InlineData("show", "dam")]
    [InlineData("ask", "Who?")]
    [InlineData("search", "dam")]
    [InlineData("remove", "dam")]
    [InlineData("reindex")]
    [InlineData("export")]
    [InlineData("repair")]
    public async Task Store_that_is_not_there_is_told_and_not_made(params string[] arguments)
    {
        using var own = new Workspace();
        var absent = Path.Combine(own.Data, "absent");

        var run = (await own.RunAsync([.. arguments, "--data", absent])).Ended(1);

        Assert.EndsWith($"There is no store at {Path.Combine(absent, "briefing.db")}. The first 'briefing ingest' makes one, and so does the bot when it starts; for another one, name its folder with --data.\n", run.Error);
        Assert.Empty(run.Output);
        Assert.False(Directory.Exists(absent));
    }

    [Fact]
    public async Task Version_is_told()
    {
        var run = (await store.Workspace.RunAsync(["--version"])).Ended(0);
        Assert.Matches(@"^\d+\.\d+\.\d+\s*$", System.Text.Encoding.UTF8.GetString(run.Output));
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("ask", "--nonsense", "Who?")]
    [InlineData("ask")]
    [InlineData("ask", "Who", "won?")]
    [InlineData("ask", "Who?", "--questions", "absent.jsonl")]
    [InlineData("ask", "--questions", "absent.jsonl")]
    [InlineData("ask", "--questions", ".")]
    [InlineData("ask", "--questions")]
    [InlineData("ask", "--questions", "")]
    [InlineData("evaluate")]
    [InlineData("evaluate", "--questions", "absent.jsonl")]
    [InlineData("check-quote")]
    [InlineData("check-quote", "the dam", "--quotes", "absent.jsonl")]
    [InlineData("check-quote", "--quotes", "absent.jsonl")]
    [InlineData("check-quote", "--quotes")]
    [InlineData("brief")]
    [InlineData("brief", "the dam", "the flood")]
    [InlineData("brief", "the dam", "--quotes", "4")]
    [InlineData("brief", "the dam", "--quotes", "13")]
    [InlineData("brief", "the dam", "--quotes", "ten")]
    [InlineData("search")]
    [InlineData("search", "dam", "--limit", "0")]
    [InlineData("search", "dam", "--limit", "-1")]
    [InlineData("search", "dam", "--limit", "101")]
    [InlineData("search", "dam", "--limit", "ten")]
    [InlineData("search", "dam", "--limit", "99999999999")]
    [InlineData("ingest")]
    [InlineData("show")]
    [InlineData("show", "dam", "signs")]
    [InlineData("show", "dam", "--start", "999999")]
    [InlineData("show", "dam", "--end", "999999")]
    [InlineData("show", "dam", "--start", "9", "--end", "3")]
    [InlineData("show", "dam", "--start", "-1")]
    [InlineData("show", "dam", "--version", "one")]
    [InlineData("remove")]
    [InlineData("remove", "--yes", "--not-seen-since", "2999-01-01")]
    [InlineData("show", "dam", "--version", "0")]
    [InlineData("show", "dam", "--version", "-1")]
    [InlineData("show", "dam", "--end", "-5")]
    [InlineData("ask", "Who?", "--format", "7")]
    [InlineData("list", "--", "extra")]
    [InlineData("reindex", "--", "extra")]
    [InlineData("list", "--data", "")]
    [InlineData("list", "--since", "03/04/2026")]
    [InlineData("list", "--since", "2026-03-02", "--until", "2026-03-01")]
    [InlineData("ask", "Who?", "--source", "")]
    [InlineData("search", "dam", "--label")]
    [InlineData("list", "--since")]
    [InlineData("export", "--out", ".")]
    [InlineData("export", "--out")]
    [InlineData("export", "--", "extra")]
    [InlineData("import", "a.jsonl", "b.jsonl")]
    [InlineData("import")]
    [InlineData("import", "absent.jsonl")]
    [InlineData("repair", "--", "extra")]
    [InlineData("--", "extra")]
    public async Task Wrong_use_ends_with_2_a_reason_on_standard_error_and_nothing_else(params string[] arguments)
    {
        // Behind the arguments, so that the store is not the one of an argument that a test leaves without its value.
        string[] options = arguments.Contains("--data") ? ["--json"] : ["--json", "--data", store.Workspace.Data];

        var run = (await store.Workspace.RunAsync([arguments[0], .. options, .. arguments[1..]])).Ended(2);

        Assert.Empty(run.Output);
        Assert.NotEmpty(run.Error.Trim());
    }

    [Theory]
    [InlineData("Unknown command 'lst'. The commands are ingest, ask, check-quote, brief, search, list, show, remove, reindex, export, import, repair, jobs, sources, evaluate, evaluate-reading, feedback, doctor, teams-package, admin-key.", "lst")]
    [InlineData("'list' takes no 'extra'.", "list", "extra")]
    [InlineData("'list' takes no 'extra'.", "list", "--", "extra")]
    [InlineData("--limit ten cannot be: it takes a whole number.", "search", "dam", "--limit", "ten")]
    [InlineData("--limit=ten cannot be: it takes a whole number.", "search", "dam", "--limit=ten")]
    [InlineData("--limit needs a value: a whole number.", "search", "dam", "--limit")]
    [InlineData("--version needs a value: a whole number.", "show", "dam", "--version", "--json")]
    [InlineData("--format xml cannot be: it takes text, markdown, html.", "ask", "Who?", "--format", "xml")]
    [InlineData("--format 7 cannot be: it takes text, markdown or html.", "ask", "Who?", "--format", "7")]
    [InlineData("--data is given twice. Give it once.", "list", "--data", "a", "--data=b")]
    [InlineData("--since 03/04/2026 is no day that can be read; write it as 2026-03-01.", "list", "--since", "03/04/2026")]
    [InlineData("--until 2026-03-01T23:30:00+02:00 is no day that can be read; write it as 2026-03-01.", "search", "dam", "--until", "2026-03-01T23:30:00+02:00")]
    [InlineData("--since 2026-03-02 is after --until 2026-03-01", "ask", "Who?", "--since", "2026-03-02", "--until", "2026-03-01")]
    [InlineData("--until is given twice. Give it once.", "list", "--until", "2026-03-01", "--until=2026-03-02")]
    [InlineData("There is no file absent.jsonl; check the path.", "import", "absent.jsonl")]
    [InlineData("--version 0 cannot be: versions count from 1.", "show", "dam", "--version", "0")]
    [InlineData("'evaluate-reading' needs a folder.", "evaluate-reading")]
    [InlineData("There is no folder absent; check the path.", "evaluate-reading", "absent")]
    [InlineData("--misses ten cannot be: it takes a whole number.", "evaluate-reading", ".", "--misses", "ten")]
    [InlineData("'-' cannot be watched: it is no file that could change.", "ingest", "--watch", "--", "-")]
    [InlineData("'absent' cannot be watched: there is no such file or folder; check the path.", "ingest", "--watch", "absent")]
    [InlineData("--every goes with --watch and an address", "ingest", "--watch", "--every", "5", ".")]
    [InlineData("--every 0 cannot be: it takes 1 to 1440 minutes.", "ingest", "--watch", "--every", "0", "https://news.example/")]
    [InlineData("--every needs a value: a whole number.", "ingest", "--watch", "https://news.example/", "--every")]
    [InlineData("'sources' takes no 'stop'.", "sources", "stop")]
    [InlineData("--start -5 cannot be: positions count from 0.", "show", "dam", "--start", "-5")]
    public async Task Message_names_what_was_given_and_what_is_taken(string message, params string[] arguments)
    {
        var run = (await store.Workspace.RunAsync(arguments)).Ended(2);

        Assert.StartsWith(message, run.Error);
    }

    [Fact]
    public async Task No_command_at_all_shows_the_help_and_ends_with_2()
    {
        var run = (await store.Workspace.RunAsync()).Ended(2);

        Assert.Contains("USAGE:", System.Text.Encoding.UTF8.GetString(run.Output));
    }

    [Theory]
    [InlineData("show", "not there")]
    [InlineData("show", "dam", "--version", "7")]
    [InlineData("show", "")]
    public async Task What_is_not_there_fails_with_1_and_no_line(params string[] arguments)
    {
        var run = (await store.Workspace.JsonAsync(arguments[0], arguments[1..])).Ended(1);

        Assert.Empty(run.Output);
        Assert.Contains("briefing list", run.Error);
    }

    [Fact]
    public async Task Question_file_that_cannot_be_read_fails_with_1()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The file that exists and cannot be read is Linux's.");

        var run = (await store.Workspace.JsonAsync("ask", "--questions", "/proc/self/mem")).Ended(1);

        Assert.Empty(run.Output);
    }
}
