using BriefingBot.Indexing;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace BriefingBot.Web.Health;

/// <summary>The store opens and can be read.</summary>
internal sealed class StoreCheck(IArticleStore articles) : IHealthCheck
{
    // No article has an empty id; to learn that, the store must be read.
    private const string NoId = "";

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await articles.FindAsync(NoId, version: null, cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (ArticleStoreException fault)
        {
            return HealthCheckResult.Unhealthy(fault.Message);
        }
    }
}
