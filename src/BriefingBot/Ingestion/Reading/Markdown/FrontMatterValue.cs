using System.Collections.Immutable;
using System.Text;

namespace BriefingBot.Ingestion;

/// <summary>A value of front matter: one text, or a list of them.</summary>
/// <param name="Items">None for an empty value; one for a text.</param>
/// <param name="IsUnderstood">False for YAML beyond the part that is read here, such as mappings.</param>
/// <param name="IsOneOrSeveral">A bare text with a comma: to YAML one text, to its writer perhaps a list.</param>
internal sealed record FrontMatterValue(ImmutableArray<string> Items, bool IsUnderstood = true, bool IsOneOrSeveral = false)
{
    private static readonly FrontMatterValue NotUnderstood = new([], IsUnderstood: false);

    /// <summary>From what follows the colon, and the lines below it that are no keys.</summary>
    public static FrontMatterValue Parse(string beside, string[] below)
    {
        var text = WithoutComment(beside).Trim();
        if (text.Length > 0 && text[0] is '|' or '>')
        {
            return new([string.Join(' ', below.Select(line => line.Trim()))]);
        }

        if (text.StartsWith('['))
        {
            return Flow(string.Join(' ', below.Select(WithoutComment).Prepend(text)).Trim());
        }

        return text.Length == 0 ? Listed(below) : below.Length == 0 ? One(text) : NotUnderstood;
    }

    private static FrontMatterValue One(string text) => text is "null" or "~" ? new([])
        : Scalar(text, mayHoldColon: true) is { } scalar ? new([scalar], IsOneOrSeveral: text[0] is not ('"' or '\'') && text.Contains(','))
        : NotUnderstood;

    private static FrontMatterValue Listed(string[] lines)
    {
        var items = ImmutableArray.CreateBuilder<string>(lines.Length);
        foreach (var line in lines)
        {
            var item = WithoutComment(line).Trim();
            if (!item.StartsWith("- ", StringComparison.Ordinal) || Scalar(item[2..].Trim()) is not { } scalar)
            {
                return NotUnderstood;
            }

            items.Add(scalar);
        }

        return new(items.ToImmutable());
    }

    /// <summary><c>[a, "b, c"]</c>.</summary>
    private static FrontMatterValue Flow(string text)
    {
        if (!text.EndsWith(']'))
        {
            return NotUnderstood;
        }

        var parts = SplitOutsideQuotes(text[1..^1]);
        if (parts is [var only] && string.IsNullOrWhiteSpace(only))
        {
            return new([]);
        }

        var items = parts.Select(part => Scalar(part.Trim())).ToList();
        return items.Contains(null) ? NotUnderstood : new([.. items.OfType<string>()]);
    }

    private static List<string> SplitOutsideQuotes(string text)
    {
        var parts = new List<string>();
        var (start, quote) = (0, '\0');
        for (var i = 0; i < text.Length; i++)
        {
            if (quote == '\0' && text[i] == ',')
            {
                parts.Add(text[start..i]);
                start = i + 1;
            }
            else if (quote == '\0' && text[i] is '"' or '\'' && string.IsNullOrWhiteSpace(text[start..i]))
            {
                quote = text[i];
            }
            else if (text[i] == quote)
            {
                quote = '\0';
            }
        }

        parts.Add(text[start..]);
        return parts;
    }

    /// <summary>A quoted or bare text; null for what is neither.</summary>
    private static string? Scalar(string text, bool mayHoldColon = false) => text switch
    {
        ['"', .. var inner, '"'] => Unescape(inner),
        ['\'', .. var inner, '\''] => inner.Replace("''", "'", StringComparison.Ordinal),
        ['"' or '\'' or '[' or ']' or '{' or '}' or '&' or '*' or '!' or '|' or '>' or '%' or '@' or '`', ..] => null,
        // A mapping, or a title that should have been quoted.
        _ when !mayHoldColon && (text.Contains(": ", StringComparison.Ordinal) || text.EndsWith(':')) => null,
        _ => text,
    };

    private static string Unescape(string inner)
    {
        var text = new StringBuilder(inner.Length);
        for (var i = 0; i < inner.Length; i++)
        {
            text.Append(inner[i] == '\\' && i + 1 < inner.Length ? inner[++i] switch { 'n' => '\n', 't' => '\t', var itself => itself } : inner[i]);
        }

        return text.ToString();
    }

    /// <summary>A <c>#</c> after a blank begins a comment, outside quotation marks.</summary>
    private static string WithoutComment(string text)
    {
        var quote = '\0';
        for (var i = 0; i < text.Length; i++)
        {
            if (quote != '\0')
            {
                quote = text[i] == quote ? '\0' : quote;
            }
            else if (text[i] is '"' or '\'' && (i == 0 || text[i - 1] is ' ' or '[' or ','))
            {
                quote = text[i];
            }
            else if (text[i] == '#' && (i == 0 || text[i - 1] is ' ' or '\t'))
            {
                return text[..i];
            }
        }

        return text;
    }
}
