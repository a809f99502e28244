using BriefingBot.Diagnosis;
using BriefingBot.State;
using BriefingBot.Tests.Support;
using Microsoft.Extensions.Configuration;

namespace BriefingBot.Tests.Diagnosis;

public sealed class StateExaminationTests
{
    private const string Secret = "secret-4711";

    [Fact]
    public async Task State_file_that_is_not_there_is_not_made()
    {
        await using var briefing = Briefing.OnNewStore();

        await SaidAsync(FileIn(briefing), Condition.Ok, "state.db yet: nothing is remembered. The bot makes it when it starts.");

        Assert.False(File.Exists(Path.Combine(briefing.Directory, "state.db")));
    }

    [Fact]
    public async Task State_file_is_counted()
    {
        await using var briefing = Briefing.OnNewStore();
        await briefing.Get<IStateStore>().WriteAsync(new("turns", "ann"), "{}", WriteCondition.Any, lifetime: null, TestContext.Current.CancellationToken);

        await SaidAsync(FileIn(briefing), Condition.Ok, "state.db can be read and written; it has 1 entry.");
    }

    [Theory]
    [InlineData("", Condition.Warning, "is empty. The bot makes its table when it starts.")]
    [InlineData("no database at all, but a text of some length that nobody could take for one", Condition.Failed, "is not a database, or is damaged. Put back a copy")]
    public async Task File_that_is_no_state_is_told(string content, Condition condition, string told)
    {
        await using var briefing = Briefing.OnNewStore();
        await File.WriteAllTextAsync(Path.Combine(briefing.Directory, "state.db"), content, TestContext.Current.CancellationToken);

        await SaidAsync(FileIn(briefing), condition, told);
    }

    [Fact]
    public async Task Redis_is_told_with_its_version_and_what_is_wrong_with_it_with_the_remedy()
    {
        await using var redis = await RedisServer.StartAsync(password: Secret);

        await SaidAsync(Redis($"{redis.ConnectionString},password={Secret}"), Condition.Ok, $"Redis at 127.0.0.1:{redis.Port}, version ");
        await SaidAsync(Redis($"{redis.ConnectionString},password=another-4711"), Condition.Failed, "refuses the user or the password. Correct 'user=' and 'password=' in Redis:ConnectionString.");
        await SaidAsync(Redis($"redis://:{Secret}@127.0.0.1"), Condition.Failed, "Redis:ConnectionString cannot be read.");

        await redis.KillAsync();
        await SaidAsync(Redis($"{redis.ConnectionString},password={Secret}"), Condition.Failed, "cannot be reached, or does not answer in time. See that it runs, and that Redis:ConnectionString names");
    }

    [Fact]
    public async Task Redis_that_would_delete_what_is_to_be_kept_is_told()
    {
        await using var redis = await RedisServer.StartAsync(settings: ["--maxmemory", "100mb", "--maxmemory-policy", "allkeys-lru"]);

        await SaidAsync(Redis(redis.ConnectionString), Condition.Warning, "it deletes what was to be kept (maxmemory-policy allkeys-lru). Set maxmemory-policy noeviction.");
    }

    private static KeyValuePair<string, string?> FileIn(Briefing briefing) => new("Storage:DataDirectory", briefing.Directory);

    private static KeyValuePair<string, string?> Redis(string connectionString) => new("Redis:ConnectionString", connectionString);

    private static async Task SaidAsync(KeyValuePair<string, string?> setting, Condition condition, string told)
    {
        // Elsewhere than the user's own store, where the setting is not about it.
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Storage:DataDirectory", Path.Combine(Path.GetTempPath(), "briefing-not-there"))]).AddInMemoryCollection([setting]).Build();
        var found = await Examination.ExamineAsync(configuration, TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken);

        var finding = Assert.Single(found, finding => finding.Part == "state");
        Assert.Contains(told, finding.What);
        Assert.Equal(condition, finding.Condition);
        Assert.DoesNotContain("4711", finding.What);
    }
}
