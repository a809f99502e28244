using System.Reflection;
using BriefingBot.Configuration;
using BriefingBot.Ingestion;
using BriefingBot.Web.Access;

namespace BriefingBot.Tests.Configuration;

public sealed class KnownKeysTests
{
    /// <summary>An options class XOptions is bound to the section of its constant Section; the registration, to the root.</summary>
    [Fact]
    public void The_bots_keys_are_those_of_its_options_classes()
    {
        var options = typeof(Protection).Assembly.GetTypes().Where(type => type.Name.EndsWith("Options", StringComparison.Ordinal) && type.Namespace?.StartsWith("BriefingBot", StringComparison.Ordinal) == true);
        var keys = options.SelectMany(type => Settable(type).Select(property => $"{type.GetField("Section")!.GetRawConstantValue()}:{property.Name}"))
            .Concat(Settable(typeof(AppRegistration)).Select(property => property.Name));

        Assert.Equal(keys.Order(StringComparer.Ordinal), KnownKeys.OfTheBot.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_librarys_keys_are_those_of_its_options_classes()
    {
        // What is chosen for one load stands in no section.
        var options = typeof(KnownKeys).Assembly.GetTypes().Where(type => type != typeof(IngestOptions) && type.Name.EndsWith("Options", StringComparison.Ordinal) && type.Namespace?.StartsWith("BriefingBot", StringComparison.Ordinal) == true);
        var keys = options.SelectMany(type => Settable(type).Select(property => $"{type.GetField("Section")!.GetRawConstantValue()}:{property.Name}")).ToArray();

        Assert.NotEmpty(keys);
        Assert.All(keys, key => Assert.Contains(key, KnownKeys.All));
    }

    [Theory]
    [InlineData("Storage:DataDir", "Storage:DataDirectory")]
    [InlineData("Storage__DataDirectory", "Storage:DataDirectory")]
    [InlineData("Storag:DataDirectory", "Storage:DataDirectory")]
    [InlineData("DataDirectory", "Storage:DataDirectory")]
    [InlineData("Bot:AnswerTimoutSeconds", "Bot:AnswerTimeoutSeconds")]
    [InlineData("bot:allowunauthentcated", "Bot:AllowUnauthenticated")]
    [InlineData("Storage:AllowUnauthenticated", "Bot:AllowUnauthenticated")]
    [InlineData("MicrosoftApplicationId", "MicrosoftAppId")]
    [InlineData("MicrosoftAppSecret", "MicrosoftAppId")]
    [InlineData("url", "urls")]
    [InlineData("Loging", "Logging")]
    [InlineData("colour", null)]
    [InlineData("ingest", null)]
    public void The_nearest_key_is_the_one_that_was_probably_meant(string written, string? meant) =>
        Assert.Equal(meant, NearestKey.To(written, KnownKeys.All.Concat(KnownKeys.FrameworkSections)));

    [Theory]
    [InlineData("", "", 0)]
    [InlineData("abc", "ABC", 0)]
    [InlineData("abc", "acb", 1)]
    [InlineData("abc", "ab", 1)]
    [InlineData("abc", "axc", 2)]
    [InlineData("", "abc", 3)]
    public void Distance_counts_letters_left_out_inserted_and_swapped(string one, string other, int distance)
    {
        Assert.Equal(distance, NearestKey.Distance(one, other));
        Assert.Equal(distance, NearestKey.Distance(other, one));
    }

    private static IEnumerable<PropertyInfo> Settable(Type type) => type.GetProperties().Where(property => property.CanWrite);
}
