using System.Text.RegularExpressions;
using BriefingBot.Tests.Support;

namespace BriefingBot.EndToEnd.Ingestion;

/// <summary>A row of Specs/LargeInputs.md.</summary>
internal sealed record LargeInput(string Input, string Message, int ExitCode)
{
    public const string Article = "an article of 5 MB, ";
    public const string Many = "3,000 articles in one file";
    public const string Interrupted = "3,000 articles in one file, interrupted";

    public static IReadOnlyList<LargeInput> Rows { get; } =
        [.. SpecTable.Rows("LargeInputs.md").Select(cells => new LargeInput(cells[0], cells[1].Trim('`'), int.Parse(cells[2])))];

    public static LargeInput Of(string input) => Rows.Single(row => row.Input == input);

    /// <summary>Compares how a run ended.</summary>
    public void AssertEnd(int exitCode, string error)
    {
        Assert.True(ExitCode == exitCode, $"Exit code {exitCode} instead of {ExitCode}.\n{error}");
        Assert.Matches($"^{Regex.Escape(Message).Replace(@"\{n}", "[0-9,.]+")}$", error.TrimEnd('\n').Split('\n')[^1]);
    }
}
