using System.Globalization;
using System.Text;
using BriefingBot.Answering;

namespace BriefingBot.Evaluation;

/// <summary>
/// A plot as inline SVG, with a title and a description for those who do not see it. Colours and lines are the style sheet's, by the name
/// of the series.
/// </summary>
internal sealed class Plot(string id, string title, string description, PlotAxis x, PlotAxis y)
{
    // Narrow enough that its letters are still read on a telephone, where a unit is a pixel.
    private const double Width = 360, Height = 240, Left = 46, Right = 22, Top = 12, Bottom = 42;

    private readonly StringBuilder _body = new();

    /// <summary>A line through points, each marked where they are few.</summary>
    public Plot Line(string series, IReadOnlyCollection<(double X, double Y)> points, bool marked)
    {
        _body.Append($"<polyline class=\"line {series}\" points=\"{string.Join(' ', points.Select(point => $"{N(X(point.X))},{N(Y(point.Y))}"))}\"/>");
        foreach (var point in marked ? points : [])
        {
            _body.Append($"<circle class=\"dot {series}\" cx=\"{N(X(point.X))}\" cy=\"{N(Y(point.Y))}\" r=\"3\"/>");
        }

        return this;
    }

    /// <summary>A bar from the foot of the plot, with its value for a pointer that rests on it.</summary>
    public Plot Bar(string series, double from, double to, double height, string value)
    {
        var (left, width) = (X(from) + 1, Math.Max(1, X(to) - X(from) - 2));
        _body.Append($"<rect class=\"bar {series}\" x=\"{N(left)}\" y=\"{N(Y(height))}\" width=\"{N(width)}\" height=\"{N(Y(y.From) - Y(height))}\">")
            .Append($"<title>{HtmlRendering.Escape(value)}</title></rect>");
        return this;
    }

    public string ToSvg()
    {
        var svg = new StringBuilder();
        svg.Append($"<svg viewBox=\"0 0 {N(Width)} {N(Height)}\" role=\"img\" aria-labelledby=\"{id}-title {id}-desc\">");
        svg.Append($"<title id=\"{id}-title\">{HtmlRendering.Escape(title)}</title><desc id=\"{id}-desc\">{HtmlRendering.Escape(description)}</desc>");
        foreach (var (at, label) in y.Ticks)
        {
            svg.Append($"<line class=\"grid\" x1=\"{N(Left)}\" x2=\"{N(Width - Right)}\" y1=\"{N(Y(at))}\" y2=\"{N(Y(at))}\"/>");
            svg.Append($"<text class=\"tick\" x=\"{N(Left - 6)}\" y=\"{N(Y(at) + 4)}\" text-anchor=\"end\">{label}</text>");
        }

        foreach (var (at, label) in x.Ticks)
        {
            svg.Append($"<line class=\"axis\" x1=\"{N(X(at))}\" x2=\"{N(X(at))}\" y1=\"{N(Height - Bottom)}\" y2=\"{N(Height - Bottom + 4)}\"/>");
            svg.Append($"<text class=\"tick\" x=\"{N(X(at))}\" y=\"{N(Height - Bottom + 17)}\" text-anchor=\"middle\">{label}</text>");
        }

        svg.Append($"<line class=\"axis\" x1=\"{N(Left)}\" x2=\"{N(Width - Right)}\" y1=\"{N(Height - Bottom)}\" y2=\"{N(Height - Bottom)}\"/>");
        svg.Append($"<text class=\"label\" x=\"{N((Left + Width - Right) / 2)}\" y=\"{N(Height - 6)}\" text-anchor=\"middle\">{HtmlRendering.Escape(x.Label)}</text>");
        return svg.Append(_body).Append("</svg>").ToString();
    }

    private static string N(double number) => number.ToString("0.##", CultureInfo.InvariantCulture);

    private double X(double value) => Left + (x.Share(value) * (Width - Left - Right));

    private double Y(double value) => Height - Bottom - (y.Share(value) * (Height - Top - Bottom));
}

/// <summary>What one axis of a plot shows.</summary>
internal sealed record PlotAxis(string Label, double From, double To, IReadOnlyList<(double At, string Label)> Ticks)
{
    /// <summary>From one multiple of a tenth to 1, in percent.</summary>
    public static PlotAxis Percent(string label, double from)
    {
        // Five steps or so.
        var step = from >= 0.8 ? 0.05 : from >= 0.5 ? 0.1 : 0.2;
        var count = (int)Math.Round((1 - from) / step);
        return new(label, from, 1, [.. Enumerable.Range(0, count + 1).Select(i => 1 - (i * step)).Where(at => at >= from - 1e-9).Select(at => (at, $"{Math.Round(at * 100)} %"))]);
    }

    /// <summary>From 0 to a value at least, by steps of a round number.</summary>
    public static PlotAxis UpTo(string label, double value, int mostSteps)
    {
        var step = Enumerable.Range(0, int.MaxValue).SelectMany(power => new[] { 1, 2, 5 }.Select(first => first * Math.Pow(10, power - 2))).First(step => step * mostSteps >= value);
        var count = Math.Max(1, (int)Math.Ceiling(value / step));
        return new(label, 0, count * step, [.. Enumerable.Range(0, count + 1).Select(i => (i * step, (i * step).ToString("#,0.##", CultureInfo.InvariantCulture)))]);
    }

    public double Share(double value) => Math.Clamp((value - From) / (To - From), 0, 1);
}
