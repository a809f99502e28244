using BriefingBot.Indexing;
using BriefingBot.State;
using BriefingBot.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace BriefingBot.Tests.State;

public sealed class SqliteStateStoreTests : StateConformance
{
    private readonly string _folder = Directory.CreateTempSubdirectory("briefing-state-").FullName;
    private readonly FakeTimeProvider _time = new();

    private string File => Path.Combine(_folder, "state.db");

    [Fact]
    public async Task Entries_are_there_after_a_restart()
    {
        await WriteAsync(new("turns", "ann"), "1");
        ((SqliteStateStore)Store).Dispose();

        Assert.Equal("1", (await AnotherDoor().ReadAsync(new("turns", "ann"), Cancellation))!.Json);
    }

    [Fact]
    public async Task What_has_expired_is_deleted_from_the_file_now_and_then()
    {
        await WriteAsync(new("turns", "ann"), "1", TimeSpan.FromHours(1));
        await PassAsync(TimeSpan.FromHours(1));
        await WriteAsync(new("turns", "bob"), "1");

        Assert.Equal(1L, Ask("SELECT count(*) FROM entries"));
    }

    [Theory]
    [InlineData("no database at all, but a text of some length that nobody could take for one", "is not a database, or is damaged. Put back a copy of it, without the -wal and -shm files beside it, or move it away and begin without what was remembered")]
    [InlineData("PRAGMA user_version = 2", "was written by a newer version of this program, or by another one. Use that version")]
    public async Task File_that_cannot_be_used_is_told_with_its_remedy(string content, string told)
    {
        if (content.StartsWith("PRAGMA", StringComparison.Ordinal))
        {
            await WriteAsync(new("turns", "ann"), "1");
            Ask(content);
        }
        else
        {
            await System.IO.File.WriteAllTextAsync(File, content, Cancellation);
        }

        var fault = await Assert.ThrowsAsync<StateStoreException>(() => AnotherDoor().ReadAsync(new("turns", "ann"), Cancellation));

        Assert.StartsWith(File, fault.Message);
        Assert.Contains(told, fault.Message);
    }

    [Fact]
    public async Task File_that_is_deleted_under_a_running_bot_is_told()
    {
        await WriteAsync(new("turns", "ann"), "1");
        Pools.Close(_folder);
        System.IO.File.Delete(File);

        var fault = await Assert.ThrowsAsync<StateStoreException>(() => ReadAsync(new("turns", "ann")));

        Assert.Contains("is not there any more", fault.Message);
    }

    private protected override Task<IStateStore> NewStoreAsync() => Task.FromResult(AnotherDoor());

    private protected override IStateStore AnotherDoor() => new SqliteStateStore(Options.Create(new StorageOptions { DataDirectory = _folder }), _time);

    private protected override Task PassAsync(TimeSpan time)
    {
        _time.Advance(time);
        return Task.CompletedTask;
    }

    private protected override Task EndAsync()
    {
        Pools.Close(_folder);
        Directory.Delete(_folder, recursive: true);
        return Task.CompletedTask;
    }

    private object? Ask(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={File};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}
