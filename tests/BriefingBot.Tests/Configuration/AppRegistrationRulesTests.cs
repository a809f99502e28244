using BriefingBot.Configuration;

namespace BriefingBot.Tests.Configuration;

public sealed class AppRegistrationRulesTests
{
    private const string Id = "8d1b0f1e-5f0f-4c55-9a5f-0d6cbb3a6b0e";
    private const string Tenant = "22222222-2222-2222-2222-222222222222";

    [Theory]
    [InlineData(null, null, null, null)]
    [InlineData("", "Typo", null, null)]
    [InlineData(Id, "MultiTenant", "secret", null)]
    [InlineData(Id, "singletenant", "secret", Tenant)]
    [InlineData(Id, "UserAssignedMSI", null, Tenant)]
    public void Whole_registration_is_taken(string? id, string? type, string? password, string? tenant) =>
        Assert.True(Check(id, type, password, tenant).Succeeded);

    [Theory]
    [InlineData(Id, null, "secret", null, "MicrosoftAppType is missing", "MultiTenant, SingleTenant, UserAssignedMSI")]
    [InlineData(Id, " ", "secret", null, "MicrosoftAppType is missing", "MultiTenant, SingleTenant, UserAssignedMSI")]
    [InlineData(Id, "SingelTenant", "secret", Tenant, "MicrosoftAppType is \"SingelTenant\"", "MultiTenant, SingleTenant, UserAssignedMSI")]
    [InlineData(Id, "1", "secret", Tenant, "MicrosoftAppType is \"1\"", "MultiTenant, SingleTenant, UserAssignedMSI")]
    [InlineData(Id, "MultiTenant", null, null, "MicrosoftAppPassword is missing", "MultiTenant")]
    [InlineData(Id, "SingleTenant", " ", Tenant, "MicrosoftAppPassword is missing", "SingleTenant")]
    [InlineData(Id, "SingleTenant", "secret", null, "MicrosoftAppTenantId is missing", "SingleTenant")]
    [InlineData(Id, "UserAssignedMSI", null, "", "MicrosoftAppTenantId is missing", "UserAssignedMSI")]
    [InlineData(Id, "SingleTenant", "secret", "valley.example", "MicrosoftAppTenantId is \"valley.example\"", "GUID")]
    [InlineData(Id, "userassignedmsi", "secret", Tenant, "MicrosoftAppPassword is set", "Leave MicrosoftAppPassword out")]
    [InlineData("my-bot", "MultiTenant", "secret", null, "MicrosoftAppId is \"my-bot\"", "GUID")]
    [InlineData(" ", "MultiTenant", "secret", null, "MicrosoftAppId is \" \"", "GUID")]
    public void Registration_that_lacks_something_names_the_key_and_what_to_set(
        string? id, string? type, string? password, string? tenant, string fault, string remedy)
    {
        var failure = Assert.Single(Check(id, type, password, tenant).Failures!);

        Assert.Contains(fault, failure);
        Assert.Contains(remedy, failure);
    }

    private static Microsoft.Extensions.Options.ValidateOptionsResult Check(string? id, string? type, string? password, string? tenant) =>
        new AppRegistrationRules().Validate(null, new() { MicrosoftAppId = id, MicrosoftAppType = type, MicrosoftAppPassword = password, MicrosoftAppTenantId = tenant });
}
