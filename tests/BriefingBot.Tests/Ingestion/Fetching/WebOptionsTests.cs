using BriefingBot.Configuration;
using BriefingBot.Tests.Support;
using Microsoft.Extensions.Options;

namespace BriefingBot.Tests.Ingestion;

public sealed class WebOptionsTests
{
    [Theory]
    [InlineData("TimeoutSeconds", "0", "The field Ingestion:Web:TimeoutSeconds must be between 1 and 600.")]
    [InlineData("IdleSeconds", "601", "The field Ingestion:Web:IdleSeconds must be between 1 and 600.")]
    [InlineData("LargestMegabytes", "65", "The field Ingestion:Web:LargestMegabytes must be between 1 and 64.")]
    [InlineData("Redirects", "-1", "The field Ingestion:Web:Redirects must be between 0 and 20.")]
    [InlineData("FeedPages", "1001", "The field Ingestion:Web:FeedPages must be between 0 and 1000.")]
    [InlineData("AllowedHosts", "wiki.example, http://wiki.example", "names \"http://wiki.example\", which is no host")]
    [InlineData("AllowedHosts", "wiki.example:8080", "names \"wiki.example:8080\", which is no host")]
    [InlineData("AllowedNetworks", "0.0.0.0/0", "would mean every address")]
    [InlineData("AllowedNetworks", "::/0", "would mean every address")]
    [InlineData("AllowedNetworks", "everything", "names \"everything\", which is no network")]
    [InlineData("Contact", "the editors", "Ingestion:Web:Contact must be the address of a page")]
    [InlineData("Contact", "https://user:secret@example.com/", "Ingestion:Web:Contact must be the address of a page")]
    public void A_bad_value_is_told_by_its_key(string key, string value, string words)
    {
        using var web = new SomeWeb(settings: (key, value));
        var told = BriefingConfiguration.Explain(Assert.Throws<OptionsValidationException>(() => web.Fetch));
        Assert.Contains(words, told, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", told, StringComparison.Ordinal);
    }

    [Fact]
    public void The_sections_around_its_keys_are_known()
    {
        Assert.Empty(KeyCheck.FaultsOf([Given("Ingestion", GivenForm.Section), Given("Ingestion:Web", GivenForm.Section), Given("Ingestion:Web:AllowedHosts", GivenForm.Value)]));
        Assert.Empty(KeyCheck.FaultsOf([Given("Ingestion:Web", GivenForm.Section)]));
        Assert.Contains("Did you mean Ingestion:Web:AllowedHosts?", Assert.Single(KeyCheck.FaultsOf([Given("Ingestion:Web:AllowHosts", GivenForm.Value)])), StringComparison.Ordinal);
        Assert.Contains("is a section", Assert.Single(KeyCheck.FaultsOf([Given("Ingestion:Web", GivenForm.Value)])), StringComparison.Ordinal);
    }

    private static GivenKey Given(string key, GivenForm form) => new(key, key, "in a test", form);
}
