using BriefingBot.Indexing;
using BriefingBot.Tests.Support;

namespace BriefingBot.Tests.Indexing;

public sealed class ServingClaimTests
{
    [Fact]
    public async Task A_second_bot_is_refused_by_the_files_name_and_the_firsts_process_until_the_first_ends()
    {
        await using var first = Briefing.OnNewStore();
        first.Get<ServingClaim>().Take();
        await using (var second = first.Again())
        {
            var fault = Assert.Throws<ArticleStoreException>(second.Get<ServingClaim>().Take);
            Assert.Equal(
                $"Another bot (process {Environment.ProcessId}) serves {Path.Combine(first.Directory, "briefing.db")} already. Stop it, or give this one another data directory (Storage:DataDirectory).",
                fault.Message);
            await second.SaveAsync(Some.Article());
        }

        first.Get<ServingClaim>().Dispose();
        await using var third = first.Again();
        third.Get<ServingClaim>().Take();
    }

    [Fact]
    public async Task What_a_killed_bot_left_does_not_count()
    {
        await using var briefing = Briefing.OnNewStore();
        await File.WriteAllTextAsync(Path.Combine(briefing.Directory, "briefing.bot.lock"), "", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(briefing.Directory, "briefing.bot.pid"), "1", TestContext.Current.CancellationToken);

        briefing.Get<ServingClaim>().Take();

        Assert.Equal($"{Environment.ProcessId}", await File.ReadAllTextAsync(Path.Combine(briefing.Directory, "briefing.bot.pid"), TestContext.Current.CancellationToken));
    }
}
