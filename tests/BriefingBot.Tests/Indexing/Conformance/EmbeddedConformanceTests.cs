using BriefingBot.Tests.Support;

namespace BriefingBot.Tests.Indexing;

public sealed class EmbeddedConformanceTests : StoreConformance
{
    private protected override Task<Briefing> NewStoreAsync() => Task.FromResult(Briefing.OnNewStore());
}
