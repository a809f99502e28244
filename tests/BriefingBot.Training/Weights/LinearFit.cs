using static TorchSharp.torch;

namespace BriefingBot.Training;

/// <summary>Fits weights of numbers by gradient; numbers are standardised for the fit and the weights given back for them as they are.</summary>
internal static class LinearFit
{
    private const int Iterations = 400;
    private const double Rate = 0.05;
    private const double Ridge = 1e-3;

    /// <summary>Weights by which a right row of a list outweighs the others: the softmax over each list gives its right rows the most together.</summary>
    public static double[] Listwise(IReadOnlyList<(double[][] Rows, bool[] Right)> lists)
    {
        var width = lists[0].Rows[0].Length;
        var longest = lists.Max(list => list.Rows.Length);
        var (mean, deviation) = Spread(lists.SelectMany(list => list.Rows), width);
        var (numbers, absent, wrong) = (new float[lists.Count * longest * width], new bool[lists.Count * longest], new bool[lists.Count * longest]);
        for (var i = 0; i < lists.Count; i++)
        {
            for (var row = 0; row < longest; row++)
            {
                var at = (i * longest) + row;
                (absent[at], wrong[at]) = row < lists[i].Rows.Length ? (false, !lists[i].Right[row]) : (true, true);
                for (var column = 0; column < width && !absent[at]; column++)
                {
                    numbers[(at * width) + column] = (float)((lists[i].Rows[row][column] - mean[column]) / deviation[column]);
                }
            }
        }

        var (rows, hidden, notRight) = (tensor(numbers).reshape(lists.Count, longest, width), tensor(absent).reshape(lists.Count, longest), tensor(wrong).reshape(lists.Count, longest));
        var fitted = Minimise(width, weights =>
        {
            var scores = matmul(rows, weights).masked_fill(hidden, -1e4f);
            return (scores.logsumexp(1) - scores.masked_fill(notRight, -1e4f).logsumexp(1)).mean();
        });
        return [.. fitted.Select((weight, column) => weight / deviation[column])];
    }

    /// <summary>Weights, the intercept last, of the logit that a row is right. Each row counts by its own weight, relative to the others'.</summary>
    public static double[] Logistic(IReadOnlyList<(double[] Row, bool Right, double Weight)> rows)
    {
        var width = rows[0].Row.Length;
        var (mean, deviation) = Spread(rows.Select(row => row.Row), width);
        var numbers = tensor(rows.SelectMany(row => row.Row.Select((value, column) => (float)((value - mean[column]) / deviation[column])).Append(1f)).ToArray()).reshape(rows.Count, width + 1);
        var right = tensor(rows.Select(row => row.Right ? 1f : 0f).ToArray());
        var meanWeight = rows.Average(row => row.Weight);
        var counts = tensor(rows.Select(row => (float)(row.Weight / meanWeight)).ToArray());
        var fitted = Minimise(width + 1, weights => nn.functional.binary_cross_entropy_with_logits(matmul(numbers, weights), right, counts));
        var scaled = fitted.Take(width).Select((weight, column) => weight / deviation[column]).ToArray();
        return [.. scaled, fitted[width] - scaled.Select((weight, column) => weight * mean[column]).Sum()];
    }

    private static double[] Minimise(int width, Func<Tensor, Tensor> loss)
    {
        var weights = zeros(width, requires_grad: true);
        var optimizer = optim.Adam([new TorchSharp.Modules.Parameter(weights)], Rate);
        var parameter = optimizer.parameters().Single();
        for (var i = 0; i < Iterations; i++)
        {
            using var scope = NewDisposeScope();
            optimizer.zero_grad();
            (loss(parameter) + (Ridge * parameter.pow(2).sum())).backward();
            optimizer.step();
        }

        return [.. parameter.data<float>().ToArray().Select(weight => (double)weight)];
    }

    private static (double[] Mean, double[] Deviation) Spread(IEnumerable<double[]> rows, int width)
    {
        var (sum, squares, count) = (new double[width], new double[width], 0);
        foreach (var row in rows)
        {
            count++;
            for (var column = 0; column < width; column++)
            {
                sum[column] += row[column];
                squares[column] += row[column] * row[column];
            }
        }

        var mean = sum.Select(value => value / count).ToArray();
        return (mean, [.. squares.Select((value, column) => Math.Sqrt(Math.Max((value / count) - (mean[column] * mean[column]), 1e-6)))]);
    }
}
