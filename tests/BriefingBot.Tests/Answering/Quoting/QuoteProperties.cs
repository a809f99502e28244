using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using BriefingBot.Answering;
using BriefingBot.Articles;
using BriefingBot.Tests.Support;
using CsCheck;

namespace BriefingBot.Tests.Answering;

/// <summary>
/// The product's promise, over generated articles, drafts and renderings: what a reader sees is the stored text at its span, and words
/// that do not stand in the article are never shown as if they did.
/// </summary>
public sealed partial class QuoteProperties
{
    private const int Articles = 4_000;

    [Fact]
    public void Every_span_that_is_verified_is_the_stored_text_and_any_other_is_withheld() =>
        Gen.Select(Generated.Article, Gen.Int[0, 400], Gen.Int[0, 200]).Sample(
            (article, start, length) =>
            {
                var verification = VerifiedQuote.Verify(article, new SpanProposal("article", 1, new(start, start + length)));
                Assert.Equal(verification.Failure is null, verification.Quotes.Length == 1);
                Assert.Equal(start + length > article.Text.Length, verification.Failure == "outside the article");
                foreach (var quote in verification.Quotes)
                {
                    Assert.Equal(article.Text[start..(start + length)].Trim(), quote.Text);
                    AssertWhole(article, quote);
                }
            },
            iter: Articles * 5);

    [Fact]
    public void True_copy_is_found_whatever_its_type() =>
        Gen.Select(Generated.Article, Generated.Text, Generated.Sentence, Gen.Int[0, 5].Array[8]).Sample(
            (before, behind, sentence, disguises) =>
            {
                var article = before with { Text = CanonicalText.From($"{before.Text}.\n{sentence} {behind}") };

                var verification = Verify(article, Disguise(sentence, disguises));

                Assert.Null(verification.Failure);
                var quote = Assert.Single(verification.Quotes);
                AssertWhole(article, quote);
                Assert.True(NaiveFolding.Same(NaiveFolding.Fold(quote.Text), NaiveFolding.Fold(sentence)), $"{quote.Text} is shown for {sentence}");
            },
            iter: Articles);

    [Fact]
    public void Altered_copy_is_shown_only_where_the_altered_words_stand()
    {
        var confirmed = 0;
        Gen.Select(Generated.Article, Generated.Article, Generated.Sentence, Generated.Sentence, Gen.Int[0, 5], Gen.Int[0, 40], Gen.Int[0, 40]).Sample(
            (here, elsewhere, sentence, second, kind, from, to) =>
            {
                var article = here with { Text = CanonicalText.From($"{here.Text}\n{sentence} {second} {elsewhere.Title}") };
                var words = sentence.Split(' ');
                var (i, j) = (from % words.Length, to % words.Length);
                var proposed = kind switch
                {
                    0 => Digit().Replace(sentence, digit => ((digit.Value[0] - '0' + 1 + from) % 10).ToString(CultureInfo.InvariantCulture), 1),
                    1 => Swapped(words, i, j),
                    2 => Negative().Replace(sentence, "", 1),
                    3 => elsewhere.Text,
                    4 => string.Join(' ', words[Math.Min(i, j)..(Math.Max(i, j) + 1)]),
                    _ => $"{second} […] {sentence}",
                };

                var verification = Verify(article, proposed);

                Interlocked.Add(ref confirmed, verification.Quotes.Length);
                var (text, folded) = (NaiveFolding.Fold(article.Text), NaiveFolding.Fold(proposed));
                string[] wanted = verification.Quotes.Length == 1 && NaiveFolding.Same(NaiveFolding.Fold(verification.Quotes[0].Text), folded)
                    ? [folded]
                    : NaiveFolding.Parts(folded);
                foreach (var (quote, part) in verification.Quotes.Zip(wanted))
                {
                    AssertWhole(article, quote);
                    Assert.True(NaiveFolding.Same(NaiveFolding.Fold(quote.Text), part), $"{quote.Text} is shown for {part}");
                    Assert.True(NaiveFolding.Contains(text, part));
                }

                Assert.True(verification.Failure is not null || verification.Quotes.Length == wanted.Length, "A part got lost.");
                Assert.True(verification.Failure != "not in the article" || !NaiveFolding.Contains(text, folded), $"{proposed} was not found");
                Assert.Equal(verification.Quotes.Select(quote => quote.Span.Start).Order(), verification.Quotes.Select(quote => quote.Span.Start));
            },
            iter: Articles);
        Assert.InRange(confirmed, 1, Articles); // Parts of true sentences are; most others are not.
    }

