namespace BriefingBot.Answering;

/// <summary>
/// All places of a folded part in a folded text, its first letter in either case (Knuth, Morris and Pratt, "Fast pattern matching in
/// strings", 1977): each character of the text is looked at once, so a text that repeats itself costs no more than another.
/// </summary>
internal sealed class Occurrences
{
    private readonly string _asTyped;
    private readonly string _otherCase;
    private readonly int[] _asTypedFallback;
    private readonly int[] _otherCaseFallback;

    public Occurrences(string part)
    {
        _asTyped = part;
        _otherCase = WithOtherCase(part);
        _asTypedFallback = Fallback(_asTyped);
        _otherCaseFallback = Fallback(_otherCase);
    }

    /// <summary>The indices at which the part starts, in rising order; they may overlap.</summary>
    public IEnumerable<int> In(string text, int from)
    {
        var (typed, other) = (0, 0);
        for (var i = from; i < text.Length; i++)
        {
            typed = Advance(_asTyped, _asTypedFallback, typed, text[i]);
            other = Advance(_otherCase, _otherCaseFallback, other, text[i]);
            if (typed == _asTyped.Length || other == _otherCase.Length)
            {
                yield return i - _asTyped.Length + 1;
            }
        }
    }

    private static int Advance(string pattern, int[] fallback, int matched, char c)
    {
        while (matched > 0 && (matched == pattern.Length || pattern[matched] != c))
        {
            matched = fallback[matched];
        }

        return pattern[matched] == c ? matched + 1 : 0;
    }

    /// <summary>For each number of matched characters, the longest shorter match that ends with them.</summary>
    private static int[] Fallback(string pattern)
    {
        var fallback = new int[pattern.Length + 1];
        for (int i = 1, matched = 0; i < pattern.Length; i++)
        {
            while (matched > 0 && pattern[matched] != pattern[i])
            {
                matched = fallback[matched];
            }

            matched += pattern[matched] == pattern[i] ? 1 : 0;
            fallback[i + 1] = matched;
        }

        return fallback;
    }

    /// <summary>The part with its first letter in the other case, where the part's first letter or digit is a letter.</summary>
    private static string WithOtherCase(string part)
    {
        var first = 0;
        while (first < part.Length && !char.IsLetterOrDigit(part[first]))
        {
            first++;
        }

        if (first == part.Length)
        {
            return part;
        }

        var other = char.IsUpper(part[first]) ? char.ToLowerInvariant(part[first]) : char.ToUpperInvariant(part[first]);
        return string.Concat(part.AsSpan(0, first), [other], part.AsSpan(first + 1));
    }
}
