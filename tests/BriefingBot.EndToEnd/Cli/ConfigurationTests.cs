using BriefingBot.EndToEnd.Support;

namespace BriefingBot.EndToEnd.Cli;

public sealed class ConfigurationTests : IDisposable
{
    private readonly Workspace _own = new();

    [Fact]
    public async Task Data_directory_by_option_comes_before_environment_and_file()
    {
        var run = (await _own.RunAsync(Environment(data: Folder("by-environment"), file: Folder("by-file")), "list", "--json", "--data", Folder("by-option"))).Ended(1);

        Assert.Contains($"Store: {Path.Combine(Folder("by-option"), "briefing.db")}", run.Error);
    }

    [Fact]
    public async Task Data_directory_by_environment_comes_before_the_file()
    {
        var run = (await _own.RunAsync(Environment(data: Folder("by-environment"), file: Folder("by-file")), "list", "--json")).Ended(1);

        Assert.Contains($"Store: {Path.Combine(Folder("by-environment"), "briefing.db")}", run.Error);
    }

    [Fact]
    public async Task Data_directory_by_file_is_found_again_by_the_next_run()
    {
        var environment = Environment(data: null, file: Folder("by-file"));

        (await _own.RunAsync(environment, "ingest", "--json", _own.Write("a.txt", LoadedStore.Dam))).Ended(0);
        var listed = (await _own.RunAsync(environment, "list", "--json")).Ended(0);

        Assert.Equal("a.txt", listed.Line.Text("articleId"));
        Assert.Contains($"Store: {Path.Combine(Folder("by-file"), "briefing.db")}", listed.Error);
    }

    [Fact]
    public async Task Data_directory_by_default_is_below_the_users_home()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows does not take the folder from the environment.");

        var run = (await _own.RunAsync("list", "--json")).Ended(1);

        Assert.Contains($"Store: {_own.Home}{Path.DirectorySeparatorChar}", run.Error);
        Assert.Contains($"BriefingBot{Path.DirectorySeparatorChar}briefing.db", run.Error);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("{\"Storage\":")]
    [InlineData("not json")]
    [InlineData("[]")]
    [InlineData("""{"Storage":{"DataDirectory":""}}""")]
    [InlineData("""{"Storage":{"DataDirectory":"  "}}""")]
    [InlineData("""{"Storage":{"DataDirectory":"a\u0000b"}}""")]
    [InlineData("""{"Storage":{"DataDirectory":"briefing.json/below"}}""")]
    public async Task Configuration_that_is_missing_or_broken_ends_with_2_and_names_what(string? content)
    {
        var file = content is null ? Path.Combine(_own.Inputs, "absent.json") : _own.Write("briefing.json", content);

        var run = (await _own.RunAsync(new Dictionary<string, string> { ["BRIEFING_CONFIG"] = file }, "list", "--json")).Ended(2);

        Assert.Empty(run.Output);
        Assert.Contains(content?.Contains("DataDirectory") == true ? "DataDirectory" : file, run.Error);
    }

    [Fact]
    public async Task Data_directory_that_is_a_file_ends_with_2_and_the_remedy()
    {
        var run = (await _own.RunAsync("list", "--json", "--data", _own.Write("file", "x"))).Ended(2);

        Assert.Contains("--data", run.Error);
    }

    [Fact]
    public async Task Database_of_another_program_fails_with_1_and_is_left_alone()
    {
        Directory.CreateDirectory(_own.Data);
        File.WriteAllText(_own.Database, "This is no database, but somebody's notes.");

        var run = (await _own.JsonAsync("list")).Ended(1);

        Assert.Contains(_own.Database, run.Error);
        Assert.Equal("This is no database, but somebody's notes.", File.ReadAllText(_own.Database));
    }

    public void Dispose() => _own.Dispose();

    private string Folder(string name) => Path.Combine(_own.Inputs, name);

    private Dictionary<string, string> Environment(string? data, string file)
    {
        var path = System.Text.Json.JsonEncodedText.Encode(file);
        Dictionary<string, string> environment = new() { ["BRIEFING_CONFIG"] = _own.Write("briefing.json", $$"""{"Storage": {"DataDirectory": "{{path}}"} }""") };
        if (data is not null)
        {
            environment["Storage__DataDirectory"] = data;
        }

        return environment;
    }
}
