using System.Numerics.Tensors;
using System.Text.RegularExpressions;

namespace BriefingBot.Answering;

/// <summary>The words that an article would have in a digest.</summary>
/// <param name="Excerpt">The words.</param>
/// <param name="Score">How near they are to the subject, lead sentences and corrections favoured.</param>
/// <param name="Vector">Of length one.</param>
internal sealed partial record DigestEntry(Excerpt Excerpt, double Score, ReadOnlyMemory<float> Vector)
{
    // Above this two sentences of one event say the same more often than not.
    private const double Same = 0.93;

    public DateOnly? Day => Excerpt.Article.Published?.Day;

    /// <summary>The cosine of both.</summary>
    public double Likeness(DigestEntry other) => TensorPrimitives.Dot(Vector.Span, other.Vector.Span);

    /// <summary>Whether a digest that has the other needs this one no more. What has another number is a development.</summary>
    public bool Repeats(DigestEntry other) =>
        Excerpt.Repeats(other.Excerpt) || (Likeness(other) >= Same && NumbersOf(this).IsSubsetOf(NumbersOf(other)));

    private static HashSet<string> NumbersOf(DigestEntry entry) => [.. Number().Matches(entry.Excerpt.Article.Cut(entry.Excerpt.Span)).Select(number => number.Value)];

    [GeneratedRegex(@"\d[\d.,]*")]
    private static partial Regex Number();
}
