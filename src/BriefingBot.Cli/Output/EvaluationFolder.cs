using System.Text;
using BriefingBot.Cli.Commands;

namespace BriefingBot.Cli.Output;

/// <summary>The folder that an evaluation is written to. What an earlier one wrote there is replaced; nothing else is.</summary>
internal sealed class EvaluationFolder
{
    private const string PredictionsName = "predictions.jsonl";
    private const string SummaryName = "summary.json";
    private const string ReportName = "report.html";

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private readonly string _path;

    /// <summary>Makes the folder where it is absent. Throws <see cref="WrongUseException"/> when it cannot be written to, or holds other files.</summary>
    public EvaluationFolder(string path)
    {
        if (StoreSettings.IsMissing(path) || File.Exists(path))
        {
            throw new WrongUseException($"--out needs a folder's name{(File.Exists(path) ? $", and {path} is a file" : "")}.");
        }

        _path = Path.GetFullPath(path);
        if (Directory.Exists(_path) && Directory.EnumerateFileSystemEntries(_path).Select(Path.GetFileName).Except([PredictionsName, SummaryName, ReportName]).FirstOrDefault() is { } other)
        {
            throw new WrongUseException($"The folder {path} holds other files, {other} among them. Name an empty one, or a new one, with --out.");
        }

        try
        {
            Directory.CreateDirectory(_path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new WrongUseException($"The folder {path} cannot be made: {fault.Message.TrimEnd('.')}. Name another with --out.");
        }
    }

    public string Report => Path.Combine(_path, ReportName);

    /// <summary>All three at once, when everything has been asked: nothing is left of an evaluation that was ended.</summary>
    public async Task WriteAsync(IEnumerable<string> predictions, string summary, string report, CancellationToken cancellation)
    {
        await File.WriteAllTextAsync(Path.Combine(_path, PredictionsName), string.Concat(predictions.Select(line => line + "\n")), Utf8, cancellation);
        await File.WriteAllTextAsync(Path.Combine(_path, SummaryName), summary + "\n", Utf8, cancellation);
        await File.WriteAllTextAsync(Report, report, Utf8, cancellation);
    }
}
