using BriefingBot.Tests.Support;

namespace BriefingBot.Tests.Ingestion;

/// <summary>Runs every row of Specs/Addresses.md.</summary>
public sealed class AddressesSpecTests(AddressesSpecTests.Server server) : IClassFixture<AddressesSpecTests.Server>
{
    public static TheoryData<string, string, string> Rows()
    {
        var rows = new TheoryData<string, string, string>();
        foreach (var cells in SpecTable.Rows("Addresses.md"))
        {
            rows.Add(cells[0].Trim('`'), cells[1].Trim('`'), cells[2].Trim('`'));
        }

        return rows;
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task Row_of_the_table_holds(string address, string leadsTo, string words)
    {
        var asked = new Uri(address.Replace("{port}", $"{server.Listener.Port}", StringComparison.Ordinal));
        using var web = new SomeWeb(leadsTo == "–" ? null : new Dictionary<string, string> { [asked.IdnHost.TrimEnd('.')] = leadsTo });

        Assert.Contains(words, await web.RefusalAsync(asked), StringComparison.Ordinal);
        Assert.Equal(0, server.Listener.Connections);
    }

    public sealed class Server : IAsyncLifetime
    {
        internal WebListener Listener { get; } = new(_ => WebListener.Answer("<p>You should not have come.</p>"));

        public ValueTask InitializeAsync() => ValueTask.CompletedTask;

        public ValueTask DisposeAsync() => Listener.DisposeAsync();
    }
}
