using BriefingBot.Articles;
using BriefingBot.Tests.Support;
using CsCheck;

namespace BriefingBot.Tests.Answering;

/// <summary>Articles that mean no good: prose between fragments of everything that a channel could take for something else.</summary>
internal static class Generated
{
    private static readonly Gen<string> Word = Gen.OneOf(
        "dam", "village", "town’s", "mayor", "state-owned", "“rebuild”", "5.2", "$5", "−3", "12,500", "not", "never", "café", "ﬁrst", "ﬂood", "1961–1975", "it's", "the", "they",
        "can’t", "…", "(old)", "«new»", "e\u0301toile", "5 %", "10:30");

    private static readonly Gen<string> Hostile = Gen.OneOf(
        "](http://x.example)", "[a](http://x.example)", "![a](http://x.example/a.png)", "<at>Ann</at>", "<b>", "</bdi></blockquote>", "<script>alert(1)</script>", "<!--", "-->",
        "<http://x.example>", "http://x.example/a_b", "https://x.example", "www.x.example", "ann@x.example", "mailto:ann@x.example", "# Head", "## ", "#", "*em*", "**", "* item", "- item",
        "-", "+ item", "1. one", "2) two", "=", "===", "---", "***", "___", "_em_", "`code`", "```", "~~~", "~~gone~~", "|a|b|\n|-|-|\n|c|d|", "| ", ": def", "term\n: def", "[^1]", "[^1]: note",
        "[1]: http://x.example \"t\"", "[ ] task", "[x] task", "> quote", ">", "> [!NOTE]", "[2]", "” [1]", "“", "\"", "'", "&lt;", "&amp;", "&#10;", "&", "&copy", "\\", "\\*", "\\\\", "{a}", "$x$", "^a^", "+---+---+\n| a | b |\n+---+---+",
        "    code", "\tcode", "😀", "👩\u200D🚒", "🇫🇷", "👍🏽", "שלום עולם", "مرحبا", "\u202Eevil", "\u202C", "\u2067a", "\u2069", "\u200F", "q\u0307", "\u0301", "\u001B[31m", "\u0007", "\u007F", "\u009B", "\uFFFD", "\uD800",
        "\uDC00", "\u00AD", "\u200B", "\uFEFF", "\0", "!", "![", "<a href=x>", "<?php", "<![CDATA[", "</p>", "a\\", "–", "—", "\f", "\v", "\u3000", "-1", "2.", "0)", "`", "``", "[", "]", "(", ")", "&#x3C;", "<br>");

    private static readonly Gen<string> Gap = Gen.Frequency(
        (12, Gen.Const(" ")),
        (6, Gen.OneOf("\n", "\n\n", "\r\n", "\r\n\r\n", "\r", "\u2028", "\u2029", "\u0085")),
        (3, Gen.OneOf("", "\t", "  ", "\n\n\n", " \n ", "\u00A0", "\u202F", "\n    ", "\n\n    ", "\n \n", "  \n", "\n\t", "\n\u00A0", "\\\n")));

    public static Gen<string> Sentence { get; } = Word.Array[3, 9].Select(words => $"Then the {string.Join(' ', words)} was seen there.");

    private static readonly Gen<string> Piece = Gen.Frequency((2, Sentence), (1, Word), (3, Hostile));

    public static Gen<string> Text { get; } = Gen.Select(Piece, Gap).Array[1, 12].Select(pieces => string.Concat(pieces.Select(piece => piece.Item1 + piece.Item2)));

    private static readonly Gen<string> Name = Gen.Select(Gen.OneOf("The Valley Post", "Ann Reed", "Dam"), Text, (name, text) => CanonicalText.OneLine($"{text[..Math.Min(text.Length, 40)]} {name}"));

    private static readonly Gen<Uri?> Url = Gen.OneOf((Uri?[])[
        null, new("https://news.example/dam"), new("http://news.example/a_(b)_[c]*d*?q=1&lt;=2&copy;&x=`y`|\\z#e\"f'"), new("https://news.example/<at>/ü b"), new("https://bücher.example/)(%20")]);

    public static Gen<Article> Article { get; } = Gen.Select(Text, Name, Name.Null(), Name.Null(), Url, (text, title, source, author, url) =>
        Some.Article(text, title: title) with { Source = source, Author = author, Url = url });
}
