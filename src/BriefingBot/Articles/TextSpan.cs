using System.Globalization;

namespace BriefingBot.Articles;

/// <summary>
/// A span: start and end in UTF-16 code units, end exclusive, into the canonical text of one version of one article.
/// </summary>
public readonly record struct TextSpan
{
    /// <summary>Makes a span; throws <see cref="ArgumentOutOfRangeException"/> when start is negative or end is before start.</summary>
    public TextSpan(int start, int end)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(start);
        ArgumentOutOfRangeException.ThrowIfLessThan(end, start);
        Start = start;
        End = end;
    }

    /// <summary>Index of the first code unit.</summary>
    public int Start { get; }

    /// <summary>Index after the last code unit.</summary>
    public int End { get; }

    /// <summary>Code units covered.</summary>
    public int Length => End - Start;

    /// <summary>Whether the other span lies wholly inside this one.</summary>
    public bool Contains(TextSpan other) => Start <= other.Start && other.End <= End;

    /// <summary>Whether the spans share at least one code unit.</summary>
    public bool Overlaps(TextSpan other) => Start < other.End && other.Start < End;

    /// <summary>The span without the white space at its ends; empty when it holds nothing else.</summary>
    public TextSpan TrimmedIn(string text)
    {
        var (start, end) = (Start, End);
        while (start < end && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        while (end > start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        return new(start, end);
    }

    /// <summary>Reads <c>start-end</c>. Digits alone: no sign, no blank, and the end not before the start.</summary>
    public static bool TryParse(string? text, out TextSpan span)
    {
        var parts = text?.Split('-') ?? [];
        if (parts.Length == 2 && TryRead(parts[0], out var start) && TryRead(parts[1], out var end) && start <= end)
        {
            span = new(start, end);
            return true;
        }

        span = default;
        return false;
    }

    /// <summary>The span as <c>start-end</c>, the form that links use.</summary>
    public override string ToString() => $"{Start}-{End}";

    private static bool TryRead(string digits, out int number)
    {
        // The parser passes over NULs at the end.
        number = 0;
        return digits.All(char.IsAsciiDigit) && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out number);
    }
}