    [Fact]
    public void Reader_of_each_channel_sees_the_stored_text() =>
        Gen.Select(Generated.Article.Array[1, 3], Gen.Int[0, 1_000].Array[6], Gen.Bool, Gen.Int[0, 2]).Sample(
            (articles, places, cutShort, withheld) =>
            {
                var quotes = articles.SelectMany((article, i) => Spans(article, places[i * 2], places[(i * 2) + 1])
                    .SelectMany(span => VerifiedQuote.Verify(article, new SpanProposal("article", 1, span, cutShort)).Quotes)).ToImmutableArray();
                if (quotes.IsEmpty)
                {
                    return;
                }

                var answer = Some.Answer(withheld, quotes);
                AssertSeen(answer, SeenInMarkdown.Read(MarkdownRendering.Render(answer), SeenInMarkdown.CommonMark), withAddress: false);
                AssertSeen(answer, SeenInMarkdown.Read(MarkdownRendering.Render(answer), SeenInMarkdown.WithExtensions), withAddress: false);
                AssertSeen(answer, SeenInMarkdown.Read(MarkdownRendering.RenderForWebChat(answer), SeenInMarkdown.WithTypographer), withAddress: false);
                AssertSeen(answer, SeenInHtml.Read(HtmlRendering.Render(answer)), withAddress: false);
                AssertSeenOnOurPages(answer);
                AssertSeen(answer, SeenInPlainText.Read(PlainTextRendering.Render(answer)), withAddress: true);
            },
            iter: Articles);

    [Fact]
    public void Reader_of_a_refusal_sees_the_stored_titles() =>
        Generated.Article.Array[1, 4].Sample(
            articles =>
            {
                var answer = Some.Refusal(RefusalReason.NotEnough, [.. articles.Select(article => new ClosestArticle("article", 1, article.Title, article.Url))]);
                foreach (var seen in (Seen[])[
                    SeenInMarkdown.Read(MarkdownRendering.Render(answer), SeenInMarkdown.CommonMark),
                    SeenInMarkdown.Read(MarkdownRendering.Render(answer), SeenInMarkdown.WithExtensions),
                    SeenInHtml.Read(HtmlRendering.Render(answer))])
                {
                    Assert.Equal([AnswerWords.For(RefusalReason.NotEnough), AnswerWords.Closest], seen.Notes);
                    Assert.Equal(articles.Select(article => Undirected(Drawn(article.Title))), seen.Sources.Select(Undirected));
                    AssertLinks(articles, seen, isPlain: false);
                }
            },
            iter: Articles);

