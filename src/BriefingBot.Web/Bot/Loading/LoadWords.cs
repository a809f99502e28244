using System.Collections.Immutable;
using BriefingBot.Answering;
using BriefingBot.Ingestion;
using BriefingBot.Texts;

namespace BriefingBot.Web.Bot;

/// <summary>What is said of dropped files. Plain text, but for how a load ended, which is Markdown. Why a file was not loaded is said in English, as the command line says it.</summary>
internal static class LoadWords
{
    private const int MostNamed = 10;

    private const int LongestReason = 500;

    public static string Help => ReaderText.Of("Load_Help");

    public static string ForAdmins => ReaderText.Of("Load_ForAdmins");

    public static string SwitchedOff => ReaderText.Of("Load_SwitchedOff");

    public static string NotReached => ReaderText.Of("Load_NotReached");

    public static string Nameless => ReaderText.Of("Load_Nameless");

    public static string NoName => ReaderText.Of("Load_NoName");

    public static string NoLink => ReaderText.Of("Load_NoLink");

    public static string SameName => ReaderText.Of("Load_SameName");

    public static string TooMuch(int megabytes) => ReaderText.Of("Load_TooMuch", megabytes);

    public static string TooManyFiles(int count, int most) => ReaderText.Of("Load_TooManyFiles", count, most);

    public static string TooManyLoads(int waiting) => ReaderText.Counted("Load_TooManyLoads", waiting);

    public static string Begun(DroppedLoad load) => ReaderText.Counted("Load_Begun", load.Files.Length, Names(load), load.Job);

    public static string SoFar(DroppedLoad load, LoadJob job) => ReaderText.Counted("Load_SoFar", job.Total, Names(load), load.Job);

    /// <summary>In the place of how far it is.</summary>
    public static string Over(DroppedLoad load) => ReaderText.Of("Load_Over", Names(load), load.Job);

    /// <param name="load">The load.</param>
    /// <param name="job">Its job; null where none came of it.</param>
    /// <param name="failed">What of the job failed, the first of it.</param>
    public static string Ended(DroppedLoad load, LoadJob? job, ImmutableArray<IngestOutcome> failed)
    {
        NotLoaded[] listed = [.. load.Refused, .. failed.Select(outcome => new NotLoaded(NameOf(outcome), outcome.Error ?? ""))];
        var count = load.Refused.Length + (job?.Counts.GetValueOrDefault(IngestOutcomeKind.Failed) ?? 0);
        var lines = listed.Take(MostNamed).Select(file => $"- **{MarkdownText.Escape(VisibleText.OneLine(file.File))}**: {MarkdownText.Escape(Shortened.AtWord(VisibleText.OneLine(file.Reason), LongestReason))}");
        string[] parts =
        [
            Heading(load, job, count),
            count == 0 ? "" : $"{ReaderText.Of("Load_NotLoaded")}\n\n{string.Join('\n', lines)}",
            count > MostNamed ? ReaderText.Counted("Load_More", count - MostNamed) : "",
            job is null ? "" : ReaderText.Of("Load_Show", load.Job),
        ];
        return string.Join("\n\n", parts.Where(part => part.Length > 0));
    }

    private static string Heading(DroppedLoad load, LoadJob? job, int notLoaded) => job switch
    {
        null => ReaderText.Of(load.IsRefused ? "Load_Nothing" : "Load_NotFetched", load.Job),
        { State: LoadState.Done } => ReaderText.Of("Load_Done", load.Job, Counts(job, notLoaded)),
        { State: LoadState.Cancelled } => ReaderText.Of("Load_Cancelled", load.Job, Counts(job, notLoaded)),
        _ => ReaderText.Of("Load_Failed", load.Job, Counts(job, notLoaded), MarkdownText.Escape(Shortened.AtWord(VisibleText.OneLine(job.Fault ?? ""), LongestReason))),
    };

    /// <summary>"added: 2, unchanged: 1, not loaded: 1".</summary>
    private static string Counts(LoadJob job, int notLoaded)
    {
        (string Text, int Count)[] counts =
        [
            .. job.Counts.Where(counted => counted.Key != IngestOutcomeKind.Failed).Select(counted => (TextOf(counted.Key), counted.Value)),
            ("Load_CountNotLoaded", notLoaded),
        ];
        var said = counts.Where(counted => counted.Count > 0).Select(counted => ReaderText.Of(counted.Text, counted.Count)).ToArray();
        return said is [] ? ReaderText.Of("Load_CountNone") : string.Join(", ", said);
    }

    private static string TextOf(IngestOutcomeKind kind) => kind switch
    {
        IngestOutcomeKind.Added => "Load_CountAdded",
        IngestOutcomeKind.Updated => "Load_CountUpdated",
        IngestOutcomeKind.Moved => "Load_CountMoved",
        _ => "Load_CountUnchanged",
    };

    private static string Names(DroppedLoad load)
    {
        var names = string.Join(", ", load.Files.Take(MostNamed).Select(VisibleText.OneLine));
        return load.Files.Length > MostNamed ? ReaderText.Of("Load_AndMore", names, load.Files.Length - MostNamed) : names;
    }

    private static string NameOf(IngestOutcome outcome)
    {
        var name = outcome.Input.StartsWith(IngestOptions.Uploaded, StringComparison.Ordinal) ? outcome.Input[IngestOptions.Uploaded.Length..] : outcome.Input;
        return outcome.Line is { } line ? $"{name}:{line}" : name;
    }
}
