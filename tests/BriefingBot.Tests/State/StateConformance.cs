using BriefingBot.State;

namespace BriefingBot.Tests.State;

/// <summary>What every state store must do, whichever keeps the entries. A store is a class below that says how to get a new one.</summary>
public abstract class StateConformance : IAsyncLifetime
{
    /// <summary>Long enough to be there for what a test does at once, on a busy machine.</summary>
    protected static readonly TimeSpan Short = TimeSpan.FromSeconds(3);

    private static readonly StateKey Ann = new("turns", "ann");

    private IStateStore? _store;

    private protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private protected IStateStore Store => _store ?? throw new InvalidOperationException("The test has not begun.");

    private protected Leases Leases => new(Store);

    public async ValueTask InitializeAsync() => _store = await NewStoreAsync();

    public async ValueTask DisposeAsync()
    {
        await EndAsync();
        GC.SuppressFinalize(this);
    }

    [Theory]
    [InlineData("ann")]
    [InlineData("ann/19:general@thread.tacv2;messageid=1")]
    [InlineData("Ä {x} * ? % _ \\ ' \" \n 😀")]
    [InlineData("")]
    public async Task What_was_written_is_read_back_until_it_is_removed(string id)
    {
        var key = new StateKey("turns", id);
        var json = """{"question":"Who said “naïve”? 😀"}""";
        var tag = await WriteAsync(key, json);

        Assert.Equal(new StateEntry(id, json, tag), await ReadAsync(key));
        Assert.Null(await ReadAsync(key with { Kind = "other" }));

        Assert.True(await RemoveAsync(key));
        Assert.Null(await ReadAsync(key));
        Assert.False(await RemoveAsync(key));
    }

    [Fact]
    public async Task Every_write_has_another_tag()
    {
        var first = await WriteAsync(Ann, "1");
        var second = await WriteAsync(Ann, "1");

        Assert.NotEqual(first, second);
        Assert.Equal(second, (await ReadAsync(Ann))!.Tag);
    }

    [Fact]
    public async Task Entry_is_written_once_where_there_must_be_none()
    {
        var written = await Task.WhenAll(Enumerable.Range(0, 20).Select(number => Task.Run(() => TryWriteAsync(Ann, $"{number}", WriteCondition.Absent))));

        var tag = Assert.Single(written.OfType<string>());
        Assert.Equal(tag, (await ReadAsync(Ann))!.Tag);
    }

    [Fact]
    public async Task Changed_entry_is_not_overwritten_by_who_read_it_before()
    {
        var read = await WriteAsync(Ann, "1");
        await WriteAsync(Ann, "2");

        Assert.Null(await TryWriteAsync(Ann, "3", WriteCondition.Unchanged(read)));
        Assert.False(await RemoveAsync(Ann, read));
        Assert.Equal("2", (await ReadAsync(Ann))!.Json);
    }

    [Fact]
    public async Task Removed_entry_is_not_written_by_who_read_it_before()
    {
        var read = await WriteAsync(Ann, "1");
        await RemoveAsync(Ann, read);

        Assert.Null(await TryWriteAsync(Ann, "2", WriteCondition.Unchanged(read)));
        Assert.Null(await ReadAsync(Ann));
    }

    [Fact]
    public async Task Of_many_who_count_at_once_through_two_doors_no_count_is_lost()
    {
        var other = AnotherDoor();
        await WriteAsync(Ann, "0");

        await Task.WhenAll(Enumerable.Range(0, 10).Select(number => Task.Run(() => CountAsync(number % 2 == 0 ? Store : other))));

        Assert.Equal("10", (await ReadAsync(Ann))!.Json);
    }

    [Fact]
    public async Task Listing_has_the_ids_of_the_kind_that_begin_so_in_the_order_of_their_bytes()
    {
        foreach (var id in new[] { "b/2", "b/10", "b/Z", "b/a", "b/é", "b/😀", "b", "c/1", "a/1", "b%", "B/1" })
        {
            await WriteAsync(new("turns", id), id);
        }

        await WriteAsync(new("watches", "b/1"), "");

        Assert.Equal(["b/10", "b/2", "b/Z", "b/a", "b/é", "b/😀"], await ListAsync("turns", "b/"));
        Assert.Equal(["b%"], await ListAsync("turns", "b%"));
        Assert.Equal(11, (await ListAsync("turns", "")).Length);
        Assert.Empty(await ListAsync("turns", "d"));
        Assert.Empty(await ListAsync("nothing", ""));
    }

    [Fact]
    public async Task Listing_goes_on_over_all_pages()
    {
        var ids = Enumerable.Range(0, 450).Select(number => $"ann/{number:D4}").ToArray();
        await WriteAsync(new("feedback", "anna"), "");
        await Task.WhenAll(ids.Reverse().Select(id => WriteAsync(new("feedback", id), id)));

        Assert.Equal(ids, await ListAsync("feedback", "ann/"));
        Assert.Equal(451, (await ListAsync("feedback", "")).Length);
    }