    [Theory]
    [InlineData("a", "aa aa aaaaaaaaaa")]
    [InlineData("a ", "a a a a a a a a")]
    [InlineData("\"", "\"\" a a a a a a a")]
    [InlineData("the dam ", "the dam the dam the dams")]
    [InlineData("The dam. ", "the dam. The … dam. The dam. … The dam. The dam!")]
    public void Five_megabytes_that_repeat_themselves_take_no_longer_than_others(string repeated, string proposed)
    {
        var article = Some.Article(string.Concat(Enumerable.Repeat(repeated, 5_000_000 / repeated.Length)));
        var watch = Stopwatch.StartNew();
        Verify(article, string.Concat(Enumerable.Repeat(proposed[..^1], 10_000 / proposed.Length)) + proposed);
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 10); // 0.2 to 0.5 s measured; text times proposal would be 5·10¹⁰ comparisons.
    }

    private static QuoteVerification Verify(Article article, string words) => VerifiedQuote.Verify(article, new CopiedProposal("article", 1, words));

    /// <summary>The stored text at its span, trimmed, cutting neither a surrogate pair nor a letter from its accent, nor a word.</summary>
    private static void AssertWhole(Article article, VerifiedQuote quote)
    {
        Assert.Equal(article.Text[quote.Span.Start..quote.Span.End], quote.Text);
        Assert.Equal(quote.Text.Trim(), quote.Text);
        Assert.NotEqual("", quote.Text);
        Assert.All([quote.Span.Start, quote.Span.End], at =>
        {
            if (at > 0 && at < article.Text.Length)
            {
                Assert.False(char.IsLowSurrogate(article.Text[at]), "A surrogate pair is cut.");
                Assert.False(char.GetUnicodeCategory(article.Text, at) == UnicodeCategory.NonSpacingMark, "An accent is cut off.");
                Assert.False(char.IsLetterOrDigit(article.Text[at - 1]) && char.IsLetterOrDigit(article.Text[at]), "A word is cut.");
            }
        });
    }

    private static void AssertSeen(VerifiedAnswer answer, Seen seen, bool withAddress)
    {
        Assert.Equal(answer.Quotes.Length, seen.Quotes.Count);
        foreach (var (index, quote) in answer.Quotes.Index())
        {
            AssertReads(quote, $" [{index + 1}]", seen.Quotes[index]);
        }

        Assert.Equal(answer.Quotes.Select(quote => Undirected(SourceLine(quote.Article, withAddress))), seen.Sources.Select(Undirected));
        AssertLinks(answer.Quotes.Select(quote => quote.Article), seen, withAddress);
        Assert.Equal(AnswerWords.Withheld(answer.Withheld) is { } note ? [note] : [], seen.Notes);
    }

    /// <summary>Source lines and links are ours, with the publisher behind; the quotes are the same.</summary>
    private static void AssertSeenOnOurPages(VerifiedAnswer answer)
    {
        var seen = SeenInHtml.Read(HtmlRendering.Render(answer, (id, version, quoted) => $"/articles?id={id}&v={version}&q={quoted}"));
        Assert.Equal(answer.Quotes.Length, seen.Quotes.Count);
        foreach (var (index, quote) in answer.Quotes.Index())
        {
            AssertReads(quote, $" [{index + 1}]", seen.Quotes[index]);
            var publisher = quote.Article.Url is { } url ? $" — original at {url.IdnHost}" : "";
            Assert.Equal(Undirected(SourceLine(quote.Article, withAddress: false)) + publisher, Undirected(seen.Sources[index]));
            Assert.Contains((Drawn(quote.Article.Title), $"/articles?id=article&v=1&q={quote.Span}"), seen.Links);
        }
    }

    /// <summary>The stored text line by line, its control characters drawn, between marks of ours and what closes its directions.</summary>
    private static void AssertReads(VerifiedQuote quote, string ending, string seen)
    {
        var (before, behind) = QuotationMarks.Around(quote);
        Assert.StartsWith(before, seen, StringComparison.Ordinal);
        Assert.EndsWith(behind + ending, seen, StringComparison.Ordinal);
        var (storedLines, seenLines) = (Drawn(quote.Text).Split('\n'), seen[before.Length..^(behind + ending).Length].Split('\n'));
        Assert.Equal(storedLines.Length, seenLines.Length);
        foreach (var (storedLine, seenLine) in storedLines.Zip(seenLines))
        {
            if (seenLine != storedLine)
            {
                Assert.StartsWith("\u2068" + storedLine, seenLine, StringComparison.Ordinal);
                Assert.Matches("^[\u202C\u2069]*$", seenLine[(storedLine.Length + 1)..]);
                Assert.Equal(0, OpenDirections(seenLine));
            }
        }
    }

    private static void AssertLinks(IEnumerable<Article> articles, Seen seen, bool isPlain)
    {
        var linked = isPlain ? [] : articles.Where(article => article.Url is not null).ToList();
        Assert.Equal(linked.Select(article => Undirected(Drawn(article.Title))), seen.Links.Select(link => Undirected(link.Text)));
        Assert.Equal(linked.Select(article => Uri.UnescapeDataString(article.Url!.AbsoluteUri)), seen.Links.Select(link => Uri.UnescapeDataString(link.Url)));
    }

    private static string SourceLine(Article article, bool withAddress)
    {
        string?[] known = [article.Source, article.Author, "4 January 2019", withAddress ? article.Url?.AbsoluteUri : null];
        return $"{Drawn(article.Title)} — {string.Join(", ", known.Where(part => part is not null).Select(part => Drawn(part!)))}";
    }

    private static string Drawn(string text) => string.Concat(text.Select(c => c switch
    {
        '\n' or '\t' => c,
        < ' ' => (char)(0x2400 + c),
        '\u007F' => '\u2421',
        >= '\u0080' and <= '\u009F' => '\uFFFD',
        _ => c,
    }));

    /// <summary>Titles and names are compared without the marks that open and close a direction; they have no width.</summary>
    private static string Undirected(string line) => Directions().Replace(line, "");

    private static int OpenDirections(string line)
    {
        var open = "";
        foreach (var c in line)
        {
            open = c switch
            {
                '\u202A' or '\u202B' or '\u202D' or '\u202E' => open + 'e',
                >= '\u2066' and <= '\u2068' => open + 'i',
                '\u202C' => open.EndsWith('e') ? open[..^1] : open,
                '\u2069' when open.Contains('i') => open[..open.LastIndexOf('i')],
                _ => open,
            };
        }

        return open.Length;
    }

    /// <summary>A span over whole words, one over the whole text, and one over whole lines.</summary>
    private static IEnumerable<TextSpan> Spans(Article article, int from, int to)
    {
        foreach (var tokens in (MatchCollection[])[Words().Matches(article.Text), Lines().Matches(article.Text)])
        {
            if (tokens.Count > 0)
            {
                var (i, j) = (Math.Min(from % tokens.Count, to % tokens.Count), Math.Max(from % tokens.Count, to % tokens.Count));
                yield return new(tokens[i].Index, tokens[j].Index + tokens[j].Length);
            }
        }

        yield return new(0, article.Text.Length);
    }

    private static string Swapped(string[] words, int i, int j)
    {
        var swapped = words.ToArray();
        (swapped[i], swapped[j]) = (swapped[j], swapped[i]);
        return string.Join(' ', swapped);
    }

    private static string Disguise(string sentence, int[] choices)
    {
        var disguised = sentence
            .Replace("’", choices[0] % 2 == 0 ? "'" : "‛").Replace("'s", choices[1] % 2 == 0 ? "′s" : "'s")
            .Replace("“", choices[2] % 2 == 0 ? "``" : "\"").Replace("”", choices[2] % 2 == 0 ? "''" : "„").Replace("«", "″").Replace("»", "‟")
            .Replace("−", choices[3] % 2 == 0 ? "-" : "–").Replace("–", choices[3] % 2 == 0 ? "--" : "—").Replace("…", choices[4] % 2 == 0 ? "..." : "…")
            .Replace("ﬁ", "fi").Replace("fl", "ﬂ").Replace("e\u0301", choices[5] % 2 == 0 ? "é" : "e\u0301").Replace("état", "e\u0301tat");
        disguised = disguised.Replace(" ", choices[6] switch { 0 => "  ", 1 => "\u00A0", 2 => "\n", 3 => "\r\n\t", _ => " " });
        return choices[7] % 2 == 0 ? disguised : string.Concat("t", disguised.AsSpan(1));
    }

    [GeneratedRegex("[0-9]")]
    private static partial Regex Digit();

    [GeneratedRegex("\\b(not|never) ")]
    private static partial Regex Negative();

    [GeneratedRegex(@"\S+")]
    private static partial Regex Words();

    [GeneratedRegex(@"[^\n]*\S[^\n]*")]
    private static partial Regex Lines();

    [GeneratedRegex("[\u202C\u2068\u2069]")]
    private static partial Regex Directions();
}
