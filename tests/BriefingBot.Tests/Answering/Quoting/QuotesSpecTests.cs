using System.Text.RegularExpressions;
using BriefingBot.Answering;
using BriefingBot.Articles;
using BriefingBot.Tests.Support;
using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace BriefingBot.Tests.Answering;

/// <summary>Runs every row of Specs/Quotes.md.</summary>
public sealed partial class QuotesSpecTests
{
    private const int FewestRows = 80;

    public static TheoryData<string, string, bool, string> Rows()
    {
        var rows = new TheoryData<string, string, bool, string>();
        var page = Markdown.Parse(
            File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Specs", "Quotes.md")),
            new MarkdownPipelineBuilder().UsePipeTables().Build());
        foreach (var table in page.Descendants<Table>())
        {
            var points = Texts(Cells((TableRow)table[0])[1]) == "span";
            foreach (var row in table.Skip(1).Cast<TableRow>())
            {
                var cells = Cells(row);
                rows.Add(Code(cells[0]).Single(), Code(cells[1]).Single(), points, Texts(cells[2]));
            }
        }

        return rows;
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void Row_of_the_rule_book_holds(string text, string proposed, bool points, string shown)
    {
        var article = Some.Article(Unescaped(text));
        QuoteProposal proposal = points
            ? new SpanProposal(article.Id, article.Version, Span(proposed))
            : new CopiedProposal(article.Id, article.Version, Unescaped(proposed));

        var verification = VerifiedQuote.Verify(article, proposal);

        var quotes = verification.Quotes.Select(quote => quote.Text);
        Assert.Equal(Unescaped(shown), verification.Failure is { } failure ? $"withheld: {failure}" : string.Join(" ⏎ ", quotes));
        Assert.All(verification.Quotes, quote => Assert.Equal(article.Text[quote.Span.Start..quote.Span.End], quote.Text));
        Assert.Equal(verification.Failure is null, !verification.Quotes.IsEmpty);
    }

    [Fact]
    public void Rule_book_has_its_rows() => Assert.True(Rows().Count >= FewestRows, $"Only {Rows().Count} rows were read from Specs/Quotes.md.");

    private static List<TableCell> Cells(TableRow row) => [.. row.Cast<TableCell>()];

    private static IEnumerable<string> Code(TableCell cell) => cell.Descendants<CodeInline>().Select(code => code.Content);

    /// <summary>What the cell says, code without its marks.</summary>
    private static string Texts(TableCell cell) => string.Concat(cell.Descendants<LeafInline>().Select(inline => inline switch
    {
        CodeInline code => code.Content,
        LiteralInline literal => literal.Content.ToString(),
        _ => throw new InvalidDataException($"A cell of the rule book has a {inline.GetType().Name}: {inline.Span}."),
    }));

    private static TextSpan Span(string written)
    {
        var ends = written.Split('-');
        return new(int.Parse(ends[0]), int.Parse(ends[1]));
    }

    private static string Unescaped(string cell) => Escapes().Replace(cell, escape => escape.Value[1] switch
    {
        'n' => "\n",
        'r' => "\r",
        't' => "\t",
        _ => ((char)Convert.ToInt32(escape.Value[2..], 16)).ToString(),
    });

    [GeneratedRegex(@"\\(?:[nrt]|u[0-9A-F]{4})")]
    private static partial Regex Escapes();
}
