using BriefingBot.Configuration;
using BriefingBot.Ingestion;
using BriefingBot.Tests.Support;
using Microsoft.Extensions.Options;

namespace BriefingBot.Tests.Ingestion;

public sealed class WebOptionsTests
{
    [Theory]
    [InlineData("TimeoutSeconds", "0", "Ingestion:Web:TimeoutSeconds must be from 1 to 600.")]
    [InlineData("IdleSeconds", "601", "Ingestion:Web:IdleSeconds must be from 1 to 600.")]
    [InlineData("LargestMegabytes", "65", "Ingestion:Web:LargestMegabytes must be from 1 to 64.")]
    [InlineData("Redirects", "-1", "Ingestion:Web:Redirects must be from 0 to 20.")]
    [InlineData("FeedPages", "1001", "Ingestion:Web:FeedPages must be from 0 to 1000.")]
    [InlineData("AllowedHosts", "wiki.example, http://wiki.example", "names \"http://wiki.example\", which is no host")]
    [InlineData("AllowedHosts", "wiki.example:8080", "names \"wiki.example:8080\", which is no host")]
    [InlineData("AllowedNetworks", "10.0.0.0/8, 10.0.0.1/8", "names \"10.0.0.1/8\", which is no network")]
    [InlineData("AllowedNetworks", "0.0.0.0/0", "would mean every address")]
    [InlineData("AllowedNetworks", "::/0", "would mean every address")]
    [InlineData("AllowedNetworks", "everything", "names \"everything\", which is no network")]
    [InlineData("Contact", "the editors", "Ingestion:Web:Contact must be the address of a page")]
    [InlineData("Contact", "https://user:secret@example.com/", "Ingestion:Web:Contact must be the address of a page")]
    public void A_bad_value_is_told_by_its_key(string key, string value, string words)
    {
        using var web = new SomeWeb(settings: (key, value));
        var told = BriefingConfiguration.Explain(Assert.Throws<OptionsValidationException>(() => web.Fetch));
        Assert.StartsWith("Ingestion:Web:", told, StringComparison.Ordinal);
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
