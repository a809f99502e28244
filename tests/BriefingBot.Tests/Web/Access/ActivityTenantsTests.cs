using System.Security.Claims;
using BriefingBot.Web.Access;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Schema;
using Newtonsoft.Json;

namespace BriefingBot.Tests.Web;

public sealed class ActivityTenantsTests
{
    private const string Own = "22222222-2222-2222-2222-222222222222";
    private const string Other = "33333333-3333-3333-3333-333333333333";

    [Theory]
    [InlineData("""{"conversation":{"id":"c","tenantId":"T"}}""", null, Own)]
    [InlineData("""{"channelData":{"tenant":{"id":"T"}}}""", null, Own)]
    [InlineData("""{"from":{"id":"29:1","aadObjectId":"O","tenantId":"T"}}""", null, Own)]
    [InlineData("""{}""", Own, Own)]
    [InlineData("""{"conversation":{"id":"c","tenantId":"T"},"channelData":{"tenant":{"id":"T"}},"from":{"id":"29:1","tenantId":"T"}}""", Own, Own)]
    [InlineData("""{"conversation":{"id":"c","tenantId":"T"},"channelData":{"tenant":{"id":"O"}}}""", null, Own, Other)]
    [InlineData("""{"conversation":{"id":"c","tenantId":"T"},"from":{"id":"29:1","tenantId":"O"}}""", null, Own, Other)]
    [InlineData("""{"conversation":{"id":"c","tenantId":"T"}}""", Other, Own, Other)]
    [InlineData("""{"conversation":{"id":"c","tenantId":"T"},"channelData":{"tenant":{"id":7}}}""", null, Own, "7")]
    [InlineData("""{"conversation":{"id":"c","tenantId":""},"channelData":{"tenant":{"id":null}},"from":{"id":"29:1"}}""", null)]
    [InlineData("""{"channelData":"T"}""", null)]
    [InlineData("""{"channelData":{"tenant":"T"}}""", null)]
    [InlineData("""{"channelData":[{"tenant":{"id":"T"}}]}""", null)]
    [InlineData("""{"from":null,"conversation":null}""", null)]
    public void Every_place_where_a_tenant_is_written_is_read(string activity, string? claimed, params string[] named)
    {
        using var reader = new JsonTextReader(new StringReader(activity.Replace("\"T\"", $"\"{Own}\"", StringComparison.Ordinal).Replace("\"O\"", $"\"{Other}\"", StringComparison.Ordinal)));
        var caller = claimed is null ? null : new ClaimsIdentity([new Claim("tid", claimed)]);

        Assert.Equal(named, ActivityTenants.NamedBy(HttpHelper.BotMessageSerializer.Deserialize<Activity>(reader)!, caller));
    }

    [Fact]
    public void Capital_letters_make_no_other_tenant()
    {
        var activity = new Activity { Conversation = new() { TenantId = "abcdef00-0000-0000-0000-000000000000" } };

        Assert.Single(ActivityTenants.NamedBy(activity, new([new Claim("tid", "ABCDEF00-0000-0000-0000-000000000000")])));
    }
}
