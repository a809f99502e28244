using System.Collections.Immutable;
using System.Text.RegularExpressions;
using BriefingBot.Answering;
using BriefingBot.Articles;

namespace BriefingBot.Tests.Answering;

/// <summary>A run of one sentence of a text, told by its words.</summary>
internal static partial class SomeRun
{
    public static SentenceRun Of(string text, string sentence)
    {
        ImmutableArray<TextSpan> sentences = [.. Sentences().Matches(text).Select(match => new TextSpan(match.Index, match.Index + match.Length))];
        var at = sentences.Index().Single(span => text[span.Item.Start..span.Item.End] == sentence).Index;
        return new(text, sentences, at, at);
    }

    [GeneratedRegex(@"\S.*?[.!?]”?(?=\s|$)")]
    private static partial Regex Sentences();
}
