using System.Text;
using BriefingBot.Answering;

namespace BriefingBot.Evaluation;

/// <summary>The misses of a report: what was asked, what would have answered, what was shown.</summary>
internal static class ReportMisses
{
    // Search engines' questions have gold of many sentences, and cranfield's dozens of relevant articles.
    private const int MostGold = 5;

    public static string Render(string heading, string explanation, IReadOnlyList<EvaluatedQuestion> misses)
    {
        var html = new StringBuilder($"<section>\n<h2>{heading}</h2>\n<p>{explanation}</p>\n<ol class=\"misses\">\n");
        foreach (var (outcome, answer) in misses)
        {
            var question = outcome.Question;
            html.Append($"<li><h3>{Bdi(question.Text)}</h3>\n<dl>\n<dt>question</dt><dd>{Bdi(question.Id)}, confidence {Figures.Fraction(outcome.Confidence)}");
            html.Append($"{(outcome.Refusal is null ? "" : ", refused as shipped")}</dd>\n");
            Add(html, "gold", question.Words);
            Add(html, "relevant", question.Articles);
            Add(html, "ranked", outcome.Articles.Fused);
            html.Append($"<dt>shown</dt><dd class=\"shown\">{HtmlRendering.Render(answer)}</dd>\n</dl></li>\n");
        }

        return html.Append("</ol>\n</section>\n").ToString();
    }

    private static void Add(StringBuilder html, string name, IReadOnlyCollection<string> values)
    {
        if (values.Count > 0)
        {
            var more = values.Count > MostGold ? $" and {values.Count - MostGold} more" : "";
            html.Append($"<dt>{name}</dt><dd>{string.Join("; ", values.Take(MostGold).Select(Bdi))}{more}</dd>\n");
        }
    }

    private static string Bdi(string text) => $"<bdi>{HtmlRendering.Escape(text)}</bdi>";
}
