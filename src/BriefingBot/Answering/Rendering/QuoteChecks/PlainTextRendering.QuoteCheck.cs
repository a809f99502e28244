using System.Text;

namespace BriefingBot.Answering;

public static partial class PlainTextRendering
{
    /// <summary>
    /// A quote check, without a line end behind it. Words that only one text has stand in brackets that say which, <c>[yours: lost]
    /// [article: won]</c>, so that they are told apart when read aloud as well.
    /// </summary>
    public static string Render(QuoteCheck check)
    {
        var blocks = QuoteCheckLayout.Of(check);
        var text = new StringBuilder().AppendJoin("\n\n", blocks.Select(block => block switch
        {
            SaidBlock said => said.Text,
            QuoteBlock quote => $"{Render(quote.Quote)} [{quote.Number}]",
            MissingBlock missing => $"{QuoteCheckWords.Missing} “{Isolated(VisibleText.OneLine(missing.Given))}”",
            ComparedBlock compared => $"{QuoteCheckWords.Compared}:\n{Compared(compared.Words)}",
            _ => throw new ArgumentException($"No text for a {block.GetType().Name}.", nameof(check)),
        }));
        string[] sources = [.. blocks.OfType<QuoteBlock>().Select(quote => $"[{quote.Number}] {Line(SourceLine.Of(quote.Quote))}")];
        return sources.Length == 0 ? text.ToString() : text.Append("\n\n").AppendJoin('\n', sources).ToString();
    }

    private static string Compared(ComparedWords compared)
    {
        var text = new StringBuilder(compared.StartsInside ? "… " : "");
        foreach (var (index, run) in compared.Runs.Index())
        {
            var words = Isolated(VisibleText.OneLine(run.Text));
            text.Append(index > 0 && run.AfterBlank ? " " : "").Append(run.By switch
            {
                ComparedBy.Given => $"[{QuoteCheckWords.Given}: {words}]",
                ComparedBy.Article => $"[{QuoteCheckWords.Article}: {words}]",
                _ => words,
            });
        }

        return text.Append(compared.EndsInside ? " …" : "").ToString();
    }
}