    [Fact]
    public async Task Entry_whose_time_is_over_is_as_if_it_had_never_been()
    {
        await WriteAsync(new("turns", "bob"), "1");
        var tag = await WriteAsync(Ann, "1", Short);
        Assert.Equal(["ann", "bob"], await ListAsync("turns", ""));

        await PassAsync(Short);

        Assert.Null(await ReadAsync(Ann));
        Assert.Equal(["bob"], await ListAsync("turns", ""));
        Assert.Null(await TryWriteAsync(Ann, "2", WriteCondition.Unchanged(tag)));
        Assert.False(await RemoveAsync(Ann));
        Assert.NotNull(await TryWriteAsync(Ann, "3", WriteCondition.Absent));
        Assert.Equal(["ann", "bob"], await ListAsync("turns", ""));
    }

    [Fact]
    public async Task Entry_that_is_written_again_has_the_time_of_the_last_write()
    {
        await WriteAsync(Ann, "1", Short);
        await WriteAsync(Ann, "2");
        await WriteAsync(new("turns", "bob"), "1");
        await WriteAsync(new("turns", "bob"), "2", Short);

        await PassAsync(Short);

        Assert.Equal(["ann"], await ListAsync("turns", ""));
    }

    [Fact]
    public async Task Person_is_forgotten_in_every_conversation_and_every_personal_kind_and_nobody_else_is()
    {
        foreach (var key in new StateKey[] { new("turns", "ann/1"), new("turns", "ann/2"), new("watches", "ann/1"), new("turns", "anna/1"), new("turns", "bob/1"), new("answered", "ann/1") })
        {
            await WriteAsync(key, "{}");
        }

        Assert.Equal(3, await new ForgetPerson(Store, [new("turns"), new("watches")]).EraseAsync("ann", Cancellation));

        Assert.Equal(["anna/1", "bob/1"], await ListAsync("turns", ""));
        Assert.Empty(await ListAsync("watches", ""));
        Assert.Equal(["ann/1"], await ListAsync("answered", ""));
    }

    [Fact]
    public async Task Lease_is_one_holders_until_it_is_released()
    {
        var lease = await Leases.TakeAsync("digests", "one", Short, Cancellation);
        Assert.NotNull(lease);
        Assert.Null(await Leases.TakeAsync("digests", "two", Short, Cancellation));
        Assert.NotNull(await Leases.TakeAsync("watches", "two", Short, Cancellation));
        Assert.True(await lease.RenewAsync(Short, Cancellation));

        Assert.True(await lease.ReleaseAsync(Cancellation));

        Assert.NotNull(await Leases.TakeAsync("digests", "two", Short, Cancellation));
    }

    [Fact]
    public async Task Lease_that_lapsed_is_anothers_and_its_first_holder_cannot_touch_it()
    {
        var lapsed = await Leases.TakeAsync("digests", "one", Short, Cancellation);
        await PassAsync(Short);
        var taken = await Leases.TakeAsync("digests", "two", TimeSpan.FromMinutes(1), Cancellation);

        Assert.False(await lapsed!.RenewAsync(Short, Cancellation));
        Assert.False(await lapsed.ReleaseAsync(Cancellation));
        Assert.True(await taken!.RenewAsync(Short, Cancellation));
    }

    /// <summary>A store that nothing was ever written to.</summary>
    private protected abstract Task<IStateStore> NewStoreAsync();

    /// <summary>Another process's way to the same store, as far as the store can tell.</summary>
    private protected abstract IStateStore AnotherDoor();

    /// <summary>Lets time pass, a little more than that much.</summary>
    private protected abstract Task PassAsync(TimeSpan time);

    private protected abstract Task EndAsync();

    private protected Task<StateEntry?> ReadAsync(StateKey key) => Store.ReadAsync(key, Cancellation);

    private protected async Task<string> WriteAsync(StateKey key, string json, TimeSpan? lifetime = null) =>
        await Store.WriteAsync(key, json, WriteCondition.Any, lifetime, Cancellation) ?? throw new InvalidOperationException("It was not written.");

    private protected async Task<string[]> ListAsync(string kind, string prefix) => await Store.ListAsync(kind, prefix, Cancellation).Select(entry => entry.Id).ToArrayAsync(Cancellation);

    private static async Task CountAsync(IStateStore store)
    {
        StateEntry entry;
        do
        {
            entry = (await store.ReadAsync(Ann, Cancellation))!;
        }
        while (await store.WriteAsync(Ann, $"{int.Parse(entry.Json, System.Globalization.CultureInfo.InvariantCulture) + 1}", WriteCondition.Unchanged(entry.Tag), lifetime: null, Cancellation) is null);
    }

    private Task<string?> TryWriteAsync(StateKey key, string json, WriteCondition condition) => Store.WriteAsync(key, json, condition, lifetime: null, Cancellation);

    private Task<bool> RemoveAsync(StateKey key, string? tag = null) => Store.RemoveAsync(key, tag, Cancellation);
}
