using BriefingBot.Web.Access;
using Microsoft.Extensions.Options;

namespace BriefingBot.Tests.Web;

public sealed class AllowedTenantsTests
{
    private const string App = "8d1b0f1e-5f0f-4c55-9a5f-0d6cbb3a6b0e";
    private const string Own = "22222222-2222-2222-2222-222222222222";
    private const string Other = "33333333-3333-3333-3333-333333333333";

    [Theory]
    [InlineData(null, null, null, "people of every tenant", true, true, true)]
    [InlineData(App, "MultiTenant", null, "people of every tenant", true, true, true)]
    [InlineData(App, "multitenant", "", "people of every tenant", true, true, true)]
    [InlineData(App, "SingleTenant", null, $"people of tenant {Own} alone", true, false, false)]
    [InlineData(App, "UserAssignedMSI", null, $"people of tenant {Own} alone", true, false, false)]
    [InlineData(App, "SingleTenant", "*", "people of every tenant", true, true, true)]
    [InlineData(App, "SingleTenant", Other, $"people of tenant {Other} alone", false, true, false)]
    [InlineData(App, "MultiTenant", $"{Other}, {Own}", $"people of the tenants {Own}, {Other} alone", true, true, false)]
    public void Who_is_answered_follows_from_the_list_and_else_from_the_registration(
        string? app, string? type, string? list, string described, bool own, bool other, bool nobodys)
    {
        var tenants = new AllowedTenants(
            Options.Create<BriefingBot.Configuration.AppRegistration>(new() { MicrosoftAppId = app, MicrosoftAppType = type, MicrosoftAppTenantId = Own }),
            Options.Create<AccessOptions>(new() { AllowedTenants = list }));

        Assert.Equal(described, tenants.Described);
        Assert.Equal((own, other, nobodys), (tenants.Admit([Own]), tenants.Admit([Other]), tenants.Admit([])));
        Assert.Equal(described.EndsWith("every tenant", StringComparison.Ordinal), tenants.Admit([Own, "44444444-4444-4444-4444-444444444444"]));
    }
}
