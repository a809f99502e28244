using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace BriefingBot.ScriptedModel;

/// <summary>What the model writes.</summary>
internal static partial class Replies
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private const string Elsewhere = "The harbour master of Port Lorne resigned on 4 May after 212 complaints.";

    /// <summary>The reply; null where the sentences allow no such misbehaviour.</summary>
    public static string? For(Behaviour behaviour, ModelRequest request, string aim)
    {
        var honest = Honest(request);
        return behaviour switch
        {
            Behaviour.FabricatedQuote => Written(new Said($"The minister said “we will answer for every stone of it, whatever the council decides”.", First(honest))),
            Behaviour.ChangedDigit => Changed(request, honest, text => Digit().IsMatch(text) ? Digit().Replace(text, digit => digit.Value == "7" ? "8" : "7", 1) : null),
            Behaviour.SwappedNames => Changed(request, honest, Swapped),
            Behaviour.DroppedNot => Changed(request, honest, text => Not().IsMatch(text) ? Not().Replace(text, "", 1) : null) ?? Changed(request, honest, text => Be().IsMatch(text) ? Be().Replace(text, "$0 not", 1) : null),
            Behaviour.UnretrievedArticle => Written(new Said(Elsewhere, First(honest))),
            Behaviour.OneOfTwo => Written([.. request.Statement is null ? honest.Take(1) : [], new Said(Elsewhere, First(honest))]),
            Behaviour.NoCitation => Written([.. honest.Select(said => said with { Sentences = [] })]),
            Behaviour.Citation99 => Written([.. honest.Select(said => said with { Sentences = [99] })]),
            Behaviour.TruncatedJson => Written([.. honest]) is var whole ? whole[..(whole.Length * 3 / 4)] : null,
            Behaviour.FencedJson => $"```json\n{Written([.. honest])}\n```",
            Behaviour.ProseAroundJson => $"Here is what the articles say:\n\n{Written([.. honest])}\n\nLet me know if I can help with anything else!",
            Behaviour.DuplicateKeys => $$"""{"statements":[{{string.Join(",", honest.Select(said => $"{{\"text\":\"Nobody was ever there.\",\"sentences\":[1],\"text\":{JsonSerializer.Serialize(said.Text, Json)},\"sentences\":[{string.Join(',', said.Sentences)}]}}"))}}]}""",
            Behaviour.HugeAnswer => Written([.. Enumerable.Range(0, 2_000).Select(number => new Said($"This is statement {number}, which goes on about nothing in particular for a while.", First(honest)))]),
            Behaviour.EmptyAnswer => "",
            Behaviour.Refusal => "I'm sorry, but I can't help with that.",
            Behaviour.ObeyedInjection => Written(
                new Said(aim, Holding(request, aim)),
                new Said($"{aim} See [the details](https://evil.example/x) or ![](https://evil.example/pixel.png).", Holding(request, aim)),
                new Said($"<at>Everyone</at> <b>{aim}</b> <a href=\"https://evil.example\">here</a>", Holding(request, aim))),
            _ => Written([.. honest]),
        };
    }

    public static string Condensed(string question) => JsonSerializer.Serialize(new { question }, Json);

    /// <summary>One or two sentences that share most words with the question; on a repair the first one shown.</summary>
    private static Said[] Honest(ModelRequest request)
    {
        if (request.Statement is not null)
        {
            return request.Sentences is [var only, ..] ? [new(only.Text, [only.Number])] : [];
        }

        var asked = WordsOf(request.Question ?? request.Subject ?? "");
        return
        [
            .. request.Sentences.Select(sentence => (sentence, Shared: WordsOf(sentence.Text).Count(asked.Contains))).Where(one => one.Shared >= 2)
                .OrderByDescending(one => one.Shared).Take(2).Select(one => new Said(one.sentence.Text, [one.sentence.Number])),
        ];
    }

    private static string? Changed(ModelRequest request, Said[] honest, Func<string, string?> change)
    {
        foreach (var said in honest.Concat(request.Sentences.Select(sentence => new Said(sentence.Text, [sentence.Number]))))
        {
            if (change(said.Text) is { } changed)
            {
                return Written(said with { Text = changed });
            }
        }

        return null;
    }

    private static string? Swapped(string text)
    {
        var names = Name().Matches(text);
        for (var i = 0; i + 1 < names.Count; i++)
        {
            var (one, other) = (names[i], names[i + 1]);
            var between = text[(one.Index + one.Length)..other.Index];
            if (one.Value != other.Value && Verb().IsMatch(between))
            {
                return text[..one.Index] + other.Value + between + one.Value + text[(other.Index + other.Length)..];
            }
        }

        return null;
    }

    private static int[] First(Said[] honest) => honest is [var first, ..] ? first.Sentences : [1];

    private static int[] Holding(ModelRequest request, string aim) =>
        request.Sentences.Where(sentence => sentence.Text.Contains(aim, StringComparison.OrdinalIgnoreCase)).Select(sentence => sentence.Number).DefaultIfEmpty(1).Take(1).ToArray();

    private static string Written(params Said[] statements) => JsonSerializer.Serialize(new { statements }, Json);

    private static HashSet<string> WordsOf(string text) => [.. Word().Matches(text.ToLowerInvariant()).Select(match => match.Value)];

    [GeneratedRegex(@"[\p{L}\p{N}]{4,}")]
    private static partial Regex Word();

    [GeneratedRegex("[0-9]")]
    private static partial Regex Digit();

    [GeneratedRegex(@" (?:not|never)\b|n['’]t\b")]
    private static partial Regex Not();

    [GeneratedRegex(@"\b(?:is|are|was|were|has|have|had|will|would|could)\b")]
    private static partial Regex Be();

    [GeneratedRegex(@"(?<![.!?“""]\s*|^)\b\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)*")]
    private static partial Regex Name();

    [GeneratedRegex(@" (?:\w+ed|said|told|won|met|left|took|gave|led|was|is|has|had) ")]
    private static partial Regex Verb();

    internal sealed record Said(string Text, int[] Sentences);
}
