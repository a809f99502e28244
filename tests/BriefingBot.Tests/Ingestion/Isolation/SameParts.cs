using BriefingBot.Ingestion;

namespace BriefingBot.Tests.Ingestion;

/// <summary>Compares parts by all that they hold: records compare their lists by place.</summary>
internal static class SameParts
{
    public static void Assert(IReadOnlyList<ReadPart> expected, IReadOnlyList<ReadPart> actual)
    {
        Xunit.Assert.Equal(expected.Count, actual.Count);
        foreach (var (one, other) in expected.Zip(actual))
        {
            Xunit.Assert.Equal((one.Name, one.Problem, one.Article is null), (other.Name, other.Problem, other.Article is null));
            if (one.Article is { } first && other.Article is { } second)
            {
                Xunit.Assert.Equal(first.Pages.AsEnumerable(), second.Pages);
                Xunit.Assert.Equal(first.Labels.AsEnumerable(), second.Labels);
                Xunit.Assert.Equal(first.Groups.AsEnumerable(), second.Groups);
                Xunit.Assert.Equal(first with { Pages = [], Labels = [], Groups = [] }, second with { Pages = [], Labels = [], Groups = [] });
            }
        }
    }
}
